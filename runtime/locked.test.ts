import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { IntegrityError, LockError } from '../abi/errors.ts';
import { LOCKFILE, type Lockfile, printLockfile } from '../manifests/lockfile.ts';
import type { Manifest } from '../manifests/manifest.ts';
import { resolveOptions } from '../manifests/options.ts';
import { parseWanted } from './find.ts';
import { lockedFor } from './locked.ts';

let dir: string;
beforeEach(() => {
  dir = realpathSync(mkdtempSync(join(tmpdir(), 'locked-')));
  writeFileSync(join(dir, 'package.json'), '{}');
  mkdirSync(join(dir, 'go/own'), { recursive: true });
  writeFileSync(join(dir, 'go/own/go.mod'), 'module example.org/own\n');
});
afterEach(() => rmSync(dir, { recursive: true }));

const sum = `h1:${'A'.repeat(43)}=`;
const lock: Lockfile = {
  lockVersion: 1,
  usegolib: '1.0.0',
  abi: 1,
  go: '1.26.8',
  zig: '0.16.0',
  options: resolveOptions({}),
  specs: ['a.b/c@v1.0.0', './go/own'],
  modules: [
    { path: 'a.b/c', version: 'v1.0.0', packages: ['a.b/c', 'a.b/c/d'], sum },
    { path: 'example.org/own', version: 'local', packages: ['example.org/own'], dir: './go/own' },
  ],
  requires: [],
  targets: { 'linux-amd64': { fingerprint: 'f'.repeat(32), sha256: '1'.repeat(64), size: 1 } },
};
const write = (text = printLockfile(lock)) => writeFileSync(join(dir, LOCKFILE), text);
const ask = (specs: string[], cwd = dir) =>
  lockedFor(
    specs.map((spec) => parseWanted(spec, cwd)),
    cwd,
  );

it('is the whole library of the project, from any folder of it', () => {
  write();
  const inside = join(dir, 'go/own');
  for (const found of [ask(['a.b/c/d']), ask(['a.b/c', 'example.org/own'], inside), ask(['.'], inside)]) {
    expect(found?.specs).toEqual(['a.b/c@v1.0.0', inside]);
    expect(found?.fingerprint('linux-amd64')).toBe('f'.repeat(32));
    expect(found?.fingerprint('darwin-arm64')).toBeUndefined();
    expect(found?.home('/store', 'linux-amd64')).toMatch(/^.store.\+[0-9a-f]{16}@[0-9a-f]{16}.linux-amd64$/);
  }
});

it.each([
  ['another version', ['a.b/c@v1.1.0']],
  ['a query', ['a.b/c@latest']],
  ['a package that is not in it', ['a.b/e']],
  ['more than is in it', ['a.b/c', 'a.b/e']],
])('is not meant by %s', (_, specs) => {
  write();
  expect(ask(specs)).toBeUndefined();
});

it('is none where there is no lock', () => {
  expect(ask(['a.b/c'])).toBeUndefined();
});

it('that cannot be read is an error that names the place', () => {
  write('{ "lockVersion": 2 }');
  expect(() => ask(['a.b/c'])).toThrow(IntegrityError);
  expect(() => ask(['a.b/c'])).toThrow(/usegolib\.lock cannot be read: usegolib\.lock\.usegolib: missing/);
});

it('refuses a library in which a module of the same version has another content', () => {
  write();
  const library = (sum: string, version = 'v1.0.0') =>
    ({
      modules: [{ path: 'a.b/c', version, packages: [], sum }],
      requires: [],
      request: { target: 'linux-amd64' },
    }) as unknown as Manifest;
  const found = ask(['a.b/c'])!;
  expect(() => found.check(library(sum))).not.toThrow();
  expect(() => found.check(library(sum.replace('A', 'B'), 'v1.1.0'))).not.toThrow();
  expect(() => found.check(library(sum.replace('A', 'B')))).toThrow(LockError);
});

it('refuses the locked build with another library than the locked one', () => {
  write();
  const build = (sha256: string, fingerprint = 'f'.repeat(32)) =>
    ({
      fingerprint,
      library: { sha256 },
      request: { target: 'linux-amd64' },
      modules: [],
      requires: [],
    }) as unknown as Manifest;
  const found = ask(['a.b/c'])!;
  expect(() => found.check(build('1'.repeat(64)))).not.toThrow();
  expect(() => found.check(build('2'.repeat(64), 'e'.repeat(32)))).not.toThrow();
  expect(() => found.check(build('2'.repeat(64)))).toThrow(LockError);
});
