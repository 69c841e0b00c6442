import { join } from 'node:path';
import { hostTarget, type Target } from '../manifests/target.ts';
import { exportsMap } from './assets.ts';
import { appleStubs } from './toolchain/apple-stubs.ts';
import type { Go } from './toolchain/go.ts';
import { goSetting } from './toolchain/goenv.ts';
import { type Zig, zigEnv } from './toolchain/zig.ts';

/** What `go list` and `go build` share, so that what the scan compiles is what the build needs. */
export const BUILD_FLAGS = ['-trimpath', '-buildvcs=false', '-buildmode=c-shared'];

/** No symbol table, no build id: the same sources give the same bytes. The version script hides all but the ABI's exports. */
export function linkFlags({ format }: Target, script = exportsMap): string {
  return `-ldflags=-s -w -buildid=${format === 'elf' ? ` '-extldflags="-Wl,--version-script=${script}"'` : ''}`;
}

/**
 * -g0: debug information would name folders. Zig without -O adds a sanitizer that traps. Hidden, but for the ABI's functions:
 * Zig's linker for macOS takes no list of exports.
 */
const C_FLAGS = '-O2 -g0 -fno-sanitize=undefined -fvisibility=hidden';

/** Everything of ours that decides the bytes of a library, as a manifest records it. */
export function recordedFlags(target: Target): string[] {
  return [...BUILD_FLAGS, linkFlags(target, 'exports.map'), `-target ${target.triple}`, C_FLAGS];
}

/** Go's and cgo's settings that change the result; the user's own, recorded in the manifest. */
const SETTINGS = [
  'GOFLAGS',
  'GOEXPERIMENT',
  'GOAMD64',
  'GOARM64',
  'GOFIPS140',
  'CGO_CFLAGS',
  'CGO_CPPFLAGS',
  'CGO_CXXFLAGS',
  'CGO_LDFLAGS',
];

export function userSettings(): Record<string, string> {
  return Object.fromEntries(SETTINGS.flatMap((name) => (goSetting(name) ? [[name, goSetting(name)!]] : [])));
}

/** The environment of every go command that compiles for a target. */
export async function buildEnv(go: Go, zig: Zig, target: Target): Promise<NodeJS.ProcessEnv> {
  const compiler = [`-target ${target.triple}`, ...(await searchFlags(go, target))].join(' ');
  // Never empty: of an empty variable Go takes what `go env -w` has written.
  const mine = (name: string, flags: string) => {
    const own = goSetting(name) ?? '';
    return [target === hostTarget() ? own : portable(own), flags].filter(Boolean).join(' ');
  };
  return {
    ...goEnv(target),
    ...zigEnv(zig),
    CC: `${quote(zig.path)} cc ${compiler}`,
    CXX: `${quote(zig.path)} c++ ${compiler}`,
    CGO_CFLAGS: mine('CGO_CFLAGS', C_FLAGS),
    CGO_CPPFLAGS: mine('CGO_CPPFLAGS', '-g0'),
    CGO_CXXFLAGS: mine('CGO_CXXFLAGS', C_FLAGS),
    CGO_LDFLAGS: mine('CGO_LDFLAGS', '-O2 -g0'),
  };
}

/**
 * The user's environment for the go command: proxies, private modules, flags and .netrc are the go command's business. What names
 * headers and libraries of this machine stays behind. `GOTOOLCHAIN=local`: no module may fetch another Go behind our back.
 */
export function goEnv({ goos, goarch }: Target): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = Object.fromEntries(Object.entries(process.env).filter(([name]) => !OF_HOST.has(name)));
  const ours = { GOTOOLCHAIN: 'local', GOOS: goos, GOARCH: goarch, CGO_ENABLED: '1' };
  // pkg-config knows the libraries of this machine; the library would need them wherever it is loaded.
  return { PKG_CONFIG: 'pkg-config-is-not-used', ...env, ...ours };
}

/** A Go of another place, and what C compilers and linkers read beside their arguments. */
const OF_HOST = new Set([
  'GOROOT',
  'GO111MODULE',
  'CPATH',
  'C_INCLUDE_PATH',
  'CPLUS_INCLUDE_PATH',
  'OBJC_INCLUDE_PATH',
  'LIBRARY_PATH',
  'SDKROOT',
  'MACOSX_DEPLOYMENT_TARGET',
]);

/** Of the user's C flags those that mean the same for every target: not folders, libraries and processors of this machine. */
function portable(flags: string): string {
  return flags
    .split(/\s+/)
    .filter((flag) => /^-(D|U|O|std=|f(?!ramework))/.test(flag))
    .join(' ');
}

/** Where the compiler finds what Zig does not bring: Apple's libraries, as stubs or from an SDK. */
async function searchFlags(go: Go, target: Target): Promise<string[]> {
  if (!target.sdk) return [];
  const sdk = process.env[target.sdk];
  const flags = sdk
    ? [
        `-F${join(sdk, 'System/Library/Frameworks')}`,
        `-L${join(sdk, 'usr/lib')}`,
        `-idirafter${join(sdk, 'usr/include')}`,
      ]
    : [`-F${await appleStubs(go)}`, `-L${await appleStubs(go)}`];
  return flags.map(quote);
}

/** As the go command splits CC: a word with a space stands in quotes. */
function quote(word: string): string {
  return /[\s'"]/.test(word) ? `"${word}"` : word;
}
