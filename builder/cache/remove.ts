import { renameSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { BuildError } from '../../abi/errors.ts';
import { POINTER } from '../../manifests/store.ts';
import type { Artifact } from './artifacts.ts';
import { usersOf } from './users.ts';

/**
 * Removes a folder unless somebody uses it. It is moved away first and then looked at again: whoever came to use it meanwhile
 * still has it, and gets it back; whoever comes later finds none and makes it anew.
 *
 * @param users who uses the folder, wherever it has been moved to
 * @returns who does: then it is where it was. Empty: it is gone.
 */
export async function removeUnused(
  folder: string,
  users: (path: string) => Promise<number[]> = usersOfOne,
): Promise<number[]> {
  const before = await users(folder);
  if (before.length > 0) return before;
  const aside = `${folder}.tmp-${process.pid}`;
  try {
    renameSync(folder, aside);
    const since = await users(aside);
    if (since.length > 0) renameSync(aside, folder);
    else rmSync(aside, { recursive: true, force: true, maxRetries: 2 });
    return since;
  } catch (cause) {
    const { message, code } = cause as NodeJS.ErrnoException;
    if (process.platform === 'win32' && (code === 'EPERM' || code === 'EBUSY')) return [0];
    throw new BuildError(`cannot remove ${folder}: ${message}`, { code: 'STORE_NOT_WRITABLE', path: folder, cause });
  }
}

/** Removes a build that no process has loaded, and what it alone had: its pointer, and the folders above it. */
export async function removeArtifact(root: string, { folder, home, current }: Artifact): Promise<number[]> {
  const users = await removeUnused(folder);
  if (users.length > 0) return users;
  if (current) rmSync(join(home, POINTER), { force: true });
  for (let dir = home; dir.startsWith(root) && dir !== root; dir = dirname(dir)) {
    try {
      rmdirSync(dir);
    } catch {
      break; // Not empty: another build is there, or has just come.
    }
  }
  return [];
}

async function usersOfOne(path: string): Promise<number[]> {
  return (await usersOf([path])).get(path) ?? [];
}
