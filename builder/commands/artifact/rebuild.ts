import { join, resolve } from 'node:path';
import { storeRoot } from '../../../manifests/cache-root.ts';
import { object, text } from '../../../manifests/json-path.ts';
import { MANIFEST } from '../../../manifests/store.ts';
import { artifactsIn } from '../../cache/artifacts.ts';
import { matching } from '../../cache/match.ts';
import { removeArtifact } from '../../cache/remove.ts';
import { command } from '../../command.ts';
import type { BuildFlags } from '../../options.ts';
import { isExact, parseSpec } from '../../spec.ts';
import { thisHost } from '../../this-host.ts';
import { BUILD_OPTIONS, buildWith } from '../build.ts';

/** Builds what may be stored already; with --clean what is stored goes first, in every version if the spec names none. */
export const rebuild = command({
  name: 'rebuild',
  about: 'build again, even if nothing changed',
  words: [['<spec>', 'module or package, with @version if need be; or ./folder']],
  options: [...BUILD_OPTIONS.filter(([flags]) => flags !== '--force'), ['--clean', 'remove what is stored first']],
  examples: ['artifact rebuild github.com/google/uuid@v1.6.0', 'artifact rebuild ./go/pricing --clean'],
  output: object({ manifest: text }),
  async run(word: string, { clean, ...flags }: BuildFlags & { clean?: boolean }) {
    if (clean) {
      const root = resolve(flags.out ?? storeRoot());
      const spec = parseSpec(word, process.cwd());
      const any = spec.kind === 'remote' && !isExact(spec.query);
      const matches = matching(artifactsIn(root), spec, [thisHost()], any);
      for (const one of matches) await removeArtifact(root, one);
    }
    const { folder } = await buildWith([word], { ...flags, force: true });
    const manifest = join(folder, MANIFEST);
    return { json: { manifest }, text: `${manifest}\n` };
  },
});
