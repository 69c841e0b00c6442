import { closeSync, fsyncSync, openSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';

/** Writes a file of a user's: whoever reads it, and whoever comes after a crash, has the old text or the new one whole. */
export function replaceFile(file: string, text: string): void {
  const aside = `${file}.tmp-${process.pid}`;
  const mode = statSync(file, { throwIfNoEntry: false })?.mode;
  try {
    writeFileSync(aside, text, mode === undefined ? {} : { mode });
    const fd = openSync(aside, 'r+');
    fsyncSync(fd);
    closeSync(fd);
    renameSync(aside, file);
  } finally {
    rmSync(aside, { force: true });
  }
}
