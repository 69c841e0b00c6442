import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { installOnce } from './install.ts';

let dir: string;
let folder: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'install-'));
  folder = join(dir, 'tool');
});
afterEach(() => rmSync(dir, { recursive: true }));

const ignore = () => {};

test('a folder is there whole or not at all', async () => {
  const seen: boolean[] = [];
  await installOnce(folder, ignore, async (aside) => {
    writeFileSync(join(aside, 'a'), 'a');
    seen.push(existsSync(folder));
    writeFileSync(join(aside, 'b'), 'b');
  });
  expect(seen).toEqual([false]);
  expect(readdirSync(folder).sort()).toEqual(['a', 'b']);
  expect(readdirSync(dir)).toEqual(['tool']);
});

test('of several at once one fills it, and what is there is not filled again', async () => {
  let filled = 0;
  let waited = 0;
  const fill = async (aside: string) => {
    filled++;
    await new Promise((done) => setTimeout(done, 50));
    writeFileSync(join(aside, 'a'), 'a');
  };
  const all = [1, 2, 3, 4].map(() => installOnce(folder, () => waited++, fill));
  expect(await Promise.all(all)).toEqual(Array(4).fill(folder));
  await installOnce(folder, ignore, fill);
  expect([filled, waited]).toEqual([1, 3]);
});

test('a failure leaves nothing, and the next one tries again', async () => {
  const failing = installOnce(folder, ignore, async (aside) => {
    writeFileSync(join(aside, 'a'), 'a');
    throw new Error('no network');
  });
  await expect(failing).rejects.toThrow('no network');
  expect(readdirSync(dir)).toEqual([]);
  await installOnce(folder, ignore, async (aside) => writeFileSync(join(aside, 'a'), 'second'));
  expect(readFileSync(join(folder, 'a'), 'utf8')).toBe('second');
});

test('what a dead process left goes, what a living one is at stays', async () => {
  const { pid: dead } = spawnSync(process.execPath, ['-e', '']);
  for (const pid of [dead, process.ppid]) mkdirSync(join(dir, `tool.tmp-${pid}`, 'x'), { recursive: true });
  mkdirSync(join(dir, `other.tmp-${dead}`));
  await installOnce(folder, ignore, async () => {});
  expect(readdirSync(dir).sort()).toEqual([`other.tmp-${dead}`, 'tool', `tool.tmp-${process.ppid}`]);
});

test('whoever is second, where no lock can be had, takes the folder of the first', async () => {
  const made = await installOnce(folder, ignore, async (aside) => {
    writeFileSync(join(aside, 'a'), 'mine');
    mkdirSync(folder);
    writeFileSync(join(folder, 'a'), 'theirs');
  });
  expect(readFileSync(join(made, 'a'), 'utf8')).toBe('theirs');
  expect(readdirSync(dir)).toEqual(['tool']);
});
