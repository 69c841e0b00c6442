import { relative, resolve } from 'node:path';
import { list, object, text } from '../../manifests/json-path.ts';
import { bindingFiles, writeFiles } from '../bindings.ts';
import { command } from '../command.ts';
import { exactSpec } from '../lockfile.ts';
import type { BuildFlags } from '../options.ts';
import { fileOfPackage } from '../package/names.ts';
import { parseSpecs } from '../spec.ts';
import { BUILD_OPTIONS, buildWith } from './build.ts';

/** Static bindings: an ES module with types for each Go package, in a folder of the user's. Builds what is missing. */
export const gen = command({
  name: 'gen',
  about: 'write an ES module with types for each Go package, to import statically',
  words: [['<spec...>', 'module or package, with @version if need be; or ./folder']],
  options: [
    ['--out <folder>', 'where they are written (default: go-bindings)'],
    ...BUILD_OPTIONS.filter(([flags]) => !/^--out\b/.test(flags)),
  ],
  examples: ['gen github.com/google/uuid@v1.6.0 --out src/go', 'gen ./go/pricing --out src/go'],
  output: object({ folder: text, files: list(text) }),
  async run(specs: string[], { out = 'go-bindings', ...flags }: BuildFlags) {
    const cwd = process.cwd();
    const folder = resolve(cwd, out);
    const { manifest, folder: artifact } = await buildWith(specs, flags);
    const exact = parseSpecs(specs, cwd).map((spec) => exactSpec(spec, manifest, cwd, cwd));
    const up = relative(folder, cwd).replaceAll('\\', '/') || '.';
    const files = bindingFiles(manifest, artifact, exact, up);
    writeFiles(folder, files);
    const modules = manifest.modules.flatMap(({ packages }) => packages.map((path) => `${fileOfPackage(path)}.js`));
    return {
      json: { folder, files: Object.keys(files).sort() },
      text: modules.map((file) => `${relative(cwd, resolve(folder, file))}\n`).join(''),
    };
  },
});
