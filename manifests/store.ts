import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JsonPathError, list, matching, object, parseJson, text } from './json-path.ts';
import { sha256 } from './sha256.ts';

/**
 * The layout of the store:
 *
 *     <root>/<module>@<version>/<goos>-<goarch>/current.json           which build to load
 *     <root>/<module>@<version>/<goos>-<goarch>/<fingerprint>/         manifest.json, the library, and types/
 *     <root>/+<hash>@<hash>/…                                          several modules in one library
 *
 * Capitals are written as Go's module cache does (`!masterminds`), so the layout is the same on every file system.
 */

/** A module as the store names it. A local module has the version `local` and its real directory. */
export interface StoredModule {
  path: string;
  version: string;
  dir?: string;
}

/** `current.json`: small, replaced atomically, enough to choose an artifact without reading its manifest. */
export interface Pointer {
  /** Name of the folder beside this file. */
  fingerprint: string;
  modules: (StoredModule & { packages: string[] })[];
}

export const LOCAL = 'local';
/** Names folders that hold a library and its manifest, instead of an npm package's own. */
export const LIBRARY_PATH = 'USEGOLIB_LIBRARY_PATH';
export const POINTER = 'current.json';
export const MANIFEST = 'manifest.json';
/** The folder of the TypeScript declarations in an artifact. */
export const TYPES = 'types';

const checkPointer = object({
  fingerprint: matching(/^[0-9a-f]{32}$/, '32 hex digits'),
  modules: list(object({ path: text, version: text, packages: list(text) }, { dir: text })),
});

/** The folder of all builds of these modules for a target. Their order does not matter. */
export function artifactHome(root: string, modules: StoredModule[], target: string): string {
  return join(root, ...entryName(modules).split('/'), target);
}

/** `github.com/!masterminds/semver/v3@v3.4.0`; for several modules `+<their paths, hashed>@<their versions, hashed>`. */
export function entryName(modules: StoredModule[]): string {
  const [only] = modules;
  if (modules.length === 1 && only) return `${escapeCapitals(only.path)}@${escapeCapitals(versionName(only))}`;
  const sorted = [...modules].sort((a, b) => (a.path < b.path ? -1 : 1));
  return `+${hash(sorted.map((m) => m.path))}@${hash(sorted.map(versionName))}`;
}

/** Go's escaping of paths and versions in file names: `GoDev` → `!go!dev`. */
export function escapeCapitals(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `!${letter.toLowerCase()}`);
}

export function unescapeCapitals(name: string): string {
  return name.replace(/!([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

export function readPointer(home: string): Pointer | undefined {
  const file = join(home, POINTER);
  let json: string;
  try {
    json = readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
  return parseJson(json, checkPointer, file);
}

export function writePointer(pointer: Pointer): string {
  return `${JSON.stringify(pointer, null, 2)}\n`;
}

/** An entry of the store that has a build for a target. */
export interface Stored {
  home: string;
  pointer: Pointer;
}

/**
 * Builds of one module on its own, whatever the version; the newest version is not the first. A pointer that cannot be read
 * stands for no build: its error goes to `damaged`.
 */
export function* buildsOf(
  root: string,
  modulePath: string,
  target: string,
  damaged: unknown[] = [],
): Generator<Stored> {
  const segments = escapeCapitals(modulePath).split('/');
  const prefix = `${segments.pop()}@`;
  yield* within(join(root, ...segments), prefix, target, damaged);
}

/** Builds of several modules in one library. */
export function* setsIn(root: string, target: string): Generator<Stored> {
  yield* within(root, '+', target, []);
}

function* within(folder: string, prefix: string, target: string, damaged: unknown[]): Generator<Stored> {
  for (const name of names(folder)) {
    if (!name.startsWith(prefix)) continue;
    const home = join(folder, name, target);
    try {
      const pointer = readPointer(home);
      if (pointer) yield { home, pointer };
    } catch (error) {
      if (!(error instanceof JsonPathError)) throw error;
      damaged.push(error);
    }
  }
}

function names(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

/** `local` says nothing about which of two directories with the same module path it is. */
function versionName({ version, dir }: StoredModule): string {
  return dir ? `${version}-${hash([dir])}` : version;
}

function hash(parts: string[]): string {
  return sha256(parts.join('\n')).slice(0, 16);
}
