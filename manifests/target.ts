import { readFileSync } from 'node:fs';

/**
 * The target table: everything that differs between the platforms a library is built for, one row each.
 * A new platform is a new row.
 */
export interface Target {
  /** `goos-goarch`; names the folder in the store. */
  id: string;
  goos: string;
  goarch: string;
  /** Zig's name for it, with the oldest C library or system version it runs on. */
  triple: string;
  /** File name of the library. */
  library: string;
  /** How Node names the same thing. */
  platform: NodeJS.Platform;
  arch: string;
  /** The C library the host must have. */
  libc?: 'glibc';
  /** Built and loaded by this project's own tests. The others are filled in from what is known of them. */
  verified?: true;
}

const LIBRARY = { linux: 'libusegolib.so', darwin: 'libusegolib.dylib', windows: 'usegolib.dll' };

export const TARGETS: readonly Target[] = [
  row('linux', 'amd64', 'x86_64-linux-gnu.2.28', 'linux', 'x64', { libc: 'glibc', verified: true }),
  row('linux', 'arm64', 'aarch64-linux-gnu.2.28', 'linux', 'arm64', { libc: 'glibc' }),
  row('darwin', 'amd64', 'x86_64-macos.12.0', 'darwin', 'x64'),
  row('darwin', 'arm64', 'aarch64-macos.12.0', 'darwin', 'arm64'),
  row('windows', 'amd64', 'x86_64-windows-gnu', 'win32', 'x64'),
  row('windows', 'arm64', 'aarch64-windows-gnu', 'win32', 'arm64'),
];

/** The row of this process, or of the platform and architecture given, as Node names them. */
export function hostTarget(platform: string = process.platform, arch: string = process.arch): Target | undefined {
  return TARGETS.find((target) => target.platform === platform && target.arch === arch);
}

export function targetOf(id: string): Target | undefined {
  return TARGETS.find((target) => target.id === id);
}

/** Which C library this Linux process runs on. Go's shared libraries cannot be loaded by musl. */
export function hostLibc(): 'glibc' | 'musl' | undefined {
  if (process.platform !== 'linux') return undefined;
  // musl's loader is the libc itself, so it is mapped. process.report knows as well, in 5 ms.
  return readFileSync('/proc/self/maps', 'latin1').includes('/ld-musl-') ? 'musl' : 'glibc';
}

function row(
  goos: keyof typeof LIBRARY,
  goarch: string,
  triple: string,
  platform: NodeJS.Platform,
  arch: string,
  more: Pick<Target, 'libc' | 'verified'> = {},
): Target {
  return { id: `${goos}-${goarch}`, goos, goarch, triple, library: LIBRARY[goos], platform, arch, ...more };
}
