import { realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  ArtifactNotFoundError,
  GoLibError,
  IntegrityError,
  InvalidArgumentError,
  UnsupportedPlatformError,
} from '../abi/errors.ts';
import { storeRoot } from '../manifests/cache-root.ts';
import { JsonPathError } from '../manifests/json-path.ts';
import { LOCKFILE } from '../manifests/lockfile.ts';
import { rereadSources } from '../manifests/sources.ts';
import { MANIFEST, POINTER, readPointer, type Stored } from '../manifests/store.ts';
import { suggest } from '../manifests/suggest.ts';
import { hostTarget } from '../manifests/target.ts';
import { build } from './build.ts';
import { findArtifact, folderMeant, parseWanted, type Wanted } from './find.ts';
import { lacking, load, loadedFor, loadedModule, moduleOf } from './loaded.ts';
import { lockedFor } from './locked.ts';
import type { ModuleObject } from './module.ts';
import { type Artifact, REBUILD, readArtifact } from './verify.ts';

export interface ImportOptions {
  /** The store to look in. Default: `USEGOLIB_ARTIFACT_DIR`, or the user's cache folder. */
  artifactDir?: string;
  /** Build what is missing: unset, only in the default store; true, in `artifactDir` too; false, never. */
  buildIfMissing?: boolean;
}

export function importGo(spec: string, options?: ImportOptions): Promise<ModuleObject>;
export function importGo(specs: readonly string[], options?: ImportOptions): Promise<ModuleObject[]>;
/** As documented in `index.ts`. */
export async function importGo(
  specs: string | readonly string[],
  options: ImportOptions = {},
): Promise<ModuleObject | ModuleObject[]> {
  const { root, mayBuild } = checkOptions(options);
  const wanted = (Array.isArray(specs) ? specs : [specs]).map((spec) => parseWanted(spec));
  if (wanted.length === 0)
    throw new InvalidArgumentError('importGo: want at least one import path', { path: 'args[0]' });
  const find = async () => {
    const artifact =
      (await lockedArtifact(wanted, options, root, mayBuild)) ?? (await artifactFor(wanted, root, mayBuild));
    // While it was built, another import may have loaded a library that has it.
    return loadedFor(wanted) ?? load(artifact, wanted);
  };
  const from =
    loadedFor(wanted) ??
    (await find().catch((error: unknown) => {
      if (mayBuild && isGone(error)) return find();
      throw error;
    }));
  const modules = wanted.map(({ path }) => moduleOf(from, path));
  return Array.isArray(specs) ? modules : modules[0]!;
}

/** Whether what was found had been removed when it was to be read: `usegolib cache gc` of another process. */
function isGone(error: unknown): boolean {
  return ((error as Error).cause as NodeJS.ErrnoException | undefined)?.code === 'ENOENT';
}

/** Loads the artifact in a folder (or the one its `current.json` points to), and gives its first package. */
export async function loadArtifact(path: string): Promise<ModuleObject> {
  let dir = realpathOf(path);
  if (dir.endsWith(MANIFEST) || dir.endsWith(POINTER)) dir = dirname(dir);
  const pointer = currentOf(dir);
  if (pointer) dir = join(dir, pointer.fingerprint);
  const artifact = readArtifact(dir);
  const [first] = artifact.manifest.modules[0]!.packages;
  return moduleOf(load(artifact, []), first!);
}

function checkOptions(options: ImportOptions): { root: string; mayBuild: boolean } {
  const known = ['artifactDir', 'buildIfMissing'];
  for (const key of Object.keys(options)) {
    if (!known.includes(key)) {
      throw new InvalidArgumentError(`importGo: unknown option ${JSON.stringify(key)}; ${suggest(key, known)}`, {
        code: 'OPTION',
        path: `args[1].${key}`,
      });
    }
  }
  const { artifactDir, buildIfMissing } = options;
  return { root: artifactDir ?? storeRoot(), mayBuild: buildIfMissing ?? artifactDir === undefined };
}

