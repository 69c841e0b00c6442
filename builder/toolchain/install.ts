import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { withLock } from '../lock.ts';
import { isAlive } from '../process.ts';

/**
 * Makes a folder once, whoever else is at it: `fill` writes into a sibling, which is then renamed. Readers see all or nothing,
 * and what a killed process left behind goes with the next one.
 */
export async function installOnce(
  folder: string,
  waiting: () => void,
  fill: (aside: string) => Promise<void>,
): Promise<string> {
  if (existsSync(folder)) return folder;
  return withLock(`${folder}.lock`, waiting, async () => {
    if (existsSync(folder)) return folder;
    sweep(folder);
    const aside = `${folder}.tmp-${process.pid}`;
    rmSync(aside, { recursive: true, force: true });
    mkdirSync(aside, { recursive: true });
    try {
      await fill(aside);
      renameSync(aside, folder);
    } catch (error) {
      rmSync(aside, { recursive: true, force: true });
      // Another process was first: its result is as good as ours.
      if (!existsSync(folder)) throw error;
    }
    return folder;
  });
}

function sweep(folder: string): void {
  const prefix = `${basename(folder)}.tmp-`;
  for (const name of readdirSync(dirname(folder))) {
    if (name.startsWith(prefix) && !isAlive(Number(name.slice(prefix.length)))) {
      rmSync(join(dirname(folder), name), { recursive: true, force: true });
    }
  }
}
