import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { silentReport } from '../report.ts';
import { findOnPath } from './find.ts';
import { ZIG_VERSION } from './versions.ts';
import { chooseZig, sweepZigCache, zigEnv, zigVersion } from './zig.ts';

let dir: string;
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'zig '));
  vi.stubEnv('PATH', join(dir, 'bin'));
  vi.stubEnv('USEGOLIB_ZIG', '');
  // What is not found would be provisioned: from a mirror that holds nothing.
  vi.stubEnv('USEGOLIB_CACHE_DIR', join(dir, 'cache'));
  vi.stubEnv('USEGOLIB_ZIG_DOWNLOAD', 'file:///nowhere');
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(dir, { recursive: true });
});

function program(path: string, body: string): string {
  const file = join(dir, path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, `#!/bin/sh\n${body}\n`, { mode: 0o755 });
  return file;
}

test('Zig on PATH is used where it has the version that was tested', async () => {
  const path = program('bin/zig', `echo ${ZIG_VERSION}`);
  expect(await chooseZig(silentReport)).toEqual({ path, version: ZIG_VERSION });
});

test.each([
  ['is older', 'echo 0.11.0', 'Zig on PATH is not'],
  ['does not run', 'exit 1', 'Zig on PATH is not'],
])('Zig on PATH that %s is passed over', async (_case, body, reason) => {
  program('bin/zig', body);
  await expect(chooseZig(silentReport)).rejects.toMatchObject({
    code: 'ZIG_MISSING',
    message: expect.stringContaining(reason),
  });
});

test('no Zig at all says so', async () => {
  await expect(chooseZig(silentReport)).rejects.toThrow(`Zig ${ZIG_VERSION} is missing: Zig is not on PATH`);
});

test('a Zig that is named on purpose is used, whatever its version', async () => {
  program('bin/zig', `echo ${ZIG_VERSION}`);
  const path = program('mine', 'echo 0.17.0');
  vi.stubEnv('USEGOLIB_ZIG', path);
  expect(await chooseZig(silentReport)).toEqual({ path, version: '0.17.0' });
  expect(await zigVersion()).toBe('0.17.0');
});

test.each([
  ['does not exist', 'nowhere', undefined],
  ['does not run', 'broken', 'exit 1'],
  ['does not run', 'no-program', ''],
])('a Zig that is named and %s is an error, not another Zig', async (problem, name, body) => {
  program('bin/zig', `echo ${ZIG_VERSION}`);
  if (body) program(name, body);
  else if (body === '') writeFileSync(join(dir, name), 'text');
  vi.stubEnv('USEGOLIB_ZIG', join(dir, name));
  await expect(chooseZig(silentReport)).rejects.toMatchObject({
    code: 'ZIG_MISSING',
    message: `USEGOLIB_ZIG names ${join(dir, name)}, which ${problem}`,
    fix: 'unset USEGOLIB_ZIG',
  });
});

test('a library folder is named to Zig only where it would not find it', () => {
  expect(zigEnv({ path: 'zig', version: '1' })).not.toHaveProperty('ZIG_LIB_DIR');
  expect(zigEnv({ path: 'zig', version: '1', lib: '/l' })).toMatchObject({ ZIG_LIB_DIR: '/l' });
});

test('what a killed Zig left in its cache goes after a day', () => {
  const folder = join(dir, 'cache/zig-cache/tmp');
  for (const name of ['old', 'new']) mkdirSync(join(folder, name, 'deep'), { recursive: true });
  utimesSync(join(folder, 'old'), new Date(), Date.now() / 1000 - 25 * 60 * 60);
  sweepZigCache();
  expect(readdirSync(folder)).toEqual(['new']);
  vi.stubEnv('USEGOLIB_CACHE_DIR', join(dir, 'none'));
  sweepZigCache();
});

test('a program is found as a shell finds it: the first that is a file one may run, by its real path', () => {
  const real = program('real/tool', '');
  mkdirSync(join(dir, 'a/tool'), { recursive: true });
  mkdirSync(join(dir, 'b'));
  writeFileSync(join(dir, 'b/tool'), 'text', { mode: 0o644 });
  mkdirSync(join(dir, 'c'));
  symlinkSync(real, join(dir, 'c/tool'));
  const PATH = ['', join(dir, 'none'), join(dir, 'a'), join(dir, 'b'), join(dir, 'c')].join(':');
  expect(findOnPath('tool', { PATH })).toBe(real);
  expect(findOnPath('other', { PATH })).toBeUndefined();
  expect(findOnPath('tool', {})).toBeUndefined();
});
