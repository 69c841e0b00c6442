import { BuildError } from '../../abi/errors.ts';
import { readProject } from '../project.ts';
import type { Finding } from './finding.ts';

/** Whether the configuration of the folder we are in can be read. */
export async function checkProject(cwd: string): Promise<Finding[]> {
  try {
    const project = await readProject(cwd);
    return project ? [{ check: 'project', status: 'ok', message: project.dir }] : [];
  } catch (error) {
    if (!(error instanceof BuildError)) throw error;
    return [{ check: 'project', status: 'problem', message: error.message }];
  }
}
