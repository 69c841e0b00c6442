import { join, relative, resolve, sep } from 'node:path';
import { LockError } from '../abi/errors.ts';
import { JsonPathError } from '../manifests/json-path.ts';
import { isFolderSpec } from '../manifests/local.ts';
import { LOCKFILE, type Lockfile, readLockfile } from '../manifests/lockfile.ts';
import type { Manifest } from '../manifests/manifest.ts';
import { moduleOf } from '../manifests/module-of.ts';
import { LOCAL } from '../manifests/store.ts';
import type { Spec } from './spec.ts';

/** The lock of a folder, if there is one. @throws LockError where it cannot be read. */
export function lockIn(dir: string): Lockfile | undefined {
  try {
    return readLockfile(dir);
  } catch (cause) {
    if (!(cause instanceof JsonPathError)) throw cause;
    const path = join(dir, LOCKFILE);
    throw new LockError(`${path} cannot be read: ${cause.message}`, { path, cause, fix: `rm '${path}'` });
  }
}

/** The lock of a project that must have one. */
export function requireLock(dir: string): Lockfile {
  const lock = lockIn(dir);
  if (lock) return lock;
  throw new LockError(`there is no ${LOCKFILE} in ${dir}`, { path: join(dir, LOCKFILE), fix: 'npx usegolib add' });
}

/** What a build leaves in the lock of the project in `dir`. */
export function lockOf(manifest: Manifest, specs: string[], dir: string): Lockfile {
  const { request, library, fingerprint, usegolib, abi } = manifest;
  const local = manifest.modules.some(({ version }) => version === LOCAL);
  const seen = <M extends { dir?: string }>({ dir: folder, ...module }: M) => {
    return { ...module, ...(folder && { dir: fromProject(dir, folder) }) };
  };
  return {
    lockVersion: 1,
    usegolib,
    abi,
    go: request.go,
    zig: request.zig,
    options: request.options,
    specs,
    modules: manifest.modules.map(seen),
    requires: manifest.requires.map(seen),
    targets: local ? {} : { [request.target]: { fingerprint, sha256: library.sha256, size: library.size } },
  };
}

/** The spec with the version that was built; a folder as it is seen from the project. */
export function exactSpec(spec: Spec, { modules }: Manifest, dir: string, cwd: string): string {
  if (spec.kind === 'local') return fromProject(dir, resolve(cwd, spec.text));
  if (spec.kind === 'std') return spec.path;
  return `${spec.path}@${moduleOf(modules, spec.path)!.version}`;
}

/** Holds what was built against the lock. Libraries of targets that only one of them has are not compared. */
export function checkLock(locked: Lockfile, built: Lockfile): void {
  const differences = compare(locked, built);
  if (differences.length === 0) return;
  throw new LockError(`what is built is not what ${LOCKFILE} says: ${differences.join('; ')}`, {
    differences,
    hint: 'If the change is meant, `usegolib add` without --frozen records it.',
    fix: 'npx usegolib add',
  });
}

/** A module whose version is the same and whose content is not is never right, frozen or not. */
export function checkSums(locked: Lockfile, built: Lockfile): void {
  const before = sums(locked);
  const changed = [...sums(built)].filter(([name, sum]) => (before.get(name) ?? sum) !== sum);
  if (changed.length === 0) return;
  const differences = changed.map(([name, sum]) => `${name} has ${sum}, locked is ${before.get(name)}`);
  throw new LockError(`a module was changed after its version was locked: ${differences.join('; ')}`, {
    differences,
    hint: 'Somebody changed the version after it was published, or a proxy did; do not use it before you know which.',
  });
}

export function compare(locked: Lockfile, built: Lockfile): string[] {
  const one = (what: string, was: unknown, is: unknown) =>
    JSON.stringify(was) === JSON.stringify(is) ? [] : [`${what} ${show(is)}, locked ${show(was)}`];
  const libraries = Object.entries(built.targets).flatMap(([target, { sha256 }]) => {
    const known = locked.targets[target];
    return known ? one(`the library for ${target} is`, known.sha256, sha256) : [];
  });
  return [
    ...one('usegolib', locked.usegolib, built.usegolib),
    ...one('ABI', locked.abi, built.abi),
    ...one('Go', locked.go, built.go),
    ...one('Zig', locked.zig, built.zig),
    ...one('options', locked.options, built.options),
    ...one('asked for is', locked.specs, built.specs),
    ...versions('module', locked.modules, built.modules),
    ...versions('required module', locked.requires, built.requires),
    ...libraries,
  ];
}

interface Versioned {
  path: string;
  version: string;
  sum?: string;
}

function versions(what: string, locked: Versioned[], built: Versioned[]): string[] {
  const text = ({ version, sum = '' }: Versioned) => `${version} ${sum}`.trim();
  const was = new Map(locked.map((one) => [one.path, text(one)]));
  const is = new Map(built.map((one) => [one.path, text(one)]));
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((path) =>
    was.get(path) === is.get(path)
      ? []
      : [`${what} ${path} ${is.get(path) ?? 'none'}, locked ${was.get(path) ?? 'none'}`],
  );
}

function sums({ modules, requires }: Lockfile): Map<string, string> {
  return new Map(
    [...modules, ...requires].flatMap(({ path, version, sum }) => (sum ? [[`${path}@${version}`, sum]] : [])),
  );
}

function show(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function fromProject(dir: string, folder: string): string {
  const path = relative(dir, folder).split(sep).join('/');
  return isFolderSpec(path) ? path : `./${path}`;
}
