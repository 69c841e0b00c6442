import { type BigIntStats, closeSync, fstatSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import {
  AbiMismatchError,
  ArtifactNotFoundError,
  IntegrityError,
  LoadError,
  UnsupportedPlatformError,
} from '../abi/errors.ts';
import { ABI, LANE, STATUS_BITS } from '../abi/numbers.ts';
import { JsonPathError } from '../manifests/json-path.ts';
import { type Manifest, openManifest, parseManifest } from '../manifests/manifest.ts';
import { newSha256, sha256 } from '../manifests/sha256.ts';
import { MANIFEST } from '../manifests/store.ts';
import { hostLibc, hostTarget, targetOf } from '../manifests/target.ts';
import type { Backend, NativeLibrary } from './native/backend.ts';
import { identity, noteVerified, verifiedWith } from './verified.ts';

export const REBUILD = 'build it again with usegolib build --force';

/** What is known of an artifact before its library is opened. */
export interface Artifact {
  dir: string;
  manifest: Manifest;
  /** The file the manifest was read from. */
  file: BigIntStats;
  /** The identity of the library that was verified with this manifest before. */
  verified: string | undefined;
}

/** Reads and checks the manifest in an artifact's folder: everything that can be known before the library is opened. */
export function readArtifact(dir: string): Artifact {
  const path = join(dir, MANIFEST);
  let json: Buffer;
  let file: BigIntStats;
  try {
    const fd = openSync(path, 'r');
    try {
      file = fstatSync(fd, { bigint: true });
      json = readFileSync(fd);
    } finally {
      closeSync(fd);
    }
  } catch (cause) {
    throw new ArtifactNotFoundError(`there is no artifact in ${dir}: ${MANIFEST} cannot be read; ${REBUILD}`, {
      path,
      cause,
    });
  }
  const verified = verifiedWith(file);
  let manifest: Manifest;
  try {
    manifest = verified === undefined ? parseManifest(json.toString()) : openManifest(json);
  } catch (cause) {
    if (!(cause instanceof JsonPathError)) throw cause;
    throw new IntegrityError(`${path} cannot be used: ${cause.message}; ${REBUILD}`, { path, cause });
  }
  if (verified === undefined && sha256(JSON.stringify(manifest.schema)).slice(0, 16) !== manifest.schemaHash) {
    throw new IntegrityError(`${path}: the schema does not match its hash; ${REBUILD}`, { path });
  }
  if (manifest.abi !== ABI) {
    throw new AbiMismatchError(`${path} has ABI ${manifest.abi}, this runtime speaks ${ABI}; ${REBUILD}`, { path });
  }
  return { dir, manifest, file, verified };
}

/** @throws UnsupportedPlatformError where this process cannot load what was built for `id`. */
export function checkPlatform(id: string, path: string): void {
  const host = hostTarget();
  if (host?.id !== id) {
    const here = host?.id ?? `${process.platform}-${process.arch}`;
    throw new UnsupportedPlatformError(`${path} was built for ${id}, this process runs on ${here}`, {
      target: id,
      path,
    });
  }
  if (targetOf(id)?.libc === 'glibc' && hostLibc() === 'musl') {
    throw new UnsupportedPlatformError(
      `Go libraries cannot be loaded by musl (Alpine): use a Node built for glibc, for example the image node:22-slim`,
      { target: id, path },
    );
  }
}

/**
 * Opens exactly the bytes that were verified: on Linux the open file itself, elsewhere the file must be the same one before
 * and after. The library starts by itself in a thread of its own; `checkStarted` waits for it.
 */
export function openLibrary({ dir, manifest, file, verified }: Artifact, backend: Backend): NativeLibrary {
  const path = join(dir, manifest.library.file);
  let fd: number;
  try {
    fd = openSync(path, 'r');
  } catch (cause) {
    throw new IntegrityError(`the library ${path} cannot be read; ${REBUILD}`, { path, cause });
  }
  try {
    const before = fstatSync(fd, { bigint: true });
    const known = identity(before) === verified;
    if (!known) checkBytes(fd, before, path, manifest.library);
    const named = process.platform === 'linux';
    const native = open(named ? nameOf(fd, before) : path, path, backend);
    const after = named ? fstatSync(fd, { bigint: true }) : statSync(path, { bigint: true });
    if (after.ino !== before.ino || after.size !== before.size || after.mtimeNs !== before.mtimeNs) {
      throw new IntegrityError(`${path} changed while it was loaded; restart the process`, { path });
    }
    if (!known) noteVerified(file, before);
    return native;
  } finally {
    closeSync(fd);
  }
}

/** That an opened library is what its manifest says: asks it, as soon as all its packages are initialized. */
export function checkStarted({ dir, manifest }: Artifact, native: NativeLibrary): void {
  const path = join(dir, manifest.library.file);
  const abi = native.abi(0);
  if (abi !== ABI) throw new AbiMismatchError(`${path} has ABI ${abi}, its manifest says ${ABI}; ${REBUILD}`, { path });
  checkSchema(native, manifest.schemaHash, path);
}

function checkBytes(fd: number, stat: BigIntStats, path: string, { size, sha256 }: Manifest['library']): void {
  if (!stat.isFile()) throw new IntegrityError(`the library ${path} is not a file; ${REBUILD}`, { path });
  if (stat.size !== BigInt(size)) {
    throw new IntegrityError(`${path} has ${stat.size} bytes, its manifest says ${size}; ${REBUILD}`, { path });
  }
  const hash = newSha256();
  const chunk = Buffer.allocUnsafe(1 << 20);
  for (let n = 1, at = 0; n > 0; at += n) {
    n = readSync(fd, chunk, 0, chunk.length, at);
    hash.update(chunk.subarray(0, n));
  }
  if (hash.digest('hex') !== sha256) {
    throw new IntegrityError(`${path} does not have the SHA-256 of its manifest: it is damaged; ${REBUILD}`, { path });
  }
}

/**
 * A name of an open file that no other file ever has: the loader knows libraries by name and file, and the number of a
 * closed descriptor is used again. The numbers of device and file stand in it, a binary digit each, as `/` and `/.`, which
 * lead nowhere.
 */
function nameOf(fd: number, { dev, ino }: BigIntStats): string {
  const bits = ((dev << 64n) | ino).toString(2);
  return `/proc/self/fd${bits.replaceAll('0', '/').replaceAll('1', '/.')}/${fd}`;
}

function open(file: string, path: string, backend: Backend): NativeLibrary {
  try {
    return backend.open(file);
  } catch (cause) {
    if (cause instanceof LoadError) throw cause;
    const reason = (cause as Error).message.replaceAll(file, path);
    throw new LoadError(`the operating system cannot load ${path}: ${reason}`, { path, cause });
  }
}

/** An environment of its own: the library's is made when the answer was right. */
function checkSchema(native: NativeLibrary, want: string, path: string): void {
  const memory = new ArrayBuffer(1024);
  const lane = native.attach(0, memory, memory.byteLength);
  const length = native.abi(lane) >> STATUS_BITS;
  const got = Buffer.from(memory, 1, length - 1).toString('latin1');
  native.close(Math.floor(lane / LANE.depth));
  if (got !== want) {
    throw new AbiMismatchError(`${path} was built from schema ${got}, its manifest says ${want}; ${REBUILD}`, { path });
  }
}