/** The library of the project, if its lock has what is wanted: stored, or built now. A store that is named has its own. */
async function lockedArtifact(
  wanted: Wanted[],
  { artifactDir }: ImportOptions,
  root: string,
  mayBuild: boolean,
): Promise<Artifact | undefined> {
  const target = hostTarget();
  const locked = target && artifactDir === undefined ? lockedFor(wanted) : undefined;
  if (!target || !locked) return undefined;
  const home = locked.home(root, target.id);
  const fingerprint = locked.fingerprint(target.id);
  const exact = fingerprint && usable(join(home, fingerprint));
  if (exact) {
    locked.check(exact.manifest);
    return exact;
  }
  const pointer = currentOf(home);
  const stored = pointer && current({ home, pointer });
  if (!stored && !mayBuild) {
    const names = wanted.map(({ path }) => path).join(', ');
    throw new ArtifactNotFoundError(
      `what ${LOCKFILE} says of ${names} is not stored in ${root}; build it: usegolib add --frozen`,
      { module: names, target: target.id, path: home },
    );
  }
  const other = stored ?? readArtifact(await build(locked.specs, root));
  locked.check(other.manifest);
  return other;
}

/** An artifact that has all of it: stored, or built now. */
async function artifactFor(wanted: Wanted[], root: string, mayBuild: boolean): Promise<Artifact> {
  const target = hostTarget();
  if (!target) {
    throw new UnsupportedPlatformError(`there is no Go library for ${process.platform}-${process.arch}`, {
      target: `${process.platform}-${process.arch}`,
    });
  }
  const asked = wanted.some(({ query }) => query !== undefined);
  const damaged: unknown[] = [];
  const found = asked ? undefined : findArtifact(root, wanted, target.id, damaged);
  const stored = found && (mayBuild ? current(found) : readArtifact(folderOf(found)));
  if (stored) return stored;
  const names = wanted.map(({ text }) => text);
  if (mayBuild) return readArtifact(await build(names, root));
  for (const one of wanted) {
    const known = loadedModule(one.path);
    if (known && !known.module.packages.includes(one.path)) throw lacking(known.loaded, wanted, one);
  }
  const [cause] = damaged;
  const what = asked
    ? `only a build can tell which version ${names.join(', ')} is: name an exact one, or`
    : `no artifact of ${names.join(', ')} for ${target.id} is stored in ${root}${cause ? ` (${(cause as Error).message})` : ''};`;
  const folders = wanted.flatMap((one) => folderMeant(one) ?? []);
  const hint = folders.length > 0 ? ` a folder is written ${folders.join(', ')};` : '';
  const all = wanted.map((one) => folderMeant(one) ?? one.text).join(' ');
  throw new ArtifactNotFoundError(`${what}${hint} build it: usegolib build ${all}`, {
    module: names.join(', '),
    target: target.id,
    path: root,
    cause,
  });
}

function folderOf({ home, pointer }: Stored): string {
  return join(home, pointer.fingerprint);
}

/** What is stored, if this runtime can use it and the local sources are as they were when it was built. */
function current(stored: Stored): Artifact | undefined {
  const artifact = usable(folderOf(stored));
  const sources = artifact?.manifest.sources;
  return JSON.stringify(sources && rereadSources(sources)) === JSON.stringify(sources) ? artifact : undefined;
}

function usable(folder: string): Artifact | undefined {
  try {
    return readArtifact(folder);
  } catch (error) {
    if (error instanceof GoLibError) return undefined;
    throw error;
  }
}

function currentOf(dir: string) {
  try {
    return readPointer(dir);
  } catch (cause) {
    if (!(cause instanceof JsonPathError)) throw cause;
    throw new IntegrityError(`${cause.message}; ${REBUILD}`, { path: join(dir, POINTER), cause });
  }
}

function realpathOf(path: string): string {
  try {
    return realpathSync(path);
  } catch (cause) {
    throw new ArtifactNotFoundError(`there is no artifact at ${path}`, { path, cause });
  }
}
