import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import lockfile from 'proper-lockfile';

/**
 * Runs `work` while no other process does the same on `path`. It only saves double work: results are built aside and renamed,
 * so that two at once would do no harm. A holder that was killed is noticed after `STALE` milliseconds; a lock that cannot
 * be had or kept is done without.
 */
export async function withLock<T>(path: string, waiting: () => void, work: () => Promise<T>): Promise<T> {
  const options = { realpath: false, stale: STALE, update: 1000, onCompromised: () => {} };
  let release: (() => Promise<void>) | undefined;
  try {
    mkdirSync(dirname(path), { recursive: true });
    release = await lockfile.lock(path, options).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ELOCKED') throw error;
      waiting();
      return lockfile.lock(path, {
        ...options,
        retries: { forever: true, minTimeout: 100, maxTimeout: 500, maxRetryTime: WAIT },
      });
    });
  } catch {
    // A cache folder that cannot hold a lock, or a holder that takes for ever: work beside it.
  }
  try {
    return await work();
  } finally {
    await release?.().catch(() => {});
  }
}

const STALE = 5000;
const WAIT = 20 * 60_000;
