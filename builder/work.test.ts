import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { bridgeDir, sourceFiles } from './assets.ts';
import { inWork, MAIN } from './work.ts';

let dir: string;
const before = process.env['USEGOLIB_CACHE_DIR'];
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'work-'));
  process.env['USEGOLIB_CACHE_DIR'] = dir;
});
afterEach(() => {
  if (before === undefined) delete process.env['USEGOLIB_CACHE_DIR'];
  else process.env['USEGOLIB_CACHE_DIR'] = before;
  rmSync(dir, { recursive: true });
});
const left = () => readdirSync(join(dir, 'work'));

test('is a module of our own with a copy of the bridge, and gone afterwards', async () => {
  const result = await inWork(async ({ dir: work, main }) => {
    expect(main).toBe(join(work, 'main'));
    const mod = readFileSync(join(main, 'go.mod'), 'utf8');
    expect(mod).toMatch(new RegExp(`^module ${MAIN}$`, 'm'));
    expect(mod).toContain('replace usegolib.internal/bridge => ./bridge');
    expect(sourceFiles(join(main, 'bridge'))).toEqual(sourceFiles(bridgeDir));
    expect(sourceFiles(bridgeDir).filter((name) => /_test\.go$|^testdata/.test(name))).toEqual([]);
    return 'result';
  });
  expect(result).toBe('result');
  expect(left()).toEqual([]);
});

test('is gone after a failure too', async () => {
  await expect(inWork(() => Promise.reject(new Error('build')))).rejects.toThrow('build');
  expect(left()).toEqual([]);
});

test('two at once do not meet', async () => {
  await inWork(({ dir: one }) => inWork(async ({ dir: two }) => expect(one).not.toBe(two)));
});

test('what a killed builder left is removed, what a live one uses is not', async () => {
  const dead = join(dir, 'work', '2147483646-0');
  const live = join(dir, 'work', `${process.ppid}-0`);
  for (const folder of [dead, live]) mkdirSync(join(folder, 'main'), { recursive: true });
  await inWork(async () => {
    expect(existsSync(dead)).toBe(false);
    expect(existsSync(live)).toBe(true);
  });
});
