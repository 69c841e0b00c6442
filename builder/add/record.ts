import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { LOCKFILE, type Lockfile, printLockfile } from '../../manifests/lockfile.ts';
import { fileOfPackage } from '../package/names.ts';
import { editPackageJson } from '../package-json.ts';
import { replaceFile } from '../replace-file.ts';

/** The folder of a project with what `#go/…` imports: modules and their types. */
export const BINDINGS = '.usegolib';

/** Writes the lock, and into package.json which modules there are and where `#go/…` finds them. */
export function record(dir: string, lock: Lockfile, before: Lockfile | undefined): void {
  editPackageJson(dir, (json) => {
    json.usegolib = { ...json.usegolib, modules: lock.specs };
    const { imports = {} } = json;
    const others = Object.entries(imports).filter(([key]) => !key.startsWith('#go/'));
    json.imports = { ...Object.fromEntries(others), ...importsOf(lock) };
  });
  const text = printLockfile({ ...lock, targets: targetsOf(lock, before) });
  const file = join(dir, LOCKFILE);
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) replaceFile(file, text);
}

/** Removes all that `record` and the bindings left in a project. */
export function forget(dir: string): void {
  editPackageJson(dir, (json) => {
    const { modules: _, ...options } = json.usegolib ?? {};
    const imports = Object.entries(json.imports ?? {}).filter(([key]) => !key.startsWith('#go/'));
    if (Object.keys(options).length > 0) json.usegolib = options;
    else delete json.usegolib;
    if (imports.length > 0) json.imports = Object.fromEntries(imports);
    else delete json.imports;
  });
  for (const name of [LOCKFILE, BINDINGS]) rmSync(join(dir, name), { recursive: true, force: true });
}

/** Libraries of other platforms are still right if nothing else has changed. */
function targetsOf(lock: Lockfile, before: Lockfile | undefined): Lockfile['targets'] {
  const same = before && JSON.stringify({ ...before, targets: {} }) === JSON.stringify({ ...lock, targets: {} });
  const all = { ...(same && before.targets), ...lock.targets };
  return Object.fromEntries(Object.entries(all).sort());
}

/** File names are Go's, in which `!m` is a capital: paths with capitals have an entry of their own. */
function importsOf({ modules }: Lockfile): Record<string, object> {
  const entry = (file: string) => ({ types: `./${BINDINGS}/${file}.d.ts`, default: `./${BINDINGS}/${file}.js` });
  const capitals = modules.flatMap(({ packages }) => packages.filter((path) => /[A-Z]/.test(path)));
  return Object.fromEntries([
    ['#go/*', entry('go/*')],
    ...capitals.sort().map((path) => [`#go/${path}`, entry(fileOfPackage(path))]),
  ]);
}
