import {
  chownSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { keep, readKept } from './kept.ts';

const root = mkdtempSync(join(tmpdir(), 'kept-'));
afterAll(() => rmSync(root, { recursive: true }));

const data = Buffer.from('what V8 made of it');
let count = 0;
let path: string;
beforeEach(() => {
  path = join(root, String(count++), 'code', 'name');
});

test('what was kept is read, and replaced', () => {
  expect(readKept(path)).toBeUndefined();
  keep(path, data);
  expect(readKept(path)?.data).toEqual(data);
  keep(path, Buffer.alloc(0));
  expect(readKept(path)?.data).toEqual(Buffer.alloc(0));
  expect(Math.abs(Date.now() - readKept(path)!.at)).toBeLessThan(60_000);
  expect(readdirSync(join(path, '..'))).toEqual(['name']);
});

describe('it does not count any more', () => {
  test.each([
    ['changed', () => writeFileSync(path, readFileSync(path).fill(0, 70, 71))],
    ['cut', () => truncateSync(path, 70)],
    ['emptied', () => truncateSync(path, 0)],
    ['longer', () => writeFileSync(path, 'more', { flag: 'a' })],
    ['of another time', () => utimesSync(path, 1, 1)],
  ])('when it is %s', (_, change) => {
    keep(path, data);
    change();
    expect(readKept(path)).toBeUndefined();
  });
});

test('a copy counts that has kept its time', () => {
  keep(path, data);
  cpSync(path, `${path}.copy`, { preserveTimestamps: true });
  expect(readKept(`${path}.copy`)?.data).toEqual(data);
});

test.runIf(process.getuid)('one of another user does not count, but one of root', () => {
  keep(path, data);
  const { uid } = statSync(path);
  vi.stubGlobal('process', { ...process, getuid: () => uid + 1 });
  expect(readKept(path)?.data).toEqual(uid === 0 ? data : undefined);
  vi.unstubAllGlobals();
  if (uid !== 0) return;
  chownSync(path, 1, 1);
  expect(readKept(path)).toBeUndefined();
});

test('where nothing can be written nothing is kept, and nothing thrown', () => {
  keep(path, data);
  const below = join(path, 'below');
  keep(below, data);
  expect(readKept(below)).toBeUndefined();
  expect(readKept(join(path, '..'))).toBeUndefined();
});

test('of two threads that keep at once one does', () => {
  keep(path, data);
  writeFileSync(`${path}.tmp-${process.pid}`, 'the other one');
  keep(path, Buffer.from('second'));
  expect(readKept(path)?.data).toEqual(data);
});
