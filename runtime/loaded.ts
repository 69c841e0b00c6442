import { channel } from 'node:diagnostics_channel';
import { ArtifactNotFoundError, VersionConflictError } from '../abi/errors.ts';
import type { Manifest } from '../manifests/manifest.ts';
import type { Wanted } from './find.ts';
import { Library } from './library.ts';
import { LOADED, type Load } from './loads.ts';
import { buildModule, type ModuleObject } from './module.ts';
import { backend } from './native/koffi.ts';
import { type Artifact, checkPlatform, checkStarted, openLibrary } from './verify.ts';

export interface Loaded {
  manifest: Manifest;
  library: Library;
  modules: Map<string, ModuleObject>;
}

/** Libraries of this thread, by the library's fingerprint; they stay until the process ends. */
const loaded = new Map<string, Loaded>();

/** The library that is loaded for all that is wanted; undefined if none is loaded for any of it. */
export function loadedFor(wanted: Wanted[]): Loaded | undefined {
  const found = wanted.map((one) => {
    const known = loadedModule(one.path);
    // A path below a loaded module may be a module of its own: the store or the go command knows.
    if (!known?.module.packages.includes(one.path)) return undefined;
    const { version, dir } = known.module;
    const other = one.version !== undefined && (one.version !== version || (one.dir !== undefined && one.dir !== dir));
    if (other) throw conflict(known.module, one.text);
    return known.loaded;
  });
  const [first] = found;
  const missing = wanted.find((_, i) => found[i] !== first);
  if (missing === undefined) return first;
  const some = found.find((one) => one !== undefined)!;
  throw lacking(some, wanted, missing);
}

/** The loaded module with the longest path that begins an import path. */
export function loadedModule(path: string): { loaded: Loaded; module: Manifest['modules'][number] } | undefined {
  const all = [...loaded.values()].flatMap((one) => one.manifest.modules.map((module) => ({ loaded: one, module })));
  return all
    .filter(
      ({ module }) => path === module.path || path.startsWith(`${module.path}/`) || module.packages.includes(path),
    )
    .sort((a, b) => b.module.path.length - a.module.path.length)[0];
}

function conflict(module: Manifest['modules'][number], wanted: string): VersionConflictError {
  const name = `${module.path}@${module.version}${module.dir ? ` of ${module.dir}` : ''}`;
  return new VersionConflictError(
    `${wanted} cannot be loaded: ${name} is loaded already, and a process holds one version of a module; import the same version everywhere`,
    { module: module.path, loaded: name, wanted },
  );
}

export function lacking({ manifest }: Loaded, wanted: Wanted[], missing: Wanted): VersionConflictError {
  const have = manifest.modules.flatMap(({ packages }) => packages);
  const all = [...new Set([...have, ...wanted.map(({ path }) => path)])].map((path) => `'${path}'`).join(', ');
  return new VersionConflictError(
    `the loaded library has no package ${missing.path}, and it can be loaded only once; import all in one call: importGo([${all}])`,
    { module: missing.path, loaded: have.join(', '), wanted: missing.text },
  );
}

export function load(artifact: Artifact, wanted: Wanted[]): Loaded {
  const { dir, manifest } = artifact;
  const known = loaded.get(manifest.fingerprint);
  if (known) return known;
  checkFirst(manifest, wanted);
  checkPlatform(manifest.request.target, dir);
  const native = openLibrary(artifact, backend);
  if (loaded.size > 0) {
    process.emitWarning(
      'a second Go library is loaded: two Go runtimes share this process; build all modules into one: importGo([...]), usegolib package a b',
      { code: 'USEGOLIB_SECOND_LIBRARY' },
    );
  }
  const label = manifest.modules.map(({ path }) => path).join(', ');
  const library = new Library(label, manifest.schema, manifest.request.options, native);
  const result: Loaded = { manifest, library, modules: new Map() };
  // Go starts in threads of its own meanwhile.
  for (const { path } of wanted) moduleOf(result, path);
  checkStarted(artifact, native);
  library.env.start();
  loaded.set(manifest.fingerprint, result);
  const message: Load = { modules: manifest.modules.map(({ path, version }) => `${path}@${version}`), folder: dir };
  channel(LOADED).publish(message);
  return result;
}

/** No module may be loaded twice. The standard library may: it has no state that two libraries must share. */
function checkFirst({ modules }: Manifest, wanted: Wanted[]): void {
  for (const { path, version, dir } of modules) {
    const other = path === 'std' ? undefined : loadedModule(path);
    if (other?.module.path !== path) continue;
    const same = other.module.version === version && other.module.dir === dir;
    const missing = wanted.find((one) => !other.module.packages.includes(one.path));
    throw same && missing ? lacking(other.loaded, wanted, missing) : conflict(other.module, `${path}@${version}`);
  }
}

export function moduleOf({ library, modules }: Loaded, path: string): ModuleObject {
  const known = modules.get(path);
  if (known) return known;
  const pkg = library.schema.packages.find((one) => one.path === path);
  if (!pkg?.bound) throw new ArtifactNotFoundError(`${library.label} has no bound package ${path}`, { module: path });
  const module = buildModule(library, pkg);
  modules.set(path, module);
  return module;
}
