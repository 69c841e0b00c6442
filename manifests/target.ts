import { closeSync, existsSync, openSync, readFileSync, readSync } from 'node:fs';

/**
 * The target table: everything that differs between the platforms a library is built for. A row is an operating system and
 * a processor; what all rows of a system, or of a processor, have in common is said once.
 */
export interface Target extends System {
  /** `goos-goarch`; names the folder in the store. */
  id: string;
  goos: string;
  goarch: string;
  /** Zig's name for it, with the oldest C library or system version it runs on. */
  triple: string;
  /** How Node names the processor. */
  arch: string;
  /** The processor's number in the header of a library. */
  machine: number;
  /** Its processor runs no unsigned code. */
  signed?: true;
  /** How the tests of this project know that its libraries work. */
  proof: Proof;
}

/** Run on the real thing, run by an emulator (`scripts/foreign.mjs`), or looked at byte by byte. */
export type Proof = 'run' | 'emulated' | 'structure';

interface System {
  /** How Node names the system. */
  platform: NodeJS.Platform;
  /** File name of the library, and its format. */
  library: string;
  format: 'elf' | 'mach-o' | 'pe';
  /** The oldest version it runs on, and of what. */
  minimum: string;
  measure: 'glibc' | 'macOS' | 'Windows';
  /** Other libraries that it may need: every such system has them. */
  needs: RegExp;
  /** The C library the host must have. */
  libc?: 'glibc';
  /** Environment variable that names an SDK, for C code that needs more of the system than Go and Zig know of it. */
  sdk?: string;
  /** Where the linker cannot be told what to hide: what Go and it export beside the ABI. C code of modules may add to it. */
  shows?: readonly string[];
}

const SYSTEMS = {
  linux: {
    platform: 'linux',
    library: 'libusegolib.so',
    format: 'elf',
    minimum: '2.28',
    measure: 'glibc',
    needs: /^(lib(c|m|dl|rt|pthread|resolv)|ld-linux-[\w-]+)\.so\.\d+$/,
    libc: 'glibc',
  },
  darwin: {
    platform: 'darwin',
    library: 'libusegolib.dylib',
    format: 'mach-o',
    minimum: '12.0',
    measure: 'macOS',
    needs: /^\/(usr\/lib|System\/Library\/Frameworks)\//,
    sdk: 'USEGOLIB_MACOS_SDK',
    shows: ['_cgo_panic', '_cgo_topofstack', 'crosscall1', 'crosscall2', '_mh_dylib_header', '__dso_handle'],
  },
  windows: {
    platform: 'win32',
    library: 'usegolib.dll',
    format: 'pe',
    minimum: '10.0',
    measure: 'Windows',
    shows: ['ugRunBlock'],
    needs:
      /^(kernel32|ntdll|advapi32|user32|gdi32|shell32|ole32|oleaut32|ws2_32|iphlpapi|bcrypt|crypt32|secur32|userenv|winmm|api-ms-win-[\w-]+)\.dll$/i,
  },
} as const satisfies Record<string, System>;

const PROCESSORS = {
  amd64: { node: 'x64', zig: 'x86_64', elf: 0x3e, 'mach-o': 0x0100_0007, pe: 0x8664 },
  arm64: { node: 'arm64', zig: 'aarch64', elf: 0xb7, 'mach-o': 0x0100_000c, pe: 0xaa64 },
};

export const TARGETS: readonly Target[] = [
  row('linux', 'amd64', 'linux-gnu.2.28', 'run'),
  row('linux', 'arm64', 'linux-gnu.2.28', 'emulated'),
  row('darwin', 'amd64', 'macos.12.0', 'structure'),
  { ...row('darwin', 'arm64', 'macos.12.0', 'structure'), signed: true },
  // The GNU form of Windows' C library has the start-up code that Go's start-up hangs on.
  row('windows', 'amd64', 'windows-gnu', 'emulated'),
  row('windows', 'arm64', 'windows-gnu', 'structure'),
];

/** The row of this process, or of the platform and architecture given, as Node names them. */
export function hostTarget(platform: string = process.platform, arch: string = process.arch): Target | undefined {
  return TARGETS.find((target) => target.platform === platform && target.arch === arch);
}

export function targetOf(id: string): Target | undefined {
  return TARGETS.find((target) => target.id === id);
}

/** What Node calls a target: `darwin-arm64`, `win32-x64`. */
export function nodeName({ platform, arch }: Pick<Target, 'platform' | 'arch'>): string {
  return `${platform}-${arch}`;
}

/** Which C library this Linux process runs on. Go's shared libraries cannot be loaded by musl. */
export function hostLibc(): 'glibc' | 'musl' | undefined {
  if (process.platform !== 'linux') return undefined;
  try {
    // Most machines have no musl, and a program that asks for glibc's loader. Where it is less plain, glibc is mapped by a
    // name of its own, which takes 0.6 ms to find.
    const musl = Object.values(PROCESSORS).some(({ zig }) => existsSync(`/lib/ld-musl-${zig}.so.1`));
    if (!musl && interpreter().includes('/ld-linux')) return 'glibc';
    if (/\/libc(\.so\.6|-2\.\d+\.so)$/m.test(readFileSync('/proc/self/maps', 'latin1'))) return 'glibc';
  } catch {
    // Not there, or not to be read (`node --permission`).
  }
  // Knows in any case, but takes 5 ms.
  const { header } = process.report.getReport() as unknown as { header: { glibcVersionRuntime?: string } };
  return header.glibcVersionRuntime ? 'glibc' : 'musl';
}

/** The first page of this program, where linkers put the path of the loader. */
function interpreter(): string {
  const page = Buffer.alloc(4096);
  const fd = openSync(process.execPath, 'r');
  readSync(fd, page);
  closeSync(fd);
  return page.toString('latin1');
}

function row(goos: keyof typeof SYSTEMS, goarch: keyof typeof PROCESSORS, zig: string, proof: Proof): Target {
  const system: System = SYSTEMS[goos];
  const processor = PROCESSORS[goarch];
  const machine = processor[system.format];
  const id = `${goos}-${goarch}`;
  return { id, goos, goarch, triple: `${processor.zig}-${zig}`, arch: processor.node, machine, proof, ...system };
}
