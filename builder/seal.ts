import { createHash } from 'node:crypto';
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
import { MANIFEST, POINTER, type Pointer, writePointer } from '../manifests/store.ts';
import { isAlive } from './process.ts';

export interface Seal {
  /** `<root>/<module>@<version>/<target>` */
  home: string;
  /** The compiled file. */
  library: string;
  manifest: Omit<Manifest, 'library'>;
  /** File name the library gets. */
  name: string;
  /** Local modules: older builds are removed, a few are kept for those that still load them. */
  keep: number;
}

/** Puts library and manifest into the store: written beside, synced, renamed, so that a reader sees all or nothing. */
export function seal({ home, library, manifest, name, keep }: Seal): { folder: string; manifest: Manifest } {
  const folder = join(home, manifest.fingerprint);
  const aside = `${folder}.tmp-${process.pid}`;
  const data = readFileSync(library);
  const { manifestVersion, usegolib, abi, fingerprint, ...rest } = manifest;
  const description = { file: name, sha256: createHash('sha256').update(data).digest('hex'), size: data.length };
  const full: Manifest = { manifestVersion, usegolib, abi, fingerprint, library: description, ...rest };
  try {
    mkdirSync(aside, { recursive: true });
    writeSynced(join(aside, name), data, 0o755);
    writeSynced(join(aside, MANIFEST), printManifest(full));
    replaceFolder(aside, folder);
  } catch (cause) {
    rmSync(aside, { recursive: true, force: true });
    throw new BuildError(`cannot write ${folder}: ${(cause as Error).message}`, {
      code: 'STORE_NOT_WRITABLE',
      cause,
      hint: 'USEGOLIB_ARTIFACT_DIR or --out chooses another store.',
    });
  }
  point(home, full);
  prune(home, manifest.fingerprint, keep);
  return { folder, manifest: full };
}

/** Makes `current.json` name this build. */
export function point(home: string, { fingerprint, modules }: Manifest): void {
  const pointer: Pointer = {
    fingerprint,
    modules: modules.map(({ path, version, dir, packages }) => ({ path, version, packages, ...(dir && { dir }) })),
  };
  const aside = join(home, `${POINTER}.tmp-${process.pid}`);
  writeSynced(aside, writePointer(pointer));
  renameSync(aside, join(home, POINTER));
}

/** A folder cannot be renamed onto another: an older one of the same name is moved away first. */
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
    if (pid && !isAlive(Number(pid))) rmSync(path, { recursive: true, force: true });
    else if (/^[0-9a-f]{32}$/.test(name) && name !== current) builds.push({ path, time: statSync(path).mtimeMs });
  }
  builds.sort((a, b) => b.time - a.time);
  for (const { path } of builds.slice(keep - 1)) rmSync(path, { recursive: true, force: true });
}
