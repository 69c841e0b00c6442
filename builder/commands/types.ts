import { rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { storeRoot } from '../../manifests/cache-root.ts';
import { boolean, list, object, text } from '../../manifests/json-path.ts';
import { BINDINGS } from '../add/record.ts';
import { buildProject, projectBindings } from '../add.ts';
import { staleFiles, strayFiles, writeFiles } from '../bindings.ts';
import { command } from '../command.ts';
import { requireProject } from '../project.ts';
import { lineReport, silentReport } from '../report.ts';
import { thisHost } from '../this-host.ts';

/** Writes what a project imports, from its modules as they are recorded; with --check says what is not up to date. */
export const types = command({
  name: 'types',
  about: `write ${BINDINGS}: the types and modules of "#go/…", from what is recorded`,
  options: [
    ['--check', 'write nothing, fail if a file is not up to date (for CI)'],
    ['--quiet', 'no progress'],
  ],
  examples: ['types', 'types --check'],
  output: object({ folder: text, current: boolean, stale: list(text) }),
  async run({ check = false, quiet }: { check?: boolean; quiet?: boolean }) {
    const project = await requireProject(process.cwd());
    const report = quiet ? silentReport : lineReport();
    const { built, exact } = await buildProject(project, storeRoot(), thisHost(), report);
    const folder = join(project.dir, BINDINGS);
    const files = projectBindings(built, exact);
    const stray = strayFiles(folder, files);
    const stale = [...staleFiles(folder, files), ...stray].sort();
    if (!check) {
      for (const name of stray) rmSync(join(folder, name));
      writeFiles(folder, files);
    }
    const shown = stale.map((name) => `${check ? 'stale' : 'wrote'} ${relative(process.cwd(), join(folder, name))}\n`);
    return {
      json: { folder, current: !check || stale.length === 0, stale },
      text: shown.join(''),
      ...(check && stale.length > 0 && { code: 1, note: '  try    usegolib types\n' }),
    };
  },
});
