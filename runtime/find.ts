import { resolve } from 'node:path';
import { AmbiguousArtifactError, InvalidArgumentError } from '../abi/errors.ts';
import { findLocalModule, isFolderSpec } from '../manifests/local.ts';
import { buildsOf, LOCAL, type Pointer, type Stored, setsIn } from '../manifests/store.ts';
import { describe } from './codec/refusal.ts';

/** One thing to import: a package, of an exact version, of a query that must be asked for, or of a folder. */
export interface Wanted {
  text: string;
  /** Import path of the package. */
  path: string;
  /** `v1.2.3` or `local`; undefined: whichever is there. */
  version?: string;
  /** `latest`, a branch, a range: only the go command knows what it means. */
  query?: string;
  /** The module's directory, of a folder. */
  dir?: string;
}

/** Reads a spec: `path`, `path@version`, `./folder`. */
export function parseWanted(text: unknown, cwd = process.cwd()): Wanted {
  if (typeof text !== 'string' || text === '') {
    throw new InvalidArgumentError(
      `importGo: want an import path such as github.com/google/uuid, got ${describe(text)}`,
      {
        path: 'args[0]',
      },
    );
  }
  if (isFolderSpec(text)) {
    const found = findLocalModule(resolve(cwd, text));
    if (!found) {
      throw new InvalidArgumentError(`importGo: ${resolve(cwd, text)} is not a folder`, { path: 'args[0]' });
    }
    return { text: resolve(cwd, text), path: found.package, version: LOCAL, dir: found.dir };
  }
  const at = text.lastIndexOf('@');
  if (at < 0) return { text, path: text };
  const path = text.slice(0, at);
  const version = text.slice(at + 1);
  const exact = /^v\d+\.\d+\.\d+([-+][0-9A-Za-z.+-]+)?$/.test(version);
  return exact ? { text, path, version } : { text, path, query: version };
}

/** `./go/pricing` for the path `go/pricing`, where such a folder exists: what may have been meant. */
export function folderMeant({ path, dir }: Wanted, cwd = process.cwd()): string | undefined {
  return dir === undefined && findLocalModule(resolve(cwd, path)) ? `./${path}` : undefined;
}

/** Whether a module, as an artifact lists it, is what is wanted. */
export function offers(module: Pointer['modules'][number], wanted: Wanted): boolean {
  if (!module.packages.includes(wanted.path)) return false;
  if (wanted.version !== undefined && module.version !== wanted.version) return false;
  return wanted.dir === undefined ? true : module.dir === wanted.dir;
}

/**
 * The stored artifact that has all of `wanted`, the smallest one if several do. Why entries that could have been it were
 * passed over goes to `damaged`.
 *
 * @throws AmbiguousArtifactError where no version was asked for and several are stored.
 */
export function findArtifact(
  root: string,
  wanted: Wanted[],
  target: string,
  damaged: unknown[] = [],
): Stored | undefined {
  const offersAll = ({ pointer }: Stored) =>
    wanted.every((one) => pointer.modules.some((module) => offers(module, one)));
  const singles = [...builds(root, wanted, target, damaged)].filter(offersAll);
  // Every library of several modules is a file to read: only where none of one module will do.
  const usable = singles.length > 0 ? singles : [...setsIn(root, target)].filter(offersAll);
  const versions = new Set(usable.map(({ pointer }) => versionsOf(pointer, wanted)));
  if (versions.size > 1) {
    const candidates = [...versions].sort();
    throw new AmbiguousArtifactError(
      `several versions of ${wanted.map(({ path }) => path).join(', ')} are stored: ${candidates.join(', ')}; name the one you want, for example ${candidates.at(-1)}`,
      { module: wanted[0]!.path, candidates },
    );
  }
  return usable.sort((a, b) => a.pointer.modules.length - b.pointer.modules.length)[0];
}

function versionsOf({ modules }: Pointer, wanted: Wanted[]): string {
  return wanted.map((one) => `${one.path}@${modules.find((module) => offers(module, one))!.version}`).join(' ');
}

function* builds(root: string, wanted: Wanted[], target: string, damaged: unknown[]): Generator<Stored> {
  const segments = wanted[0]!.path.split('/');
  for (let n = segments.length; n > 0; n--) yield* buildsOf(root, segments.slice(0, n).join('/'), target, damaged);
  if (isStandard(segments[0]!)) yield* buildsOf(root, 'std', target, damaged);
}

function isStandard(first: string): boolean {
  return !first.includes('.');
}
