import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LockError } from '../../abi/errors.ts';
import { boolean, list, object, text } from '../../manifests/json-path.ts';
import { LOCKFILE } from '../../manifests/lockfile.ts';
import { targetOf } from '../../manifests/target.ts';
import { buildProject } from '../add.ts';
import { command } from '../command.ts';
import { compare, lockOf, requireLock } from '../lockfile.ts';
import { requireProject } from '../project.ts';
import { lineReport, silentReport } from '../report.ts';
import { targetsNamed } from '../targets.ts';

/** Builds what is locked once more, in a store of its own, and compares every library with the lock, byte for byte. */
export const verify = command({
  name: 'verify',
  about: `build again what ${LOCKFILE} holds, and compare the libraries byte for byte`,
  options: [
    ['--target <id>', 'only the library for this platform (default: all that are locked)', 'many'],
    ['--quiet', 'no progress'],
  ],
  examples: ['verify', 'verify --target linux-amd64'],
  output: object({ same: boolean, targets: list(text), differences: list(text) }),
  async run({ target, quiet }: { target?: string[]; quiet?: boolean }) {
    const project = await requireProject(process.cwd());
    const lock = requireLock(project.dir);
    const locked = Object.keys(lock.targets).map((id) => targetOf(id)!);
    const targets = target ? targetsNamed(target).filter((one) => locked.includes(one)) : locked;
    if (targets.length === 0) {
      throw new LockError(`${LOCKFILE} holds no library${target ? ` for ${target.join(', ')}` : ''} to compare with`, {
        hint: 'Local modules are what their sources are: a library that has one is not locked.',
      });
    }
    const report = quiet ? silentReport : lineReport();
    const store = mkdtempSync(join(tmpdir(), 'usegolib-verify-'));
    const differences = new Set<string>();
    try {
      for (const one of targets) {
        const { built, exact } = await buildProject({ ...project, modules: lock.specs }, store, one, report);
        for (const line of compare(lock, lockOf(built.manifest, exact, project.dir))) differences.add(line);
      }
    } finally {
      rmSync(store, { recursive: true, force: true, maxRetries: 2 });
    }
    const ids = targets.map(({ id }) => id);
    const same = differences.size === 0;
    return {
      json: { same, targets: ids, differences: [...differences] },
      text: same ? `the same, byte for byte: ${ids.join(', ')}\n` : `${[...differences].join('\n')}\n`,
      ...(!same && { code: 5 }),
    };
  },
});
