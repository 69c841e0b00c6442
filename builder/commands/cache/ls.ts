import { resolve } from 'node:path';
import { cacheRoot, storeRoot } from '../../../manifests/cache-root.ts';
import { boolean, integer, list, object, oneOf, text } from '../../../manifests/json-path.ts';
import { type Entry, entriesIn, KINDS } from '../../cache/entries.ts';
import { age, columns, size } from '../../cache/text.ts';
import { command } from '../../command.ts';
import { STORE } from '../store.ts';

/** How an entry of the cache is printed for programs. */
const entryOutput = object(
  { kind: oneOf(...KINDS), name: text, path: text, bytes: integer, used: text, users: list(integer) },
  { current: boolean },
);

/** What the cache folder and the store hold: how big, when it was last used, and by whom it is used now. */
export const ls = command({
  name: 'ls',
  about: 'what is there: sizes, ages, and what is in use',
  options: [STORE],
  examples: ['cache ls', 'cache ls --json'],
  output: object({ cache: text, store: text, bytes: integer, entries: list(entryOutput) }),
  async run({ out }: { out?: string }) {
    const [cache, store] = [cacheRoot(), resolve(out ?? storeRoot())];
    const entries = await entriesIn(cache, store);
    const bytes = entries.reduce((sum, entry) => sum + entry.bytes, 0);
    const now = Date.now();
    const rows = entries.map((entry) => [
      size(entry.bytes),
      age(now - entry.used),
      entry.kind,
      entry.name,
      state(entry),
    ]);
    return {
      json: { cache, store, bytes, entries: entries.map(shown) },
      text: `${columns(rows)}${size(bytes)} in ${cache}${store.startsWith(cache) ? '' : ` and ${store}`}\n`,
    };
  },
});

function shown({ kind, name, path, bytes, used, users, artifact }: Entry) {
  const current = artifact && { current: artifact.current };
  return { kind, name, path, bytes, used: new Date(used).toISOString(), users, ...current };
}

function state({ users, artifact }: Entry): string {
  if (users.length > 0) return `in use by ${users.join(', ')}`;
  return artifact && !artifact.current ? 'replaced' : '';
}
