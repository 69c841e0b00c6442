import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { BuildError } from '../../abi/errors.ts';
import { POINTER } from '../../manifests/store.ts';
import type { Artifact } from './artifacts.ts';
import { usersOf } from './users.ts';

export interface Removed {
  removed: Artifact[];
  /** Builds that processes have loaded. */
  kept: { artifact: Artifact; users: number[] }[];
}

/**
 * Removes builds that no process has loaded. Each is moved away first and looked at again: whoever loads it meanwhile either
 * still has it, and gets it back, or finds none and builds it.
 */
export async function removeArtifacts(root: string, artifacts: Artifact[]): Promise<Removed> {
  const result: Removed = { removed: [], kept: [] };
  const before = await usersOf(artifacts.map(({ folder }) => folder));
  for (const artifact of artifacts) {
    const users = before.get(artifact.folder) ?? (await takeAway(artifact));
    if (users) result.kept.push({ artifact, users });
    else result.removed.push(artifact);
  }
  for (const { home, current } of result.removed) if (current) rmSync(join(home, POINTER), { force: true });
  for (const { home } of result.removed) removeEmpty(home, root);
  return result;
}

/** @returns who came to use it in the meantime: then it is where it was. */
async function takeAway({ folder }: Artifact): Promise<number[] | undefined> {
  const aside = `${folder}.tmp-${process.pid}`;
  try {
    renameSync(folder, aside);
    const users = (await usersOf([aside])).get(aside);
    if (users) renameSync(aside, folder);
    else rmSync(aside, { recursive: true, force: true });
    return users;
  } catch (cause) {
    const { message, code } = cause as NodeJS.ErrnoException;
    if (process.platform === 'win32' && (code === 'EPERM' || code === 'EBUSY')) return [0];
    throw new BuildError(`cannot remove ${folder}: ${message}`, { code: 'STORE_NOT_WRITABLE', path: folder, cause });
  }
}

/** Removes a folder that holds nothing, and those above it, up to the root. */
function removeEmpty(home: string, root: string): void {
  for (let dir = home; dir.startsWith(root) && dir !== root; dir = dirname(dir)) {
    if (existsSync(dir) && readdirSync(dir).length > 0) return;
    rmSync(dir, { recursive: true, force: true });
  }
}
