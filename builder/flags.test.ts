import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { TARGETS } from '../manifests/target.ts';
import { buildEnv, goEnv, linkFlags, userSettings } from './flags.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'flags-'));
  writeFileSync(join(dir, 'env'), 'GOFLAGS=-tags=fromfile\nGOAMD64=v3\n');
  vi.stubEnv('GOENV', join(dir, 'env'));
  for (const name of ['GOFLAGS', 'GOAMD64', 'CGO_CFLAGS', 'GOROOT']) vi.stubEnv(name, undefined);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(dir, { recursive: true });
});

const go = { path: '/go/bin/go', version: '1.26.8' };
const linux = TARGETS.find((target) => target.goos === 'linux')!;

test('settings that decide a build are recorded, from the environment before the file of go env -w', () => {
  expect(userSettings()).toEqual({ GOFLAGS: '-tags=fromfile', GOAMD64: 'v3' });
  vi.stubEnv('GOFLAGS', '-tags=x');
  expect(userSettings()).toEqual({ GOFLAGS: '-tags=x', GOAMD64: 'v3' });
});

test('no module may fetch another Go, and another Go’s root is not taken over', () => {
  vi.stubEnv('GOROOT', '/another/go');
  vi.stubEnv('GOTOOLCHAIN', 'auto');
  expect(goEnv(go)).toMatchObject({ GOTOOLCHAIN: 'local' });
  expect(goEnv(go)).not.toHaveProperty('GOROOT');
});

test('Zig compiles C for the target, with the user’s flags before ours', () => {
  vi.stubEnv('CGO_CFLAGS', '-DX=1');
  const env = buildEnv(go, { path: '/a b/zig', version: '0.16.0', lib: '/lib' }, linux);
  expect(env).toMatchObject({
    CGO_ENABLED: '1',
    GOOS: 'linux',
    CC: `"/a b/zig" cc -target ${linux.triple}`,
    CXX: `"/a b/zig" c++ -target ${linux.triple}`,
    CGO_CFLAGS: expect.stringMatching(/^-DX=1 .*-g0/),
    ZIG_LIB_DIR: '/lib',
  });
});

test('on Linux the linker hides all but the exports of the ABI', () => {
  expect(linkFlags(linux)).toContain('--version-script=');
  for (const target of TARGETS.filter(({ goos }) => goos !== 'linux'))
    expect(linkFlags(target)).not.toContain('--version-script');
});
