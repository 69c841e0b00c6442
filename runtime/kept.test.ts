import {
  chownSync,
  cpSync,
  mkdirSync,
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

test('where a name cannot be taken nothing is left behind', () => {
  mkdirSync(join(path, 'in the way'), { recursive: true });
  keep(path, data);
  expect(readdirSync(join(path, '..'))).toEqual(['name']);
});

test("what a killed process with the same number has left is in nobody's way", () => {
  keep(path, data);
  writeFileSync(`${path}.tmp-${process.pid}`, 'half of');
  keep(path, Buffer.from('second'));
  expect(readKept(path)?.data).toEqual(Buffer.from('second'));
});

test.runIf(process.getuid)('nobody else may write to it', () => {
  const before = process.umask(0);
  keep(path, data);
  process.umask(before);
  expect(statSync(path).mode & 0o022).toBe(0);
});
