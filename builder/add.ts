import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { BuildError, LockError } from '../abi/errors.ts';
import { cacheRoot } from '../manifests/cache-root.ts';
import { LOCKFILE, type Lockfile } from '../manifests/lockfile.ts';
import { sha256 } from '../manifests/sha256.ts';
import type { Target } from '../manifests/target.ts';
import { BINDINGS, record } from './add/record.ts';
import { type From, merge, wholeText } from './add/specs.ts';
import { bindingFiles, strayFiles, writeFiles } from './bindings.ts';
import { build, type Outcome } from './build.ts';
import { withLock } from './lock.ts';
import { checkLock, checkSums, exactSpec, lockIn, lockOf, requireLock } from './lockfile.ts';
import { type Project, requireProject } from './project.ts';
import type { Report } from './report.ts';
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
  /** Of the project. */
  dir: string;
  lock: Lockfile;
  built: Outcome;
  /** What `#go/…` offers now. */
  packages: string[];
}

/** Runs `work` on the project as it is now, while no other command changes it. */
export async function changeProject<T>(
  cwd: string,
  report: Report,
  work: (project: Project) => Promise<T>,
): Promise<T> {
  const { dir } = await requireProject(cwd);
  const key = sha256(dir).slice(0, 32);
  const waiting = () => report.note(`another command changes ${dir}; waiting for it`);
  return withLock(join(cacheRoot(), 'locks', `project-${key}`), waiting, async () => work(await requireProject(cwd)));
}

/** Builds all modules of a project into one library, records and locks them, and writes what it imports. */
export async function addModules(ask: AddAsk, report: Report): Promise<Added> {
  const { project, words, cwd, frozen } = ask;
  const specs = merge(project, words, cwd);
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
  return { dir: project.dir, lock: frozen ? before! : lock, built: built!, packages: packagesOf(built!) };
}

/** The library of what a project has recorded, and its specs with the versions that were built. */
export async function buildProject(
  project: Project,
  root: string,
  target: Target,
  report: Report,
): Promise<{ built: Outcome; exact: string[] }> {
  const specs = merge(project, [], project.dir);
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

function buildFor(target: Target, specs: From[], project: Project, root: string, report: Report): Promise<Outcome> {
  const texts = specs.map(wholeText);
  return withVendored(project.dir, texts, () =>
    build({ specs: texts, root, cwd: project.dir, options: project.options, target }, report),
  );
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
