import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { BuildError } from '../abi/errors.ts';
import { type Manifest, printManifest } from '../manifests/manifest.ts';
import { sha256 } from '../manifests/sha256.ts';
import { MANIFEST, POINTER, type Pointer, TYPES, writePointer } from '../manifests/store.ts';
import { isAlive } from './process.ts';

export interface Seal {
  /** `<root>/<module>@<version>/<target>` */
  home: string;
  /** The compiled file. */
  library: string;
  manifest: Omit<Manifest, 'library'>;
  /** The TypeScript declarations: file name below `types` → text. */
  declarations: Record<string, string>;
  /** File name the library gets. */
  name: string;
  /** Local modules: older builds are removed, a few are kept for those that still load them. */
  keep: number;
}

/** Puts library, declarations and manifest into the store: written beside, synced, renamed, so that a reader sees all or nothing. */
export function seal({ home, library, manifest, declarations, name, keep }: Seal): {
  folder: string;
  manifest: Manifest;
} {
  const folder = join(home, manifest.fingerprint);
  const aside = `${folder}.tmp-${process.pid}`;
  const data = readFileSync(library);
  const { manifestVersion, usegolib, abi, fingerprint, ...rest } = manifest;
  const description = { file: name, sha256: sha256(data), size: data.length };
  const full: Manifest = { manifestVersion, usegolib, abi, fingerprint, library: description, ...rest };
  const text = printManifest(full);
  try {
    const types = Object.entries(declarations).map(([file, text]) => [join(TYPES, file), Buffer.from(text)] as const);
    if (!holds(folder, { [MANIFEST]: Buffer.from(text), [name]: data, ...Object.fromEntries(types) })) {
      mkdirSync(aside, { recursive: true });
      for (const [file, text] of types) {
        mkdirSync(dirname(join(aside, file)), { recursive: true });
        writeFileSync(join(aside, file), text);
      }
      writeSynced(join(aside, name), data, 0o755);
      writeSynced(join(aside, MANIFEST), text);
      replaceFolder(aside, folder);
    }
  } catch (cause) {
    remove(aside);
    throw notWritable(folder, cause as Error);
  }
  point(home, full);
  prune(home, manifest.fingerprint, keep);
  return { folder, manifest: full };
}

/** Makes `current.json` name this build. A store that names it already is not written: it may be read-only. */
export function point(home: string, { fingerprint, modules }: Manifest): void {
  const pointer: Pointer = {
    fingerprint,
    modules: modules.map(({ path, version, dir, packages }) => ({ path, version, packages, ...(dir && { dir }) })),
  };
  const text = writePointer(pointer);
  if (holds(home, { [POINTER]: Buffer.from(text) })) return;
  const aside = join(home, `${POINTER}.tmp-${process.pid}`);
  try {
    writeSynced(aside, text);
    renameSync(aside, join(home, POINTER));
  } catch (cause) {
    remove(aside);
    throw notWritable(join(home, POINTER), cause as Error);
  }
}

function notWritable(path: string, cause: Error): BuildError {
  return new BuildError(`cannot write ${path}: ${cause.message}`, {
    code: 'STORE_NOT_WRITABLE',
    path,
    cause,
    hint: 'USEGOLIB_ARTIFACT_DIR or --out chooses another store.',
  });
}

/** Removes what can be removed: the next build tries again. */
function remove(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    // Not ours to remove, or its folder is none.
  }
}

/** Whether exactly this is there already, whole: then it is left to those who read it now. */
function holds(folder: string, files: Record<string, Buffer>): boolean {
  try {
    return Object.entries(files).every(([name, data]) => readFileSync(join(folder, name)).equals(data));
  } catch {
    return false;
  }
}

/** A folder cannot be renamed onto another: an older one of the same name, which is damaged then, is moved away first. */
function replaceFolder(aside: string, folder: string): void {
  const old = `${folder}.tmp-${process.pid}-old`;
  if (existsSync(folder)) renameSync(folder, old);
  renameSync(aside, folder);
  rmSync(old, { recursive: true, force: true });
  syncFolder(dirname(folder));
}

function writeSynced(file: string, data: string | Uint8Array, mode = 0o644): void {
  writeFileSync(file, data, { mode });
  const fd = openSync(file, 'r+');
  fsyncSync(fd);
  closeSync(fd);
}

function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const fd = openSync(folder, 'r');
  fsyncSync(fd);
  closeSync(fd);
}

/** Removes what killed builders left, and all but the newest `keep` builds. */
function prune(home: string, current: string, keep: number): void {
  const builds: { path: string; time: number }[] = [];
  for (const name of readdirSync(home)) {
    const path = join(home, name);
    const pid = /\.tmp-(\d+)/.exec(name)?.[1];
    if (pid && !isAlive(Number(pid))) remove(path);
    else if (/^[0-9a-f]{32}$/.test(name) && name !== current) builds.push({ path, time: statSync(path).mtimeMs });
  }
  builds.sort((a, b) => b.time - a.time);
  for (const { path } of builds.slice(keep - 1)) remove(path);
}
