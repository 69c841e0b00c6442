import { join, resolve } from 'node:path';
import { IntegrityError, LockError } from '../abi/errors.ts';
import { JsonPathError } from '../manifests/json-path.ts';
import { isFolderSpec } from '../manifests/local.ts';
import { LOCKFILE, type Lockfile, projectDir, readLockfile } from '../manifests/lockfile.ts';
import type { Manifest } from '../manifests/manifest.ts';
import { artifactHome, type StoredModule } from '../manifests/store.ts';
import { offers, type Wanted } from './find.ts';

/** What the lock of the project says of an import. */
export interface Locked {
  /** All that is in the project's library, as a build is told. */
  specs: string[];
  /** The folder of its builds in a store. */
  home(root: string, target: string): string;
  /** @throws LockError where a library, or a module of it, has other contents than the one that is locked. */
  check(manifest: Manifest): void;
  /** The very build that is locked; undefined where the library is of local sources, or of another platform. */
  fingerprint(target: string): string | undefined;
}

/**
 * The library of the project we are in, if all that is wanted is locked for it. What is wanted in a version of its own is
 * not what is locked.
 */
export function lockedFor(wanted: Wanted[], cwd = process.cwd()): Locked | undefined {
  const dir = projectDir(cwd);
  const lock = dir && read(dir);
  if (!dir || !lock) return undefined;
  const modules = lock.modules.map((module) => ({ ...module, ...(module.dir && { dir: resolve(dir, module.dir) }) }));
  const all = wanted.every((one) => one.query === undefined && modules.some((module) => offers(module, one)));
  if (!all) return undefined;
  return {
    specs: lock.specs.map((spec) => (isFolderSpec(spec) ? join(dir, spec) : spec)),
    home: (root, target) => artifactHome(root, modules as StoredModule[], target),
    check(manifest) {
      checkLibrary(lock, manifest, dir);
      checkSums(lock, manifest, dir);
    },
    fingerprint: (target) => lock.targets[target]?.fingerprint,
  };
}

/** Of the same build only: another Go, or other settings, make another library of the same modules. */
function checkLibrary({ targets }: Lockfile, { fingerprint, library, request }: Manifest, dir: string): void {
  const locked = targets[request.target];
  if (locked?.fingerprint !== fingerprint || locked.sha256 === library.sha256) return;
  const what = `the library for ${request.target} has the SHA-256 ${library.sha256}`;
  throw new LockError(`${what}, ${join(dir, LOCKFILE)} says ${locked.sha256}: one of the two was changed`, {
    target: request.target,
    differences: [`${what}, locked is ${locked.sha256}`],
  });
}

function checkSums({ modules, requires }: Lockfile, manifest: Manifest, dir: string): void {
  const locked = new Map([...modules, ...requires].map(({ path, version, sum }) => [`${path}@${version}`, sum]));
  for (const { path, version, sum } of [...manifest.modules, ...manifest.requires]) {
    const name = `${path}@${version}`;
    if (sum === undefined || (locked.get(name) ?? sum) === sum) continue;
    throw new LockError(
      `${name} has ${sum}, ${join(dir, LOCKFILE)} says ${locked.get(name)}: the module was changed after its version was locked`,
      { module: name, differences: [`${name} has ${sum}, locked is ${locked.get(name)}`] },
    );
  }
}

function read(dir: string): Lockfile | undefined {
  try {
    return readLockfile(dir);
  } catch (cause) {
    if (!(cause instanceof JsonPathError)) throw cause;
    const path = join(dir, LOCKFILE);
    throw new IntegrityError(`${path} cannot be read: ${cause.message}; write it again: usegolib add`, { path, cause });
  }
}
