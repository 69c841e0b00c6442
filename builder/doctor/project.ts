import { BuildError } from '../../abi/errors.ts';
import { LOCKFILE } from '../../manifests/lockfile.ts';
import { lockIn } from '../lockfile.ts';
import { readProject } from '../project.ts';
import type { Finding } from './finding.ts';

/** Whether the configuration of the folder we are in can be read, and fits its lock. */
export async function checkProject(cwd: string): Promise<Finding[]> {
  try {
    const project = await readProject(cwd);
    if (!project) return [];
    const { dir, modules } = project;
    const lock = lockIn(dir);
    const locked = lock?.specs ?? [];
    if (JSON.stringify(locked) === JSON.stringify(modules)) return [{ check: 'project', status: 'ok', message: dir }];
    const message = `package.json names ${list(modules)}, ${LOCKFILE} ${list(locked)}`;
    return [{ check: 'project', status: 'problem', message, fix: 'usegolib add' }];
  } catch (error) {
    if (!(error instanceof BuildError)) throw error;
    const { message, fix } = error;
    return [{ check: 'project', status: 'problem', message, ...(fix && { fix }) }];
  }
}

function list(specs: string[]): string {
  return specs.join(', ') || 'nothing';
}
