import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ToolchainError } from '../../abi/errors.ts';
import { closedPort, cut, drip, FileServer, redirect, short, status, whole } from '../../test/support/file-server.ts';
import { silentReport } from '../report.ts';
import { DirHash } from './dirhash.ts';
import { provisionGo } from './provision-go.ts';
import type { GoPin } from './versions.ts';

/** A Go in small: the layout of the official archive, with what is kept and what is left out. */
const FILES: Record<string, string> = {
  VERSION: 'go1.26.99\ntime 2026-01-01T00:00:00Z\n',
  'bin/go': '#!/bin/sh\necho go\n',
  'src/fmt/print.go': 'package fmt\n',
  'src/go.mod': 'module std\n',
  'test/a.go': 'package a\n',
};
const ARCHIVE = '/go1.26.99.linux-amd64.tar.gz';
const MODULE = '/golang.org/toolchain/@v/v0.0.1-go1.26.99.linux-amd64.zip';

let dir: string;
let server: FileServer;
let archive: Buffer;
let pin: GoPin;
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'provision go '));
  server = await FileServer.start();
  for (const [name, text] of Object.entries(FILES)) {
    const file = join(dir, 'made/go', name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text, { mode: name.startsWith('bin/') ? 0o755 : 0o644 });
  }
  archive = gzipSync(execFileSync('tar', ['-cf', '-', '-C', join(dir, 'made'), 'go']));
  pin = { version: '1.26.99', target: 'linux-amd64', sha256: sha256(archive) };
  for (const [name, value] of Object.entries({
    USEGOLIB_CACHE_DIR: join(dir, 'cache'),
    USEGOLIB_GO_DOWNLOAD: server.url,
    GOENV: 'off',
    GOPROXY: '',
  }))
    vi.stubEnv(name, value);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await server.stop();
  rmSync(dir, { recursive: true });
});

const sha256 = (data: Uint8Array) => createHash('sha256').update(data).digest('hex');
const provision = (wanted = pin) => provisionGo(wanted, 'Go is not on PATH', silentReport);
const toolchains = () => readdirSync(join(dir, 'cache/toolchains'));
const failure = (wanted = pin): Promise<ToolchainError> =>
  provision(wanted).then(
    () => expect.fail('it was provisioned'),
    (error) => error,
  );

