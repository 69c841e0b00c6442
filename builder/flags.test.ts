import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { hostTarget, TARGETS } from '../manifests/target.ts';
import { buildEnv, goEnv, linkFlags, userSettings } from './flags.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'flags-'));
  writeFileSync(join(dir, 'env'), 'GOFLAGS=-tags=fromfile\nGOAMD64=v3\n');
  vi.stubEnv('GOENV', join(dir, 'env'));
  for (const name of ['GOFLAGS', 'GOAMD64', 'CGO_CFLAGS', 'CGO_LDFLAGS', 'PKG_CONFIG', 'USEGOLIB_MACOS_SDK', 'GOROOT'])
    vi.stubEnv(name, undefined);
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
  expect(goEnv(linux)).toMatchObject({ GOTOOLCHAIN: 'local' });
  expect(goEnv(linux)).not.toHaveProperty('GOROOT');
});

test('Zig compiles C for the target, with the user’s flags before ours', async () => {
  vi.stubEnv('CGO_CFLAGS', '-DX=1');
  const env = await buildEnv(go, { path: '/a b/zig', version: '0.16.0', lib: '/lib' }, linux);
  expect(env).toMatchObject({
    CGO_ENABLED: '1',
    GOOS: 'linux',
    CC: `"/a b/zig" cc -target ${linux.triple}`,
    CXX: `"/a b/zig" c++ -target ${linux.triple}`,
    CGO_CFLAGS: expect.stringMatching(/^-DX=1 .*-g0/),
    ZIG_LIB_DIR: '/lib',
  });
});

test('what names headers and libraries of this machine does not reach the compiler', async () => {
  const other = TARGETS.find((target) => target !== hostTarget() && target.goos !== 'darwin')!;
  vi.stubEnv('CGO_CFLAGS', '-I/usr/include -DX=1 -march=native -framework Cocoa');
  vi.stubEnv('CGO_LDFLAGS', '-L/usr/lib -lssl');
  vi.stubEnv('CPATH', '/usr/include');
  vi.stubEnv('LIBRARY_PATH', '/usr/lib');
  vi.stubEnv('GOOS', 'js');
  const env = await buildEnv(go, { path: '/zig', version: '0.16.0' }, other);
  expect(env).toMatchObject({
    GOOS: other.goos,
    GOARCH: other.goarch,
    CGO_CFLAGS: expect.stringMatching(/^-DX=1 -O2 /),
  });
  expect(JSON.stringify([env['CGO_CFLAGS'], env['CGO_LDFLAGS'], env['CC']])).not.toMatch(/usr|ssl|native|ramework/);
  expect(env['PKG_CONFIG']).toBe('pkg-config-is-not-used');
  expect(env).not.toHaveProperty('CPATH');
  expect(env).not.toHaveProperty('LIBRARY_PATH');
});

test('for macOS the linker finds stubs of Apple’s libraries, or the SDK that is named', async () => {
  const mac = TARGETS.find(({ goos }) => goos === 'darwin')!;
  const zig = { path: '/zig', version: '0.16.0' };
  const own = { path: join(dir, 'bin/go'), version: '1.26.8' };
  mkdirSync(join(dir, 'src'));
  vi.stubEnv('USEGOLIB_CACHE_DIR', join(dir, 'a cache'));
  const stubs = join(dir, 'a cache/toolchains/apple-stubs-go1.26.8');
  expect((await buildEnv(own, zig, mac))['CC']).toBe(`/zig cc -target ${mac.triple} "-F${stubs}" "-L${stubs}"`);
  vi.stubEnv('USEGOLIB_MACOS_SDK', '/sdk');
  expect((await buildEnv(own, zig, mac))['CC']).toMatch(
    / -F\/sdk\/\S+ -L\/sdk\/usr\/lib -idirafter\/sdk\/usr\/include$/,
  );
});

test('on Linux the linker hides all but the exports of the ABI', () => {
  expect(linkFlags(linux)).toContain('--version-script=');
  for (const target of TARGETS.filter(({ goos }) => goos !== 'linux'))
    expect(linkFlags(target)).not.toContain('--version-script');
});
