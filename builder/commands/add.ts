import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { storeRoot } from '../../manifests/cache-root.ts';
import { list, object, text } from '../../manifests/json-path.ts';
import { LOCKFILE } from '../../manifests/lockfile.ts';
import { MANIFEST, TYPES } from '../../manifests/store.ts';
import { hostTarget } from '../../manifests/target.ts';
import { BINDINGS } from '../add/record.ts';
import { addModules, changeProject } from '../add.ts';
import { command } from '../command.ts';
import { REGISTER } from '../emit/declarations.ts';
import { lineReport, silentReport } from '../report.ts';
import { targetsNamed } from '../targets.ts';
import { thisHost } from '../this-host.ts';

/** Builds all modules of the project into one library, locked and typed; without specs those that are recorded. */
export const add = command({
  name: 'add',
  about: 'record modules in package.json, lock, build and type them: import * as m from "#go/<path>"',
  words: [['[spec...]', 'module or package, with @version if need be; or ./folder; none: what is recorded']],
  options: [
    ['--frozen', `change neither package.json nor ${LOCKFILE}, and fail if either would (for CI)`],
    ['--target <id>', "lock this platform's library, too; or all", 'many'],
    ['--quiet', 'no progress'],
  ],
  examples: ['add github.com/yuin/goldmark@v1.7.13', 'add ./go/pricing strings', 'add --frozen'],
  output: object({ lock: text, manifest: text, modules: list(text), packages: list(text) }),
  async run(
    words: string[],
    { frozen = false, target = [], quiet }: { frozen?: boolean; target?: string[]; quiet?: boolean },
  ) {
    const cwd = process.cwd();
    const others = targetsNamed(target).filter((one) => one !== hostTarget());
    const report = quiet ? silentReport : lineReport();
    const { dir, lock, built, packages } = await changeProject(cwd, report, (project) =>
      addModules({ project, words, cwd, root: storeRoot(), targets: [thisHost(), ...others], frozen }, report),
    );
    const modules = lock.modules.map(({ path, version }) => `${path}@${version}`);
    return {
      json: { lock: join(dir, LOCKFILE), manifest: join(built.folder, MANIFEST), modules, packages },
      text: packages.map((path) => `#go/${path}\n`).join(''),
      ...(!quiet && { note: `  ${LOCKFILE}: ${modules.join(', ')}\n${included(dir)}` }),
    };
  },
});

/** TypeScript passes over a folder with a dot, even one that is named: a file of it must be. */
function included(dir: string): string {
  const file = join(dir, 'tsconfig.json');
  const missing = existsSync(file) && !readFileSync(file, 'utf8').includes(BINDINGS);
  return missing
    ? `  for importGo('<path>') to be typed, add "${BINDINGS}/${TYPES}/${REGISTER}" to "include" in tsconfig.json\n`
    : '';
}
