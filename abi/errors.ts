/**
 * Every error usegolib throws on purpose. The message says what failed, on what, and what to do; what a program may want
 * to look at is in fields. `code` is stable.
 *
 * Two copies of the package in one process recognise each other's errors: `instanceof` looks at names, not identity.
 */
const NAMES = Symbol.for('usegolib.error');

/** What an error may say about where it happened. Which fields are set depends on the class. */
export interface GoLibErrorInit {
  /** Replaces the class's own code by a narrower one. */
  code?: string;
  cause?: unknown;
  /** Module path, with `@version` where it matters. */
  module?: string;
  /** Go function, method or variable: `semver.NewVersion`, `(*semver.Version).String`. */
  symbol?: string;
  /** `linux-amd64`. */
  target?: string;
  /** A file or folder, or for a refused argument its place: `args[1].items[3].id`. */
  path?: string;
}

/**
 * Base of all errors of this package.
 *
 * @example
 * try { m.Parse(text) } catch (error) {
 *   if (error instanceof GoLibError) console.error(error.code, error.message)
 * }
 */
export class GoLibError extends Error {
  static readonly code: string = 'INTERNAL';
  declare readonly code: string;
  declare readonly module?: string;
  declare readonly symbol?: string;
  declare readonly target?: string;
  declare readonly path?: string;

  constructor(message: string, { cause, code, ...fields }: GoLibErrorInit & Record<string, unknown> = {}) {
    super(message, cause === undefined ? undefined : { cause });
    set(this, { code: code ?? new.target.code });
    for (const [key, value] of Object.entries(fields)) {
      if (value !== undefined) set(this, { [key]: value }, true);
    }
  }
}

/** No artifact of the module is stored, and none may be built. */
export class ArtifactNotFoundError extends GoLibError {
  static override readonly code: string = 'ARTIFACT_NOT_FOUND';
}

/** No version was asked for and several are stored: `candidates`. */
export class AmbiguousArtifactError extends GoLibError {
  static override readonly code: string = 'AMBIGUOUS_ARTIFACT';
  declare readonly candidates: readonly string[];
}

/** A process holds one version of a module, and one library for it. */
export class VersionConflictError extends GoLibError {
  static override readonly code: string = 'VERSION_CONFLICT';
  /** What is loaded, and what was asked for: `path@version`. */
  declare readonly loaded: string;
  declare readonly wanted: string;
}

/** A file of an artifact is damaged, missing, or not what its manifest says. */
export class IntegrityError extends GoLibError {
  static override readonly code: string = 'INTEGRITY';
}

/** The artifact, or any artifact, cannot be loaded on this platform. */
export class UnsupportedPlatformError extends GoLibError {
  static override readonly code: string = 'UNSUPPORTED_PLATFORM';
}

/** The library speaks another ABI, or another schema, than this runtime or its own manifest. */
export class AbiMismatchError extends GoLibError {
  static override readonly code: string = 'ABI_MISMATCH';
}

/** The operating system refused the library. */
export class LoadError extends GoLibError {
  static override readonly code: string = 'LOAD';
}

/** What a failed build or toolchain step left behind. */
export interface BuildErrorInit extends GoLibErrorInit {
  /** The command that failed, as it could be typed. */
  command?: string;
  /** What it printed. */
  output?: string;
  /** One sentence on the likely reason. */
  hint?: string;
  /** The command that mends it. */
  fix?: string;
  /** Of a LockError. */
  differences?: readonly string[];
}

/** Resolving, scanning or compiling a module failed. */
export class BuildError extends GoLibError {
  static override readonly code: string = 'BUILD';
  declare readonly command?: string;
  declare readonly output?: string;
  declare readonly hint?: string;
  declare readonly fix?: string;

  constructor(message: string, init: BuildErrorInit = {}) {
    super(message, { ...init });
  }
}

/** Go or Zig is missing and could not be had, or does not work. */
export class ToolchainError extends BuildError {
  static override readonly code: string = 'TOOLCHAIN';
}

/** What is built, or would be, is not what `usegolib.lock` says: `differences`, one line each. */
export class LockError extends BuildError {
  static override readonly code: string = 'LOCK_MISMATCH';
  declare readonly differences?: readonly string[];
}

/**
 * A Go function returned an error.
 *
 * @example
 * try { semver.NewVersion('x') } catch (e) { e.message, e.goType, e.cause }
 */
