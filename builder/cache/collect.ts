import { buildersIn, type Entry } from './entries.ts';
import { removeArtifact, removeUnused } from './remove.ts';
import { usersOf } from './users.ts';

export interface Limits {
  /** Remove what was not used for this many days. */
  days: number;
  /** Remove whatever nobody uses. */
  all: boolean;
  /** Now, in milliseconds. */
  now: number;
}

/** Why an entry goes; undefined if it stays. What a process uses always stays. */
export function reason({ kind, users, used, artifact }: Entry, { days, all, now }: Limits): string | undefined {
  if (users.length > 0) return undefined;
  if (kind === 'leftover' || kind === 'work') return 'left by a process that is gone';
  // Whoever has it built is about to load it.
  if (artifact && now - used < FRESH) return undefined;
  if (all) return 'nobody uses it';
  if (artifact && !artifact.current && now - used > DAY) return 'replaced by a newer build';
  return now - used > days * DAY ? `not used for ${days} days` : undefined;
}

/** Removes an entry unless somebody has come to use it. @returns who has. */
export async function collect({ path, kind, artifact }: Entry, cache: string, store: string): Promise<number[]> {
  if (artifact) return removeArtifact(store, artifact);
  if (kind === 'leftover' || kind === 'work' || kind === 'notes') return removeUnused(path, async () => []);
  return removeUnused(path, async (at) => [...((await usersOf([at])).get(at) ?? []), ...buildersIn(cache)]);
}

const FRESH = 10_000;
const DAY = 24 * 60 * 60_000;
