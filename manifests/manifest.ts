import {
  type Check,
  type Checked,
  integer,
  JsonPathError,
  list,
  matching,
  object,
  oneOf,
  parseJson,
  record,
  text,
} from './json-path.ts';
import { checkResolvedOptions } from './options.ts';
import { parsedWhenRead } from './parsed-when-read.ts';
import { type Schema, SKIP_REASONS } from './schema.ts';
import { sha256 } from './sha256.ts';
import { checkSources } from './sources.ts';

/**
 * `manifest.json`: what an artifact is, what it was built from, and the schema of its modules. One line per key, and per
 * package and type of the schema; the last line is a checksum of the text above it, so that a damaged file is never half
 * believed.
 */
export const MANIFEST_VERSION = 1;

const hex = (digits: number) => matching(new RegExp(`^[0-9a-f]{${digits}}$`), `${digits} hex digits`);
const moduleSum = matching(/^h1:[A-Za-z0-9+/]{43}=$/, 'an h1 sum');

/** A module that was asked for. Local ones have the version `local` and their real directory. */
export const checkModule = object(
  {
    path: text,
    version: text,
    /** Import paths of the packages whose symbols are bound. */
    packages: list(text),
  },
  { sum: moduleSum, dir: text },
);

/**
 * A module that is in the library because another one needs it. What stands in its place is another module, `path version`
 * (`replace`), or a folder (`dir`): of a replacement, of `vendor`, or of a workspace, where it has the version `local`.
 */
export const checkRequirement = object({ path: text, version: text }, { sum: moduleSum, replace: text, dir: text });

/** Everything known before a build that decides its result. With `sources`, this is what the fingerprint hashes. */
export const checkRequest = object({
  modules: list(object({ path: text, version: text, packages: list(text) }, { dir: text })),
  target: text,
  options: checkResolvedOptions,
  /** Versions of the toolchain: `1.26.8`, `0.16.0`. */
  go: text,
  zig: text,
  /** Hash of the Go sources that scan a module and are linked into its library. */
  bridge: hex(64),
  /** What the go command, the compiler and the linker were told. */
  flags: list(text),
  /** Go's and cgo's settings that change what is built. */
  env: record(text),
});

const checkSkip = object(
  {
    reason: oneOf(...SKIP_REASONS),
    detail: text,
    members: list(object({ name: text, pos: text, go: text })),
  },
  { on: list(text) },
);

/** Strict enough to fail early: the checksum says that it is what the builder wrote, the ABI check that we speak it. */
const checkSchema: Check<Schema> = (value, path) => {
  const { packages, types } = value as Schema;
  if (!Array.isArray(packages)) throw new JsonPathError(`${path}.packages`, 'want an array');
  if (!Array.isArray(types)) throw new JsonPathError(`${path}.types`, 'want an array');
  packages.forEach(({ skips }, i) => {
    if (skips !== undefined) list(checkSkip)(skips, `${path}.packages[${i}].skips`);
  });
  return { packages, types };
};

const checkManifest = object({
  manifestVersion: oneOf(MANIFEST_VERSION),
  /** Version of usegolib that built it. */
  usegolib: text,
  abi: integer,
  fingerprint: hex(32),
  library: object({ file: matching(/^[\w.-]+$/, 'a file name'), sha256: hex(64), size: integer }),
  modules: list(checkModule),
  requires: list(checkRequirement),
  request: checkRequest,
  /** The local files it was built from; empty if all modules came from a proxy. */
  sources: checkSources,
  /** Packages that were left out. */
  skips: list(object({ package: text, reason: oneOf(...SKIP_REASONS), detail: text })),
  schemaHash: hex(16),
  schema: checkSchema,
});

export type Manifest = Checked<typeof checkManifest>;
export type ManifestModule = Checked<typeof checkModule>;
export type Requirement = Checked<typeof checkRequirement>;
export type PackageSkip = Manifest['skips'][number];
export type BuildRequest = Checked<typeof checkRequest>;

/**
 * Reads the text of a manifest.
 *
 * @throws JsonPathError naming the place: `manifest.library.size: want an integer, got "12"`.
 */
export function parseManifest(json: string): Manifest {
  checkVersion(json);
  if (!isWhole(json)) throw new JsonPathError('manifest.checksum', 'does not match: the file is damaged');
  return parseJson(`${json.slice(0, json.lastIndexOf(CHECKSUM))}\n}`, checkManifest, 'manifest');
}

/**
 * Reads a manifest that was read before, and is known to be the same: it is not checked, and a package or type of its
 * schema, most of which no program uses, is parsed when it is first asked for.
 */
export function openManifest(json: Buffer): Manifest {
  const schema = json.indexOf(SCHEMA);
  const types = json.indexOf(TYPES, schema);
  const end = json.lastIndexOf(`${END}${CHECKSUM}`);
  if (schema < 0 || types < 0 || end < 0) return parseManifest(json.toString()); // laid out by other hands
  const head = json.toString('utf8', 0, schema);
  checkVersion(head);
  return {
    ...(JSON.parse(`${head}\n}`) as Omit<Manifest, 'schema'>),
    schema: {
      packages: parsedWhenRead(json.subarray(schema + SCHEMA.length, types)),
      types: parsedWhenRead(json.subarray(types + TYPES.length, end)),
    },
  };
}

function checkVersion(json: string): void {
  // The version comes first: a later one may be laid out differently.
  const version = /^\{\n {2}"manifestVersion": (\d+),/.exec(json)?.[1];
  if (version === String(MANIFEST_VERSION)) return;
  const found = version ? `version ${version}` : 'none';
  throw new JsonPathError('manifest.manifestVersion', `want version ${MANIFEST_VERSION}, found ${found}`);
}

/** Whether the text of a manifest is what some version of usegolib wrote. */
export function isWhole(json: string): boolean {
  const end = json.lastIndexOf(CHECKSUM);
  return end >= 0 && json.slice(end + CHECKSUM.length) === `"${sha256(json.slice(0, end))}"\n}\n`;
}

/** The text of a manifest, as `parseManifest` reads it. */
export function printManifest(manifest: Manifest): string {
  const { schema, ...head } = checkManifest(manifest, 'manifest');
  const lines = Object.entries(head).map(([key, v]) => `  "${key}": ${JSON.stringify(v)}`);
  const body = `{\n${lines.join(',\n')}${SCHEMA}${rows(schema.packages)}${TYPES}${rows(schema.types)}${END}`;
  return `${body}${CHECKSUM}"${sha256(body)}"\n}\n`;
}

const rows = (items: unknown[]) => items.map((item) => JSON.stringify(item)).join(',\n');

const CHECKSUM = ',\n  "checksum": ';
/** The schema stands last, a package or type in a line: `openManifest` finds them without reading them. */
const SCHEMA = ',\n  "schema": {"packages":[\n';
const TYPES = '\n],"types":[\n';
const END = '\n]}';
