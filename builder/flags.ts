import type { Target } from '../manifests/target.ts';
import { exportsMap } from './assets.ts';
import type { Go } from './toolchain/go.ts';
import { goSetting } from './toolchain/goenv.ts';
import { type Zig, zigEnv } from './toolchain/zig.ts';

/** What `go list` and `go build` share, so that what the scan compiles is what the build needs. */
export const BUILD_FLAGS = ['-trimpath', '-buildvcs=false', '-buildmode=c-shared'];

/** No symbol table, no build id: the same sources give the same bytes. The version script hides all but the ABI's exports. */
export function linkFlags({ goos }: Target): string {
  const script = goos === 'linux' ? ` '-extldflags="-Wl,--version-script=${exportsMap}"'` : '';
  return `-ldflags=-s -w -buildid=${script}`;
}

/** -g0: debug information would name folders. Zig without -O adds a sanitizer that traps. */
const C_FLAGS = '-O2 -g0 -fno-sanitize=undefined';

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

/** The environment of every go command that builds. `GOTOOLCHAIN=local`: no module may fetch another Go behind our back. */
export function buildEnv(go: Go, zig: Zig, target: Target): NodeJS.ProcessEnv {
  const cc = `${quote(zig.path)} cc -target ${target.triple}`;
  const mine = (name: string, flags: string) => [goSetting(name), flags].filter(Boolean).join(' ');
  return {
    ...goEnv(go),
    ...zigEnv(zig),
    GOOS: target.goos,
    GOARCH: target.goarch,
    CGO_ENABLED: '1',
    CC: cc,
    CXX: cc.replace(' cc ', ' c++ '),
    CGO_CFLAGS: mine('CGO_CFLAGS', C_FLAGS),
    CGO_CXXFLAGS: mine('CGO_CXXFLAGS', C_FLAGS),
    CGO_LDFLAGS: mine('CGO_LDFLAGS', '-O2 -g0'),
  };
}

/** The user's environment for this Go: proxies, private modules, flags and .netrc are the go command's business. */
export function goEnv(_go: Go): NodeJS.ProcessEnv {
  const { GOROOT: _, GO111MODULE: __, ...env } = process.env;
  return { ...env, GOTOOLCHAIN: 'local' };
}

/** As the go command splits CC: a path with a space stands in quotes. */
function quote(path: string): string {
  return /[\s'"]/.test(path) ? `"${path}"` : path;
}
