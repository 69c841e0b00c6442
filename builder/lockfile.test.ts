import { expect, test } from 'vitest';
import { LockError } from '../abi/errors.ts';
import type { Lockfile } from '../manifests/lockfile.ts';
import type { Manifest } from '../manifests/manifest.ts';
import { resolveOptions } from '../manifests/options.ts';
import { checkLock, checkSums, compare, exactSpec } from './lockfile.ts';
import type { Spec } from './spec.ts';

const sum = (letter: string) => `h1:${letter.repeat(43)}=`;
const lock: Lockfile = {
  lockVersion: 1,
  usegolib: '1.0.0',
  abi: 1,
  go: '1.26.8',
  zig: '0.16.0',
  options: resolveOptions({}),
  specs: ['a.b/c@v1.0.0'],
  modules: [{ path: 'a.b/c', version: 'v1.0.0', packages: ['a.b/c'], sum: sum('A') }],
  requires: [{ path: 'a.b/d', version: 'v2.0.0', sum: sum('B') }],
  targets: { 'linux-amd64': { fingerprint: 'f', sha256: '1'.repeat(64), size: 1 } },
};
const changed = (change: Partial<Lockfile>) => compare(lock, { ...lock, ...change });

test('equal locks do not differ, and a target that only one of them has says nothing', () => {
  expect(compare(lock, structuredClone(lock))).toEqual([]);
  expect(changed({ targets: {} })).toEqual([]);
  expect(changed({ targets: { 'darwin-arm64': { fingerprint: 'g', sha256: '2'.repeat(64), size: 2 } } })).toEqual([]);
});

test.each<[Partial<Lockfile>, string]>([
  [{ usegolib: '1.1.0' }, 'usegolib 1.1.0, locked 1.0.0'],
  [{ abi: 2 }, 'ABI 2, locked 1'],
  [{ go: '1.27.0' }, 'Go 1.27.0, locked 1.26.8'],
  [{ zig: '0.17.0' }, 'Zig 0.17.0, locked 0.16.0'],
  [{ specs: [] }, 'asked for is [], locked ["a.b/c@v1.0.0"]'],
  [{ modules: [] }, `module a.b/c none, locked v1.0.0 ${sum('A')}`],
  [{ requires: [{ path: 'a.b/d', version: 'v2.1.0' }] }, `required module a.b/d v2.1.0, locked v2.0.0 ${sum('B')}`],
  [
    { targets: { 'linux-amd64': { fingerprint: 'f', sha256: '2'.repeat(64), size: 1 } } },
    `the library for linux-amd64 is ${'2'.repeat(64)}, locked ${'1'.repeat(64)}`,
  ],
])('%j is one difference, in words', (change, words) => {
  expect(changed(change)).toEqual([words]);
  expect(() => checkLock(lock, { ...lock, ...change })).toThrow(LockError);
});

test('a folder is locked as a spec that names a folder, whatever it is called', () => {
  const spec = (text: string) => ({ kind: 'local', text }) as Spec;
  const manifest = { modules: [] as Manifest['modules'] } as Manifest;
  expect(['go', '.go/own', '.', '../own'].map((text) => exactSpec(spec(`/p/${text}`), manifest, '/p', '/'))).toEqual([
    './go',
    './.go/own',
    './',
    '../own',
  ]);
});

test('only a sum that changed under its version is never right', () => {
  const [module] = lock.modules;
  const other = { ...lock, modules: [{ ...module!, version: 'v1.1.0', sum: sum('C') }] };
  expect(() => checkSums(lock, other)).not.toThrow();
  const forged = { ...lock, modules: [{ ...module!, sum: sum('C') }] };
  expect(() => checkSums(lock, forged)).toThrow(
    expect.objectContaining({
      code: 'LOCK_MISMATCH',
      differences: [`a.b/c@v1.0.0 has ${sum('C')}, locked is ${sum('A')}`],
    }),
  );
});
