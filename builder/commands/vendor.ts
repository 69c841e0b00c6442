import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { list, object, text } from '../../manifests/json-path.ts';
import { LOCKFILE } from '../../manifests/lockfile.ts';
import { targetOf } from '../../manifests/target.ts';
import { buildProject } from '../add.ts';
import { command } from '../command.ts';
import { requireLock } from '../lockfile.ts';
import { requireProject } from '../project.ts';
import { lineReport, silentReport } from '../report.ts';
import { thisHost } from '../this-host.ts';
import { vendor as fill, VENDOR } from '../vendor.ts';

/** Puts every Go module that the project's library needs into a folder of the project. */
export const vendor = command({
  name: 'vendor',
  about: `keep what ${LOCKFILE} needs in ${VENDOR}, for machines without a network`,
  options: [['--quiet', 'no progress']],
  examples: ['vendor', 'add --frozen   # elsewhere, offline'],
  output: object({ folder: text, modules: list(text), go: text, zig: text }),
  async run({ quiet }: { quiet?: boolean }) {
    const project = await requireProject(process.cwd());
    const lock = requireLock(project.dir);
    const report = quiet ? silentReport : lineReport();
    const targets = [thisHost(), ...Object.keys(lock.targets).map((id) => targetOf(id)!)];
    const store = mkdtempSync(join(tmpdir(), 'usegolib-vendor-'));
    try {
      const all = { ...project, modules: lock.specs };
      const build = async () => {
        for (const target of new Set(targets)) await buildProject(all, store, target, report);
      };
      const modules = await fill(project.dir, build, report);
      const { go, zig } = lock;
      return {
        json: { folder: join(project.dir, VENDOR), modules, go, zig },
        text: modules.map((name) => `${name}\n`).join(''),
        ...(!quiet && { note: `  a machine that builds from it needs Go ${go} and Zig ${zig}: usegolib doctor\n` }),
      };
    } finally {
      rmSync(store, { recursive: true, force: true, maxRetries: 2 });
    }
  },
});
