import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hostTarget } from '../../manifests/target.ts';
import { type Artifact, artifactsIn, nameOf } from '../cache/artifacts.ts';
import { size } from '../cache/text.ts';
import { damageOf, removal, strayPointers } from '../cache/verify.ts';
import { commandLine } from '../process.ts';
import type { Finding } from './finding.ts';

/** Whether a folder can be written to, and has room for a build. */
export function checkFolder(check: 'cache' | 'store', folder: string, variable: string): Finding {
  const probe = join(folder, `.doctor-${process.pid}`);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(probe, '');
    rmSync(probe);
  } catch (error) {
    const message = `nothing can be written to ${folder}: ${(error as Error).message}`;
    return { check, status: 'problem', message, fix: `export ${variable}=/another/folder` };
  }
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  if (free > ROOM) return { check, status: 'ok', message: folder };
  return { check, status: 'warning', message: `${folder} has ${size(free)} left`, fix: 'usegolib cache gc' };
}

/** Go, Zig and what a first build compiles. */
const ROOM = 1.5e9;

export function checkArtifacts(store: string): Finding[] {
  const artifacts = artifactsIn(store);
  const damaged = artifacts.flatMap((artifact): Finding[] => {
    const problem = damageOf(artifact);
    if (!problem) return [];
    const message = `${nameOf(artifact)} in ${artifact.folder} is damaged: ${problem}`;
    return [{ check: 'artifacts', status: 'problem', message, fix: rebuilding(artifact) }];
  });
  const stray = strayPointers(store).map(({ home, problem }): Finding => {
    return { check: 'artifacts', status: 'problem', message: `${home}: ${problem}`, fix: 'usegolib cache verify' };
  });
  const whole: Finding = {
    check: 'artifacts',
    status: 'ok',
    message: `${artifacts.length} builds, all as they were made`,
  };
  const found = [...damaged, ...stray];
  return found.length > 0 ? found : [whole];
}

/** A build that was replaced, or of which nothing is known any more, is removed: it is made again when it is wanted. */
function rebuilding({ folder, modules, target, current }: Artifact): string {
  const specs = modules.flatMap(({ path, version, dir, packages }) =>
    path === 'std' ? packages : [dir ?? `${path}@${version}`],
  );
  if (!current || specs.length === 0) return removal(folder);
  const other = target === hostTarget()?.id ? [] : ['--target', target];
  return commandLine({ file: 'usegolib', args: ['build', '--force', ...other, ...specs] });
}
