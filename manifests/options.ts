import { boolean, type Check, type Checked, list, object, oneOf, oneOrRecord, record, text } from './json-path.ts';

/**
 * Build options: command-line flags, or the project's configuration. They decide what a library binds and how values appear in
 * JavaScript, are part of the fingerprint, and the runtime reads them from the manifest. Absent means the default.
 *
 * `int64` and `utf8` are one word for the whole build, or words by what they are for: a symbol (`path.F`, `path.T.Method`,
 * `path.T.Field`), a type (`path.T`), a package (`path`), `*` for all else. What a declaration writes follows its own word,
 * then its type's, its package's, the build's; what a named type is made of follows that type. In `any` the build's word holds.
 */
export const OPTIONS = {
  /** `int64`, `uint64` and `uintptr`: bigint, or a number that is range-checked. */
  int64: oneOrRecord(oneOf('bigint', 'number')),
  /** `time.Duration`: a number of milliseconds, or bigint nanoseconds. */
  duration: oneOf('ms', 'ns'),
  /** A nil slice, map or `[]byte` from Go: an empty one, or null. */
  nil: oneOf('empty', 'keep'),
  /** Absent keys of a record: Go's zero value, or refused. */
  records: oneOf('zero', 'exact'),
  /** A Go string that is not UTF-8: an error, or U+FFFD for each bad byte. */
  utf8: oneOrRecord(oneOf('error', 'replace')),
  /** These types (`path.T`) are strings: what their text marshalers make of them, and read. */
  text: list(text),
  /** Bind only the packages that match one of these patterns (`path`, or `path/...` for all below). */
  only: list(text),
  /** Bind these packages too, so that members which mention their types are not skipped. */
  with: list(text),
  /** Bind all packages of a large module. */
  all: boolean,
  /** Compile the C code of modules that were fetched. A folder's own code needs no consent. */
  allowCgo: boolean,
  /** Type arguments of further instances: `{ "github.com/samber/lo.Sum": ["int32"] }`; of several parameters `"string, int"`. */
  instances: record(list(text)),
};
export const checkOptions = object({}, OPTIONS);
export type BuildOptions = Checked<typeof checkOptions>;

const DEFAULTS: Required<BuildOptions> = {
  int64: 'bigint',
  duration: 'ms',
  nil: 'empty',
  records: 'zero',
  utf8: 'error',
  text: [],
  only: [],
  with: [],
  all: false,
  allowCgo: false,
  instances: {},
};

/** Every option with its value; lists and parts sorted, so that equal choices are equal text. */
export function resolveOptions(options: BuildOptions): Required<BuildOptions> {
  const all = { ...DEFAULTS, ...options };
  const instances = Object.entries(all.instances).sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    ...all,
    int64: settled(all.int64, 'bigint'),
    utf8: settled(all.utf8, 'error'),
    only: sorted(all.only),
    with: sorted(all.with),
    text: sorted(all.text),
    instances: Object.fromEntries(instances.map(([name, types]) => [name, [...new Set(types)]])),
  };
}

function sorted(names: string[]): string[] {
  return [...new Set(names)].sort();
}

/** A word, or words by what they are for. */
export type Scoped<Word extends string> = Word | Record<string, Word>;

/** The words by what they are for. */
export function wordsOf<Word extends string>(option: Scoped<Word>): Record<string, Word> {
  return typeof option === 'string' ? { '*': option } : option;
}

function settled<Word extends string>(option: Scoped<Word>, otherwise: Word): Scoped<Word> {
  const words: Record<string, Word> = { '*': otherwise, ...wordsOf(option) };
  const parts = Object.keys(words).sort();
  return parts.length === 1 ? words['*']! : Object.fromEntries(parts.map((part) => [part, words[part]!]));
}

export const checkResolvedOptions: Check<Required<BuildOptions>> = (value, path) => {
  const options = checkOptions(value, path);
  return resolveOptions(options);
};
