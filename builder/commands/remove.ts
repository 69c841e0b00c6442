import { storeRoot } from '../../manifests/cache-root.ts';
import { list, object, text } from '../../manifests/json-path.ts';
import { forget } from '../add/record.ts';
import { without } from '../add/specs.ts';
import { addModules, changeProject } from '../add.ts';
import { command } from '../command.ts';
import { lineReport, silentReport } from '../report.ts';
import { thisHost } from '../this-host.ts';

/** Takes modules out of a project, and builds and locks what is left. What is in the store stays there. */
export const remove = command({
  name: 'remove',
  about: 'take modules out of package.json, the lock and what "#go/…" imports',
  words: [['<spec...>', 'what was added; the version does not matter']],
  options: [['--quiet', 'no progress']],
  examples: ['remove github.com/yuin/goldmark', 'remove ./go/pricing'],
  output: object({ modules: list(text), packages: list(text) }),
  async run(words: string[], { quiet }: { quiet?: boolean }) {
    const cwd = process.cwd();
    const report = quiet ? silentReport : lineReport();
    return changeProject(cwd, report, async (project) => {
      const modules = without(project, words, cwd);
      if (modules.length === 0) {
        forget(project.dir);
        return { json: { modules: [], packages: [] }, text: '' };
      }
      const ask = { words: [], cwd, root: storeRoot(), targets: [thisHost()], frozen: false };
      const { lock, packages } = await addModules({ ...ask, project: { ...project, modules } }, report);
      return { json: { modules: lock.specs, packages }, text: packages.map((path) => `#go/${path}\n`).join('') };
    });
  },
});