describe('an official archive', () => {
  test('is unpacked once, without what no build reads', async () => {
    server.answers.set(ARCHIVE, whole(archive));
    const go = await provision();
    expect(go).toEqual({ path: join(dir, 'cache/toolchains/go1.26.99-linux-amd64/bin/go'), version: '1.26.99' });
    expect(execFileSync(go.path, { encoding: 'utf8' })).toBe('go\n');
    const root = join(dirname(go.path), '..');
    expect(readdirSync(root).sort()).toEqual(['VERSION', 'bin', 'src']);
    expect(statSync(join(root, 'VERSION')).mode & 0o111).toBe(0);
    expect(toolchains()).toEqual(['go1.26.99-linux-amd64']);
    await provision();
    expect(server.asked).toEqual([ARCHIVE]);
  });

  test('is found behind a redirect, and in a folder', async () => {
    server.answers.set(ARCHIVE, redirect('/elsewhere?a=b'));
    server.answers.set('/elsewhere', whole(archive));
    await provision();
    expect(server.asked).toEqual([ARCHIVE, '/elsewhere?a=b']);

    vi.stubEnv('USEGOLIB_CACHE_DIR', join(dir, 'cache 2'));
    writeFileSync(join(dir, ARCHIVE), archive);
    vi.stubEnv('USEGOLIB_GO_DOWNLOAD', pathToFileURL(dir).href);
    expect(existsSync((await provision()).path)).toBe(true);
  });

  test('that is not what was pinned is refused with both hashes, and nothing of it stays', async () => {
    const other = gzipSync('another file');
    server.answers.set(ARCHIVE, whole(other));
    const error = await failure();
    expect(error).toBeInstanceOf(ToolchainError);
    expect(error).toMatchObject({
      code: 'GO_MISSING',
      message: `Go 1.26.99 is missing: Go is not on PATH, and ${server.url}${ARCHIVE} is not what was pinned`,
      output: `want sha256 ${pin.sha256}\ngot  sha256 ${sha256(other)}`,
      hint: expect.stringContaining('USEGOLIB_GO_DOWNLOAD'),
    });
    expect(toolchains()).toEqual([]);
  });

  test('is held against the hash of its files where that is what was pinned', async () => {
    const hash = new DirHash();
    for (const [name, text] of Object.entries(FILES)) {
      const kept = name === 'src/go.mod' ? 'src/_go.mod' : name;
      if (!name.startsWith('test/'))
        hash.add(`golang.org/toolchain@v0.0.1-go1.26.99.linux-amd64/${kept}`, Buffer.from(text));
    }
    server.answers.set(ARCHIVE, whole(archive));
    const h1 = hash.h1();
    const error = await failure({ version: '1.26.99', target: 'linux-amd64', h1: `h1:${'A'.repeat(43)}=` });
    expect(error.output).toBe(`want h1:${'A'.repeat(43)}=\ngot  ${h1}`);
    expect(toolchains()).toEqual([]);
    expect((await provision({ version: '1.26.99', target: 'linux-amd64', h1 })).version).toBe('1.26.99');
  });

  test.each([
    ['is cut off', () => cut(archive), /ended after 0\.000 of 0\.00\d MB/],
    ['ends too early', () => short(archive), /want sha256/],
    ['drips and then drops', () => drip(archive), /ended after 0\.000 MB/],
    ['is not there', () => status(404), /answered 404 Not Found/],
    ['meets a server in trouble', () => status(500), /answered 500 Internal Server Error/],
    ['runs in circles', () => redirect(ARCHIVE), /leads elsewhere more than 10 times/],
    ['leads to something else', () => redirect('file:///etc/passwd'), /leads to file:/],
  ])('that %s is a typed error, and nothing of it stays', async (_case, answer, output) => {
    server.answers.set(ARCHIVE, answer());
    const error = await failure();
    expect(error).toBeInstanceOf(ToolchainError);
    expect(error).toMatchObject({ code: 'GO_MISSING', output: expect.stringMatching(output) });
    expect(error.hint).toContain('PATH');
    expect(toolchains()).toEqual([]);
  });

  test('that ends too early where only its files are pinned is a typed error too', async () => {
    server.answers.set(ARCHIVE, short(archive));
    const error = await failure({ ...pin, sha256: undefined, h1: 'h1:never' });
    expect(error.message).toContain(`${ARCHIVE} cannot be unpacked`);
    expect(toolchains()).toEqual([]);
  });

  test('at a port where nobody listens, or no address at all, is a typed error', async () => {
    const nobody = `127.0.0.1:${await closedPort()}`;
    vi.stubEnv('USEGOLIB_GO_DOWNLOAD', `http://${nobody}/`);
    expect((await failure()).output).toContain(`${nobody}: connect ECONNREFUSED`);
    vi.stubEnv('USEGOLIB_GO_DOWNLOAD', '/mnt/mirror');
    expect((await failure()).output).toContain('it begins with https://');
    expect(toolchains()).toEqual([]);
  });
});

test('a user and password go to the mirror and into no message', async () => {
  const seen: unknown[] = [];
  vi.stubEnv('USEGOLIB_GO_DOWNLOAD', server.url.replace('//', '//me:se%40cret@'));
  server.answers.set(ARCHIVE, (request, response) => {
    seen.push(request.headers.authorization);
    status(403)(request, response);
  });
  const error = await failure();
  expect(seen).toEqual([`Basic ${Buffer.from('me:se@cret').toString('base64')}`]);
  expect(`${error.message}${error.output}${error.hint}`).not.toMatch(/cret/);
});

test('a module proxy that cannot give it is followed by what GOPROXY lists next', async () => {
  vi.stubEnv('USEGOLIB_GO_DOWNLOAD', '');
  vi.stubEnv('GOPROXY', `http://127.0.0.1:${await closedPort()}|${server.url}/a,${server.url}/b`);
  const prefix = 'golang.org/toolchain@v0.0.1-go1.26.99.linux-amd64/';
  const zip = zipSync({ [`${prefix}VERSION`]: Buffer.from('go1.26.99'), [`${prefix}bin/go`]: Buffer.from('go') });
  server.answers.set(`/b${MODULE}`, whole(zip));
  const hash = new DirHash();
  hash.add(`${prefix}VERSION`, Buffer.from('go1.26.99'));
  hash.add(`${prefix}bin/go`, Buffer.from('go'));
  const go = await provision({ ...pin, sha256: undefined, h1: hash.h1() });
  expect(readFileSync(go.path, 'utf8')).toBe('go');
  expect(server.asked).toEqual([`/a${MODULE}`, `/b${MODULE}`]);
});
