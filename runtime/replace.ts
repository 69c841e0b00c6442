import { closeSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Replaces a file of the cache folder: whoever reads it has the old one or the new one whole. Where that is not possible
 * nothing happens, and nothing is left: the next process does what this one had to do.
 */
export function replaceIfPossible(path: string, write: (fd: number) => void): void {
  // Other threads have this process's number, and so have other containers that share the folder.
  const aside = `${path}.tmp-${process.pid}-${Math.random().toString(36).slice(2)}`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    const fd = openSync(aside, 'wx', 0o644); // what is in it is believed: nobody else may write to it
    try {
      write(fd);
    } finally {
      closeSync(fd);
    }
    renameSync(aside, path);
  } catch {
    remove(aside);
  }
}

function remove(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // It was never made.
  }
}
