import { mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Manifest, parseManifest, printManifest } from '../../manifests/manifest.ts';

/** One way to spoil an artifact, and the class of the error that must say so. */
export interface Damage {
  name: string;
  error: 'Integrity' | 'AbiMismatch' | 'UnsupportedPlatform' | 'ArtifactNotFound';
  /** @param random a number from 0 up to 1, the same in every run */
  apply(artifact: string, random: () => number): void;
}

/** What can happen to a file on its disk, or on its way to it. */
function toFile(file: string, gone: Damage['error']): Damage[] {
  const change = (name: string, edit: (bytes: Buffer, random: () => number) => Uint8Array): Damage => ({
    name: `${file}: ${name}`,
    error: 'Integrity',
    apply(artifact, random) {
      const path = join(artifact, file);
      const bytes = readFileSync(path);
      writeFileSync(path, edit(Buffer.from(bytes), random));
    },
  });
  const at = (bytes: Buffer, random: () => number) => Math.floor(random() * bytes.length);
  return [
    change('a flipped bit', (bytes, random) => {
      bytes[at(bytes, random)]! ^= 1 << Math.floor(random() * 8);
      return bytes;
    }),
    change('cut', (bytes, random) => bytes.subarray(0, at(bytes, random))),
    change('a tail of zeros', (bytes, random) => {
      // From before the last byte that is not zero, or nothing would change.
      const last = bytes.findLastIndex((byte) => byte !== 0);
      return bytes.fill(0, Math.floor(random() * (last + 1)));
    }),
    change('a block of noise', (bytes, random) => {
      const start = at(bytes, random);
      for (let i = start; i < Math.min(start + 512, bytes.length); i++) bytes[i]! ^= 1 + Math.floor(random() * 255);
      return bytes;
    }),
    change('bytes too many', (bytes, random) => Buffer.concat([bytes, Buffer.alloc(1 + Math.floor(random() * 4096))])),
    change('a piece twice', (bytes, random) => {
      const start = at(bytes, random);
      return Buffer.concat([bytes.subarray(0, start + 1), bytes.subarray(start)]);
    }),
    { name: `${file}: empty`, error: 'Integrity', apply: (artifact) => truncateSync(join(artifact, file)) },
    { name: `${file}: missing`, error: gone, apply: (artifact) => rmSync(join(artifact, file)) },
    {
      name: `${file}: a folder`,
      error: gone,
      apply(artifact) {
        rmSync(join(artifact, file));
        mkdirSync(join(artifact, file));
      },
    },
  ];
}

/** A manifest that is whole, with a checksum that fits, and not the one of this library or this machine. */
function toMeaning(name: string, error: Damage['error'], edit: (manifest: Manifest) => Manifest): Damage {
  return {
    name: `manifest.json: ${name}`,
    error,
    apply(artifact) {
      const path = join(artifact, 'manifest.json');
      writeFileSync(path, printManifest(edit(parseManifest(readFileSync(path, 'utf8')))));
    },
  };
}

const target = (id: string) =>
  toMeaning(`built for ${id}`, 'UnsupportedPlatform', (m) => ({ ...m, request: { ...m.request, target: id } }));

/** @param other the manifest and library of another module */
export function damages(library: string, other: { manifest: string; library: string }): Damage[] {
  const swap = (file: string, from: string): Damage => ({
    name: `${file}: of another artifact`,
    error: 'Integrity',
    apply: (artifact) => writeFileSync(join(artifact, file), readFileSync(from)),
  });
  return [
    ...toFile(library, 'Integrity'),
    ...toFile('manifest.json', 'ArtifactNotFound'),
    swap(library, other.library),
    swap('manifest.json', other.manifest),
    target('plan9-amd64'),
    target(process.arch === 'arm64' ? 'linux-amd64' : 'linux-arm64'),
    toMeaning('an older ABI', 'AbiMismatch', (m) => ({ ...m, abi: m.abi - 1 })),
    toMeaning('a newer ABI', 'AbiMismatch', (m) => ({ ...m, abi: m.abi + 1 })),
    toMeaning('another size', 'Integrity', (m) => ({ ...m, library: { ...m.library, size: m.library.size + 1 } })),
    toMeaning('another hash', 'Integrity', (m) => ({ ...m, library: { ...m.library, sha256: '0'.repeat(64) } })),
    toMeaning('another schema', 'Integrity', (m) => ({ ...m, schema: { ...m.schema, types: [] } })),
    toMeaning('a library elsewhere', 'Integrity', (m) => ({ ...m, library: { ...m.library, file: 'libother.so' } })),
  ];
}
