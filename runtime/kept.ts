import {
  closeSync,
  fstatSync,
  fsyncSync,
  futimesSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';

/**
 * A file in the cache folder that only counts while it is exactly what was written. To hash it would take as long as to do
 * without it: its first line says which file it was, and when and how long; any other write changes that.
 */

/** Length of the first line: what follows is aligned as V8 wants it. */
const HEAD = 64;

function head(ino: bigint, size: bigint, mtimeMs: bigint): string {
  return `${ino} ${size} ${mtimeMs}`.padEnd(HEAD - 1).concat('\n');
}

/** What was kept, and when in milliseconds since 1970; undefined if there is nothing, or if it was touched since. */
export function readKept(path: string): { data: Buffer; at: number } | undefined {
  try {
    const fd = openSync(path, 'r');
    try {
      const { ino, size, mtimeMs } = fstatSync(fd, { bigint: true });
      const bytes = readFileSync(fd);
      if (bytes.toString('latin1', 0, HEAD) !== head(ino, size, mtimeMs)) return undefined;
      return { data: bytes.subarray(HEAD), at: Number(mtimeMs) };
    } finally {
      closeSync(fd);
    }
  } catch {
    return undefined;
  }
}

/** Replaces what is kept. Where that is not possible nothing happens. */
export function keep(path: string, data: Uint8Array): void {
  const aside = `${path}.tmp-${process.pid}`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    const fd = openSync(aside, 'wx'); // another thread may be at it
    try {
      const seconds = Math.floor(Date.now() / 1000);
      const { ino } = fstatSync(fd, { bigint: true });
      writeFileSync(fd, head(ino, BigInt(HEAD + data.length), BigInt(seconds) * 1000n));
      writeFileSync(fd, data);
      futimesSync(fd, seconds, seconds);
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
    renameSync(aside, path);
  } catch {
    // The next process does what this one had to do.
  }
}
