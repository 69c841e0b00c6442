import { readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';

/** A folder of the user's own, and the Go module it belongs to. */
export interface LocalModule {
  /** Module path of the nearest go.mod; `local/<folder>` where there is none. */
  path: string;
  /** The module's real directory. */
  dir: string;
  /** Import path of the package in the folder that was named. */
  package: string;
  /** False where there is no go.mod: the folder alone is taken for a module. */
  hasModFile: boolean;
}

/** Whether a spec names a folder: `./x`, `../x`, `.`, `/x`, `C:\x`. Anything else is an import path. */
export function isFolderSpec(spec: string): boolean {
  return /^\.\.?($|[/\\])/.test(spec) || isAbsolute(spec);
}

/** The module of an existing folder. Undefined if there is no such folder. */
export function findLocalModule(folder: string): LocalModule | undefined {
  let start: string;
  try {
    start = realpathSync(folder);
    if (!statSync(start).isDirectory()) return undefined;
  } catch {
    return undefined;
  }
  for (let dir = start; ; dir = dirname(dir)) {
    const path = modulePathIn(dir);
    if (path !== undefined) {
      const below = relative(dir, start).split(sep).join('/');
      return { path, dir, package: below ? `${path}/${below}` : path, hasModFile: true };
    }
    if (dirname(dir) === dir) break;
  }
  const path = `local/${basename(start).replace(/[^\w.~-]/g, '_') || 'module'}`;
  return { path, dir: start, package: path, hasModFile: false };
}

/** The path in the module line of `dir/go.mod`; undefined if there is no such file. */
export function modulePathIn(dir: string): string | undefined {
  let text: string;
  try {
    text = readFileSync(join(dir, 'go.mod'), 'utf8');
  } catch {
    return undefined;
  }
  const line = /^[ \t]*module[ \t]+(?:\([ \t]*\r?\n[ \t]*)?("[^"]+"|`[^`]+`|[^\s"`()]+)/m.exec(text);
  return line?.[1]?.replace(/^["`]|["`]$/g, '') ?? '';
}