export class GoError extends GoLibError {
  static override readonly code: string = 'GO_ERROR';
  /** What `%T` prints: `*fs.PathError`. */
  declare readonly goType: string;
  /** The exported fields of the error struct, copied. */
  declare readonly fields: Readonly<Record<string, unknown>>;
  /** What Go's `Unwrap() error` gives: a GoError, or an Error of JavaScript that went to Go before. */
  declare readonly cause?: Error;
  /** What Go's `Unwrap() []error` gives. */
  declare readonly errors?: readonly Error[];
  /** What the function returned beside the error, where that is not its zero value; an array if there are several. */
  declare readonly result?: unknown;
}

/** A Go function panicked. The panic was recovered: the library stays usable. */
export class GoPanicError extends GoLibError {
  static override readonly code: string = 'GO_PANIC';
  /** What `%T` prints for the panic's value. */
  declare readonly goType: string;
  /** The goroutine's stack where it panicked; also above the JavaScript frames of `stack`. */
  declare readonly goStack: string;
}

/**
 * An argument was refused, out of range included. Nothing has reached Go, unless Go's own parser refused a text. `path`
 * says which part: `args[1].items[3].id`.
 *
 * Codes: `ARGUMENT_TYPE`, `ARGUMENT_RANGE`, `ARGUMENT_COUNT`, `ARGUMENT_LENGTH`, `ARGUMENT_TEXT`, `ARGUMENT_NULL`,
 * `ARGUMENT_KEY` (unknown, twice or missing), `OPTION`.
 */
export class InvalidArgumentError extends GoLibError {
  static override readonly code: string = 'ARGUMENT_TYPE';
}

/** Go returned something a JavaScript value of the promised type cannot hold exactly. */
export class ResultRangeError extends GoLibError {
  static override readonly code: string = 'RESULT_RANGE';
}

/** A Go string is not UTF-8. */
export class EncodingError extends GoLibError {
  static override readonly code: string = 'ENCODING';
}

/** The symbol is skipped: it cannot be offered to JavaScript. `reason` is one of the schema's skip reasons. */
export class UnsupportedSignatureError extends GoLibError {
  static override readonly code: string = 'UNSUPPORTED_SIGNATURE';
  declare readonly reason: string;
  /** The Go signature. */
  declare readonly signature: string;
}

/** The object was disposed. */
export class DisposedError extends GoLibError {
  static override readonly code: string = 'DISPOSED';
}

/** The object belongs to another library: to Go the same package in two libraries is two unrelated sets of types. */
export class ForeignObjectError extends GoLibError {
  static override readonly code: string = 'FOREIGN_OBJECT';
}

const CLASSES = {
  GoLibError,
  ArtifactNotFoundError,
  AmbiguousArtifactError,
  VersionConflictError,
  IntegrityError,
  UnsupportedPlatformError,
  AbiMismatchError,
  LoadError,
  BuildError,
  ToolchainError,
  LockError,
  GoError,
  GoPanicError,
  InvalidArgumentError,
  ResultRangeError,
  EncodingError,
  UnsupportedSignatureError,
  DisposedError,
  ForeignObjectError,
};

for (const [name, type] of Object.entries(CLASSES)) {
  const inherited: readonly string[] = (type.prototype as { [NAMES]?: readonly string[] })[NAMES] ?? [];
  set(type.prototype, { name, [NAMES]: [...inherited, name] });
}

Object.defineProperty(GoLibError, Symbol.hasInstance, { value: isInstance });

/** `instanceof` by name for the classes above, as usual for classes a user derives from them. */
function isInstance(this: typeof GoLibError, value: unknown): boolean {
  if (!Object.hasOwn(this.prototype, NAMES)) return Function.prototype[Symbol.hasInstance].call(this, value);
  const names = (value as { [NAMES]?: readonly string[] } | null | undefined)?.[NAMES];
  return names?.includes(this.prototype.name) ?? false;
}

/** Defines fields; `console.log` shows them where `enumerable`. */
function set(target: object, fields: Record<PropertyKey, unknown>, enumerable = false): void {
  for (const key of Reflect.ownKeys(fields)) {
    Object.defineProperty(target, key, { value: fields[key], enumerable, writable: true, configurable: true });
  }
}
