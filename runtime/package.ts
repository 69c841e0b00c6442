import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AbiMismatchError, IntegrityError, UnsupportedPlatformError, VersionConflictError } from '../abi/errors.ts';
import { ABI } from '../abi/numbers.ts';
import { LIBRARY_PATH, MANIFEST } from '../manifests/store.ts';
import { hostTarget } from '../manifests/target.ts';
import { load, loadedFor, moduleOf } from './loaded.ts';
import { isMissing, missing } from './missing.ts';
import type { ModuleObject } from './module.ts';
import { type Artifact, checkPlatform, readArtifact } from './verify.ts';

/** What an npm package of a Go module knows of itself; `usegolib package` prints it. */
export interface GoPackage {
  /** Name and version of the npm package. */
  name: string;
  version: string;
  /** Where it is installed: the URL or the path of one of its files. */
  from: string;
  /** Import paths of the Go packages it offers. */
  packages: readonly string[];
  /** The libraries, by target: `linux-amd64`. */
  platforms: { readonly [target: string]: Platform };
}

export interface Platform {
  /** The npm package that holds the library. */
  package: string;
  /** Of the library. */
  sha256: string;
  abi: number;
  /** Where that package's `manifest.json` is; the library lies beside it. Throws where it is not installed. */
  load(): { readonly manifest: { readonly href: string } };
}

/**
 * Loads the library of an npm package that `usegolib package` wrote, in one go: such a package can be required too.
 * `USEGOLIB_LIBRARY_PATH` names folders with a library and its `manifest.json` that are taken instead.
 *
 * @returns gives the module object of an import path
 * @throws ArtifactNotFoundError (`PLATFORM_PACKAGE_MISSING`), UnsupportedPlatformError, IntegrityError, AbiMismatchError,
 * VersionConflictError, LoadError
 */
export function loadPackage(wanted: GoPackage): (path: string) => ModuleObject {
  const artifact = overriding(wanted) ?? installed(wanted);
  const { manifest } = artifact;
  const packages = manifest.modules.flatMap(({ path, version, packages }) =>
    path === 'std' ? [] : packages.map((one) => ({ text: `${one}@${version}`, path: one, version })),
  );
  const from = (packages.length && loadedFor(packages)) || load(artifact, packages);
  const { options } = manifest.request;
  if (JSON.stringify(from.manifest.request.options) !== JSON.stringify(options)) {
    const name = `${wanted.name}@${wanted.version}`;
    throw new VersionConflictError(
      `${name} cannot be loaded: its Go module is loaded already, built with other options (${JSON.stringify(from.manifest.request.options)}); build both with the same ones`,
      { module: wanted.packages[0]!, loaded: from.library.label, wanted: name },
    );
  }
  return (path) => moduleOf(from, path);
}

/** The first folder of `USEGOLIB_LIBRARY_PATH` that has everything; others may be meant for other packages. */
function overriding({ packages }: GoPackage): Artifact | undefined {
  for (const dir of process.env[LIBRARY_PATH]?.split(delimiter).filter(Boolean) ?? []) {
    const artifact = readArtifact(dir);
    const there = artifact.manifest.modules.flatMap((module) => module.packages);
    if (packages.every((one) => there.includes(one))) return artifact;
  }
  return undefined;
}

function installed(wanted: GoPackage): Artifact {
  const { name, version, platforms } = wanted;
  const target = hostTarget();
  const platform = target && platforms[target.id];
  if (!platform) {
    const here = `${process.platform}-${process.arch}`;
    throw new UnsupportedPlatformError(
      `${name}@${version} has no library for ${here}, only for ${Object.keys(platforms).join(', ')}; build one with usegolib and name its folder in ${LIBRARY_PATH}`,
      { target: target?.id ?? here },
    );
  }
  checkPlatform(target.id, platform.package);
  if (platform.abi !== ABI) {
    throw new AbiMismatchError(
      `${name}@${version} was made for ABI ${platform.abi}, the installed usegolib speaks ${ABI}: install the version of usegolib that it depends on`,
      { target: target.id },
    );
  }
  const dir = folderOf(wanted, platform);
  const artifact = readArtifact(dir);
  const { sha256 } = artifact.manifest.library;
  if (sha256 === platform.sha256) return artifact;
  throw new IntegrityError(
    `${platform.package} in ${dir} does not belong to ${name}@${version}: its library has SHA-256 ${sha256}, want ${platform.sha256}; install both in the same version`,
    { path: dir },
  );
}

function folderOf(wanted: GoPackage, platform: Platform): string {
  try {
    return unpacked(dirname(fileURLToPath(platform.load().manifest.href)));
  } catch (cause) {
    if (isMissing(cause, platform.package)) throw missing(wanted, platform, cause);
    // A test runner's realm (Jest, vitest's `vmThreads`) may have a `require` that takes no ES modules. It finds them.
    const dir = resolved(wanted, platform);
    if (dir === undefined) throw cause;
    return dir;
  }
}

function resolved({ from }: GoPackage, platform: Platform): string | undefined {
  try {
    const dir = dirname(createRequire(from).resolve(platform.package));
    return existsSync(join(dir, MANIFEST)) ? dir : undefined;
  } catch {
    return undefined;
  }
}

/** Electron reads files inside `app.asar`, but the system cannot load a library from there: it lies beside it, unpacked. */
export function unpacked(dir: string, exists: (path: string) => boolean = existsSync): string {
  const beside = dir.split(sep).map((part) => (part.endsWith('.asar') ? `${part}.unpacked` : part));
  const path = beside.join(sep);
  return path !== dir && exists(path) ? path : dir;
}
