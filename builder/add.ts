import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { BuildError, LockError } from '../abi/errors.ts';
import { LOCKFILE, type Lockfile } from '../manifests/lockfile.ts';
import type { Target } from '../manifests/target.ts';
import { BINDINGS, record } from './add/record.ts';
import { bindingFiles, strayFiles, writeFiles } from './bindings.ts';
import { build, type Outcome } from './build.ts';
import { checkLock, checkSums, exactSpec, lockIn, lockOf, requireLock } from './lockfile.ts';
import type { Project } from './project.ts';
import type { Report } from './report.ts';
import { parseSpec, type Spec } from './spec.ts';
import { withVendored } from './vendor.ts';

export interface AddAsk {
  project: Project;
  /** Further specs, or other versions of those that are recorded. */
  words: string[];
  /** What relative folders among the words start from. */
  cwd: string;
  /** Root of the store. */
  root: string;
  /** Whose libraries are locked; the first is this machine's. */
  targets: Target[];
  /** Nothing may change: package.json, lock and build must fit each other. */
  frozen: boolean;
}

export interface Added {
  lock: Lockfile;
  built: Outcome;
  /** What `#go/…` offers now. */
  packages: string[];
}

/** Builds all modules of a project into one library, records and locks them, and writes what it imports. */
export async function addModules(ask: AddAsk, report: Report): Promise<Added> {
  const { project, words, cwd, frozen } = ask;
  const specs = merge(project, words, cwd);
  if (specs.length === 0) throw nothing(project.dir);
  const before = frozen ? requireLock(project.dir) : lockIn(project.dir);
  if (frozen) checkFrozen(before!, project, words);
  const outcomes: Outcome[] = [];
  for (const target of ask.targets) outcomes.push(await buildFor(target, specs, project, ask.root, report));
  const [built] = outcomes;
  const exact = specs.map(({ spec, from }) => exactSpec(spec, built!.manifest, project.dir, from));
  const locks = outcomes.map(({ manifest }) => lockOf(manifest, exact, project.dir));
  const lock = { ...locks[0]!, targets: Object.assign({}, ...locks.map(({ targets }) => targets)) };
  if (before) checkSums(before, lock);
  if (frozen) checkLock(before!, lock);
  else record(project.dir, lock, before);
  writeProjectBindings(project.dir, built!, exact);
  return { lock: frozen ? before! : lock, built: built!, packages: packagesOf(built!) };
}

/** The library of what a project has recorded, and its specs with the versions that were built. */
export async function buildProject(
  project: Project,
  root: string,
  target: Target,
  report: Report,
): Promise<{ built: Outcome; exact: string[] }> {
  const specs = merge(project, [], project.dir);
  if (specs.length === 0) throw nothing(project.dir);
  const built = await buildFor(target, specs, project, root, report);
  return { built, exact: specs.map(({ spec, from }) => exactSpec(spec, built.manifest, project.dir, from)) };
}

/** What `#go/…` imports, as it should be. */
export function projectBindings({ manifest, folder }: Outcome, specs: string[]): Record<string, string> {
  return bindingFiles(manifest, folder, specs, '..');
}

function writeProjectBindings(dir: string, built: Outcome, specs: string[]): void {
  const folder = join(dir, BINDINGS);
  const files = projectBindings(built, specs);
  for (const name of strayFiles(folder, files)) rmSync(join(folder, name));
  writeFiles(folder, files);
}

/** A spec, and the folder that a relative one starts from. */
interface From {
  spec: Spec;
  from: string;
}

/** What is recorded, with the new ones in the place of what they replace. */
function merge({ dir, modules }: Project, words: string[], cwd: string): From[] {
  const all = [
    ...modules.map((text) => ({ spec: parseSpec(text, dir), from: dir })),
    ...words.map((text) => ({ spec: parseSpec(text, cwd), from: cwd })),
  ];
  return [...new Map(all.map((one) => [keyOf(one.spec), one])).values()];
}

function keyOf(spec: Spec): string {
  return spec.kind === 'local' ? spec.module.package : spec.path;
}

function buildFor(target: Target, specs: From[], project: Project, root: string, report: Report): Promise<Outcome> {
  const texts = specs.map(({ spec }) => (spec.kind === 'local' ? folderOf(spec) : spec.text));
  return withVendored(project.dir, texts, () =>
    build({ specs: texts, root, cwd: project.dir, options: project.options, target }, report),
  );
}

function folderOf({ module }: Extract<Spec, { kind: 'local' }>): string {
  const below = module.package.slice(module.path.length);
  return join(module.dir, below);
}

function nothing(dir: string): BuildError {
  return new BuildError(`no module is named, and none is recorded in ${join(dir, 'package.json')}`, {
    code: 'USAGE',
    fix: 'npx usegolib add github.com/google/uuid',
  });
}

function checkFrozen(lock: Lockfile, { dir, modules }: Project, words: string[]): void {
  if (words.length > 0) {
    throw new BuildError(`--frozen allows no change, and ${words.join(' ')} would be one`, { code: 'USAGE' });
  }
  if (JSON.stringify(lock.specs) !== JSON.stringify(modules)) {
    throw new LockError(`package.json asks for ${modules.join(' ')}, ${LOCKFILE} holds ${lock.specs.join(' ')}`, {
      path: join(dir, LOCKFILE),
      fix: 'npx usegolib add',
    });
  }
}

function packagesOf({ manifest }: Outcome): string[] {
  return manifest.modules.flatMap(({ packages }) => packages).sort();
}
