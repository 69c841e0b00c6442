import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildSample } from '../support/sample-library.ts';

const folder = mkdtempSync(join(tmpdir(), 'usegolib-library-'));
const library = join(folder, 'libsample.so');

afterAll(() => rmSync(folder, { recursive: true }));

/** Runs one scene of library.cjs and returns what it saw. */
function scene(name: string): unknown {
  const child = join(import.meta.dirname, 'library.cjs');
  return JSON.parse(execFileSync(process.execPath, [child, library, name], { encoding: 'utf8', timeout: 60_000 }));
}

describe.runIf(process.platform === 'linux')('a library in its host process', () => {
  beforeAll(() => buildSample(library));

  it('does not read the memory map at every call on the main thread', () => {
    expect(scene('noops')).toBeLessThan(100);
  });

  it('frees what a terminated worker held', () => {
    expect(scene('workers')).toEqual({ alive: [100, 2], after: [0, 1] });
  });

  it('answers an error a thousand times', () => {
    expect(scene('errors')).toEqual([1]);
  });
});
