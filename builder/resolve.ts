import type { BuildRequest } from '../manifests/manifest.ts';
import { LOCAL } from '../manifests/store.ts';
import type { Target } from '../manifests/target.ts';
import { goEnv } from './flags.ts';
import { checkLocal } from './resolve/local.ts';
import { fetchRemote } from './resolve/remote.ts';
import { checkStandard } from './resolve/standard.ts';
import { writeWorkspace } from './resolve/workspace.ts';
import type { Spec } from './spec.ts';
import type { Go } from './toolchain/go.ts';
import type { Work } from './work.ts';

/** What the specs turned out to be, and how the go command is to be started so that it sees all of it. */
export interface Resolved {
  modules: BuildRequest['modules'];
  /** Arguments and environment of every go command that reads these modules. */
  flags: string[];
  env: NodeJS.ProcessEnv;
  /** Files beside the sources that decide the build: go.mod, go.sum, go.work; those that are absent too. */
  watched: string[];
}

/** Finds the concrete versions and writes our module (and workspace) in `work`, which requires or uses the targets. */
export async function resolve(specs: Spec[], go: Go, target: Target, work: Work): Promise<Resolved> {
  const env = { ...goEnv(target), GOWORK: 'off' };
  const remote = specs.filter((spec) => spec.kind === 'remote');
  const local = specs.filter((spec) => spec.kind === 'local');
  const standard = specs.filter((spec) => spec.kind === 'std');
  const modules: BuildRequest['modules'] = [];
  const add = (path: string, version: string, named: string, dir?: string) => {
    const known = modules.find((module) => module.path === path && module.dir === dir);
    const packages = [...new Set([...(known?.packages ?? []), named])].sort();
    if (known) known.packages = packages;
    else modules.push({ path, version, packages, ...(dir && { dir }) });
  };

  await checkStandard(standard, { go, cwd: work.main, env });
  for (const { path } of standard) add('std', `go${go.version}`, path);
  for (const module of await fetchRemote(remote, go, env, work)) add(module.path, module.version, module.named);
  for (const { module } of local) add(module.path, LOCAL, module.package, module.dir);
  modules.sort((a, b) => (a.path < b.path ? -1 : 1));

  if (local.length === 0) return { modules, flags: ['-mod=mod'], env, watched: [] };
  const locals = local.map((spec) => spec.module);
  const { file, flags, watched } = writeWorkspace(locals, work);
  const inWorkspace = { ...env, GOWORK: file };
  await checkLocal(local, { go, cwd: work.main, env: inWorkspace, flags });
  return { modules, flags: ['-mod=readonly', ...flags], env: inWorkspace, watched };
}
