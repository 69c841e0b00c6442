import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { withLock } from './lock.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'lock-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

test('of several at once, one works and the others wait', async () => {
  let inside = 0;
  let most = 0;
  let waited = 0;
  const work = async () => {
    most = Math.max(most, ++inside);
    await new Promise((done) => setTimeout(done, 20));
    return --inside;
  };
  const all = [1, 2, 3].map(() => withLock(join(dir, 'a/b'), () => waited++, work));
  expect(await Promise.all(all)).toEqual([0, 0, 0]);
  expect(most).toBe(1);
  expect(waited).toBe(2);
});

test('a lock is given back when the work fails', async () => {
  const path = join(dir, 'x');
  await expect(
    withLock(
      path,
      () => {},
      () => Promise.reject(new Error('work')),
    ),
  ).rejects.toThrow('work');
  let waited = false;
  expect(
    await withLock(
      path,
      () => {
        waited = true;
      },
      async () => 'free',
    ),
  ).toBe('free');
  expect(waited).toBe(false);
});

test('where no lock can be had, the work is done all the same', async () => {
  expect(
    await withLock(
      '/dev/null/lock',
      () => {},
      async () => 1,
    ).catch((error: Error) => error.message),
  ).toBe(1);
});
