import { resolve } from 'node:path';
import { BuildError } from '../../../abi/errors.ts';
import { cacheRoot, storeRoot } from '../../../manifests/cache-root.ts';
import { integer, list, object, text } from '../../../manifests/json-path.ts';
import { collect, reason } from '../../cache/collect.ts';
import { entriesIn } from '../../cache/entries.ts';
import { size } from '../../cache/text.ts';
import { command } from '../../command.ts';
import { STORE } from '../store.ts';

const DAYS = 30;

/** Removes what is left over, replaced or long unused; never what a process uses or builds. */
export const gc = command({
  name: 'gc',
  about: 'remove what is left over, replaced, or was not used for a while; never what is in use',
  options: [
    STORE,
    ['--older-than <days>', `what was not used for so many days goes (default: ${DAYS})`],
    ['--all', 'everything that nobody uses goes'],
    ['--dry-run', 'remove nothing, list what would go'],
  ],
  examples: ['cache gc', 'cache gc --older-than 7 --dry-run'],
  output: object({ bytes: integer, removed: list(object({ path: text, reason: text })), used: list(text) }),
  async run({ out, olderThan = String(DAYS), all = false, dryRun = false }: Flags) {
    const [cache, store, now] = [cacheRoot(), resolve(out ?? storeRoot()), Date.now()];
    const days = Number(olderThan);
    if (!(days >= 0)) {
      throw new BuildError(`--older-than: want a number of days, got ${olderThan}`, { code: 'INVALID_OPTION' });
    }
    const removed: { path: string; reason: string; name: string; bytes: number }[] = [];
    const used: string[] = [];
    for (const entry of await entriesIn(cache, store)) {
      const { path, name, bytes } = entry;
      const why = reason(entry, { days, all, now });
      if (entry.users.length > 0 || (why && !dryRun && (await collect(entry, cache, store)).length > 0))
        used.push(path);
      else if (why) removed.push({ path, reason: why, name, bytes });
    }
    const bytes = removed.reduce((sum, entry) => sum + entry.bytes, 0);
    const lines = removed.map((one) => `${dryRun ? 'would remove' : 'removed'} ${one.name} (${one.reason})\n`);
    return {
      json: { bytes, removed: removed.map((one) => ({ path: one.path, reason: one.reason })), used },
      text: `${lines.join('')}${size(bytes)} ${dryRun ? 'would be free' : 'freed'}; ${used.length} in use\n`,
    };
  },
});

interface Flags {
  out?: string;
  olderThan?: string;
  all?: boolean;
  dryRun?: boolean;
}
