import { closeSync, fstatSync, fsyncSync, futimesSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { replaceIfPossible } from './replace.ts';

/**
 * A file in the cache folder that only counts while it is exactly what was written. To hash it takes half as long as to do
 * without it: its first line says how long it is and when it was written, and any other write changes that. Whole seconds,
 * so that it also counts where it was copied with its times, as into a layer of a container's image.
 */

/** Length of the first line: what follows is aligned as V8 wants it. */
const HEAD = 64;

function head(size: number, mtimeMs: number): string {
  return `${size} ${mtimeMs}`.padEnd(HEAD - 1).concat('\n');
}

/** What was kept, and when in milliseconds since 1970; undefined if there is nothing, or if it was touched since. */
export function readKept(path: string): { data: Buffer; at: number } | undefined {
  try {
    const fd = openSync(path, 'r');
    try {
      const { uid, size, mtimeMs } = fstatSync(fd);
      if (uid !== 0 && uid !== process.getuid?.()) return undefined; // it is code: another user's is not believed
      const bytes = readFileSync(fd);
      if (bytes.toString('latin1', 0, HEAD) !== head(size, mtimeMs)) return undefined;
      return { data: bytes.subarray(HEAD), at: mtimeMs };
    } finally {
      closeSync(fd);
    }
  } catch {
    return undefined;
  }
}

/** Replaces what is kept. Where that is not possible nothing happens. */
export function keep(path: string, data: Uint8Array): void {
  replaceIfPossible(path, (fd) => {
    const seconds = Math.floor(Date.now() / 1000);
    writeFileSync(fd, head(HEAD + data.length, seconds * 1000));
    writeFileSync(fd, data);
    futimesSync(fd, seconds, seconds);
    fsyncSync(fd);
  });
}
