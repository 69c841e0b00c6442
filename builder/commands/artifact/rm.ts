import { resolve } from 'node:path';
import { storeRoot } from '../../../manifests/cache-root.ts';
import { integer, list, object, text } from '../../../manifests/json-path.ts';
import { type Artifact, artifactsIn, nameOf } from '../../cache/artifacts.ts';
import { matching } from '../../cache/match.ts';
import { removeArtifact } from '../../cache/remove.ts';
import { command } from '../../command.ts';
import { parseSpec } from '../../spec.ts';
import { targetsNamed } from '../../targets.ts';
import { thisHost } from '../../this-host.ts';
import { STORE } from '../store.ts';

interface Flags {
  out?: string;
  target?: string[];
  allVersions?: boolean;
  yes?: boolean;
}

const artifact = object({ module: text, folder: text });

/** Removes builds of a package; a build of several modules goes as a whole, and one that is in use stays. */
export const rm = command({
  name: 'rm',
  about: 'remove builds from the store',
  words: [['<spec>', 'module or package with @version, or ./folder']],
  options: [
    STORE,
    ['--target <id>', 'builds for this platform, or for all (default: this machine)', 'many'],
    ['--all-versions', 'whatever the version'],
    ['--yes', 'do it; without, what would go is listed'],
  ],
  examples: ['artifact rm github.com/google/uuid@v1.6.0', 'artifact rm github.com/google/uuid --all-versions --yes'],
  output: object({
    matches: list(artifact),
    removed: list(artifact),
    used: list(object({ folder: text, users: list(integer) })),
  }),
  async run(word: string, { out, target, allVersions = false, yes }: Flags) {
    const root = resolve(out ?? storeRoot());
    const spec = parseSpec(word, process.cwd());
    const targets = target ? targetsNamed(target) : [thisHost()];
    const matches = matching(artifactsIn(root), spec, targets, allVersions);
    const removed: Artifact[] = [];
    const used: { folder: string; users: number[] }[] = [];
    for (const one of yes ? matches : []) {
      const users = await removeArtifact(root, one);
      if (users.length > 0) used.push({ folder: one.folder, users });
      else removed.push(one);
    }
    const act = yes ? 'removed' : 'would remove';
    return {
      json: { matches: matches.map(shown), removed: removed.map(shown), used },
      text: [
        ...(yes ? removed : matches).map((one) => `${act} ${nameOf(one)}  ${one.folder}\n`),
        ...used.map(({ folder, users }) => `kept ${folder}: in use by ${users.join(', ')}\n`),
        ...(matches.length === 0 ? [`nothing is stored of ${word}\n`] : []),
      ].join(''),
      ...(!yes && matches.length > 0 && { code: 2, note: 'Nothing was removed; --yes does it.\n' }),
      ...(used.length > 0 && { code: 1 }),
    };
  },
});

function shown(one: Artifact): { module: string; folder: string } {
  return { module: nameOf(one), folder: one.folder };
}
