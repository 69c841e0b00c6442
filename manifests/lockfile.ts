import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Checked, integer, list, object, oneOf, parseJson, record, text } from './json-path.ts';
import { checkModule, checkRequirement } from './manifest.ts';
import { checkResolvedOptions } from './options.ts';

/**
 * `usegolib.lock`, beside package.json: which modules a project's library holds, what they were built with, and the library
 * that came of it on each platform. `usegolib add` writes it, `--frozen` and `usegolib verify` hold builds against it, and
 * `importGo` takes the locked version of what it is asked for without one.
 */
export const LOCKFILE = 'usegolib.lock';

export const checkLockfile = object({
  lockVersion: oneOf(1),
  /** Versions of what builds. */
  usegolib: text,
  abi: integer,
  go: text,
  zig: text,
  options: checkResolvedOptions,
  /** What is asked for, with exact versions; folders relative to the project. */
  specs: list(text),
  /** Local modules have their folder, relative to the project, and no sum: they are what their sources are. */
  modules: list(checkModule),
  requires: list(checkRequirement),
  /** By target. Empty where a module is local. */
  targets: record(object({ fingerprint: text, sha256: text, size: integer })),
});
export type Lockfile = Checked<typeof checkLockfile>;

/** Reads the lock of a folder; undefined if there is none. @throws JsonPathError naming the place. */
export function readLockfile(dir: string): Lockfile | undefined {
  const file = join(dir, LOCKFILE);
  if (!existsSync(file)) return undefined;
  return parseJson(readFileSync(file, 'utf8'), checkLockfile, LOCKFILE);
}

export function printLockfile(lock: Lockfile): string {
  return `${JSON.stringify(lock, null, 2)}\n`;
}

/** The nearest folder at or above `dir` with a package.json: that of the project. */
export function projectDir(dir: string): string | undefined {
  for (let at = dir; ; at = dirname(at)) {
    if (existsSync(join(at, 'package.json'))) return at;
    if (dirname(at) === at) return undefined;
  }
}
