import { resolve } from 'node:path';
import { cacheRoot, storeRoot } from '../../../manifests/cache-root.ts';
import { integer, list, object, text } from '../../../manifests/json-path.ts';
import { entriesIn } from '../../cache/entries.ts';
import { damageOf, goDamage, removal, strayPointers } from '../../cache/verify.ts';
import { command } from '../../command.ts';
import { STORE } from '../store.ts';

/** Reads every build and every pinned toolchain again and compares it with its hash. */
export const verify = command({
  name: 'verify',
  about: 'compare builds and toolchains with their hashes',
  options: [STORE],
  examples: ['cache verify'],
  output: object({ checked: integer, damaged: list(object({ path: text, problem: text, fix: text })) }),
  async run({ out }: { out?: string }) {
    const [cache, store] = [cacheRoot(), resolve(out ?? storeRoot())];
    const entries = (await entriesIn(cache, store)).filter(({ kind }) => kind === 'artifact' || kind === 'toolchain');
    const stray = strayPointers(store).map(({ home, problem }) => ({ path: home, problem, fix: removal(home) }));
    const damaged = entries.flatMap(({ path, artifact }) => {
      const problem = artifact ? damageOf(artifact) : goDamage(path);
      return problem ? [{ path, problem, fix: removal(path) }] : [];
    });
    const all = [...damaged, ...stray];
    return {
      json: { checked: entries.length, damaged: all },
      text: [
        ...all.map(({ path, problem, fix }) => `damaged ${path}: ${problem}\n  try    ${fix}\n`),
        `${entries.length} checked, ${all.length} damaged\n`,
      ].join(''),
      ...(all.length > 0 && { code: 5 }),
    };
  },
});
