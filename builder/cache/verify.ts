import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { JsonPathError } from '../../manifests/json-path.ts';
import { isWhole, type Manifest } from '../../manifests/manifest.ts';
import { sha256 } from '../../manifests/sha256.ts';
import { MANIFEST, readPointer } from '../../manifests/store.ts';
import { DirHash } from '../toolchain/dirhash.ts';
import { toolchainVersion } from '../toolchain/go-sources.ts';
import { GO_PINS } from '../toolchain/versions.ts';
import { type Artifact, homesIn } from './artifacts.ts';

/** What is wrong with a build: its manifest or its library is not what was sealed. Undefined: nothing. */
export function damageOf({ folder }: Artifact): string | undefined {
  try {
    const json = readFileSync(join(folder, MANIFEST), 'utf8');
    if (!isWhole(json)) return 'its manifest does not have its checksum';
    const { library } = JSON.parse(json) as Pick<Manifest, 'library'>; // of any version: some other may use it
    const data = readFileSync(join(folder, library.file));
    if (data.length !== library.size) return `the library has ${data.length} bytes, its manifest says ${library.size}`;
    return sha256(data) === library.sha256 ? undefined : 'the library does not have the SHA-256 of its manifest';
  } catch (error) {
    return told(error);
  }
}

/** Pointers that cannot be read, or that name a build which is not there: folder → what is wrong. */
export function strayPointers(store: string): { home: string; problem: string }[] {
  return homesIn(store).flatMap(({ home }) => {
    try {
      const pointer = readPointer(home);
      if (!pointer || existsSync(join(home, pointer.fingerprint))) return [];
      return [{ home, problem: `current.json names the build ${pointer.fingerprint}, which is not there` }];
    } catch (error) {
      return [{ home, problem: told(error) }];
    }
  });
}

/** What is wrong with a Go toolchain in the cache: its files do not have the pinned hash. */
export function goDamage(folder: string): string | undefined {
  const pin = GO_PINS.find(({ version, target }) => basename(folder) === `go${version}-${target}`);
  if (!pin?.h1) return undefined;
  const hash = new DirHash();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const name = relative(folder, file)
      .split(sep)
      .join('/')
      .replace(/(^|\/)go\.mod$/, '$1_go.mod');
    hash.add(`golang.org/toolchain@${toolchainVersion(pin)}/${name}`, readFileSync(file));
  }
  const found = hash.h1();
  return found === pin.h1 ? undefined : `its files have the hash ${found}, pinned is ${pin.h1}`;
}

/** The command that removes a folder: what is gone is built or fetched again when it is needed. */
export function removal(path: string): string {
  return process.platform === 'win32' ? `rmdir /s /q "${path}"` : `rm -r '${path}'`;
}

function told(error: unknown): string {
  if (error instanceof JsonPathError || (error as NodeJS.ErrnoException).code !== undefined) {
    return (error as Error).message;
  }
  throw error;
}
