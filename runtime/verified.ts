import { type BigIntStats, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheRoot } from '../manifests/cache-root.ts';
import { replaceIfPossible } from './replace.ts';

/**
 * Notes on artifacts that were verified: to hash a library takes longer than to load it. What was right is right as long as
 * its files are the very same: device, number, size, time of the last change of content and, which no program can set, of
 * anything else. A note is a small file in the cache folder, named by the manifest's file. Where none can be written,
 * everything is hashed each time.
 */

/** A file as it is now. */
export function identity({ dev, ino, size, mtimeNs, ctimeNs }: BigIntStats): string {
  return [dev, ino, size, mtimeNs, ctimeNs].join(' ');
}

/** The identity of the library that was verified with this manifest; undefined when there was none. */
export function verifiedWith(manifest: BigIntStats): string | undefined {
  try {
    const [first, library] = readFileSync(noteOf(manifest), 'utf8').split('\n');
    return first === identity(manifest) ? library : undefined;
  } catch {
    return undefined;
  }
}

/** Files as young as that may still change without a new time. */
const YOUNG = 2_000;

/** Notes that the library and the manifest belong together, and are whole. */
export function noteVerified(manifest: BigIntStats, library: BigIntStats): void {
  const changed = Math.max(Number(manifest.ctimeMs), Number(library.ctimeMs));
  if (Date.now() - changed < YOUNG) return;
  replaceIfPossible(noteOf(manifest), (fd) => writeFileSync(fd, `${identity(manifest)}\n${identity(library)}\n`));
}

function noteOf({ dev, ino }: BigIntStats): string {
  return join(cacheRoot(), 'verified', `${dev}-${ino}`);
}
