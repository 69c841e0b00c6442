import { DisposedError, ForeignObjectError, type GoLibError, InvalidArgumentError } from '../../abi/errors.ts';
import { Deref, GoValue, isOfAnyCopy, stateOf, Typed } from '../object.ts';

export type ArgumentCode =
  | 'ARGUMENT_TYPE'
  | 'ARGUMENT_RANGE'
  | 'ARGUMENT_COUNT'
  | 'ARGUMENT_LENGTH'
  | 'ARGUMENT_TEXT'
  | 'ARGUMENT_NULL'
  | 'ARGUMENT_KEY'
  | 'ARGUMENT_DEPTH'
  | 'DISPOSED'
  | 'FOREIGN_OBJECT';

/**
 * A value that is not what Go wants, on its way up from the writer that noticed it. Each container adds its own step of
 * the path; the function that was called makes the error of it.
 */
export class Refusal {
  readonly problem: string;
  readonly code: ArgumentCode;
  path = '';
  /** Which argument, where the writer knows it better than the function that was called: `this`, `args[1]`. */
  start: string | undefined = undefined;

  constructor(problem: string, code: ArgumentCode) {
    this.problem = problem;
    this.code = code;
  }
}

/** Refuses `got` where Go wants `want`. A refused `null` has a code of its own. */
export function refuse(want: string, got: unknown, code?: ArgumentCode): never {
  const missing = got === null || got === undefined;
  throw new Refusal(`want ${want}, got ${describe(got)}`, code ?? (missing ? 'ARGUMENT_NULL' : 'ARGUMENT_TYPE'));
}

export function refuseNull(want: string, got: unknown): never {
  return refuse(want, got, 'ARGUMENT_NULL');
}

/** What belongs to another library is of another type system. */
export function foreign(what: string, from: string, here: string): Refusal {
  return new Refusal(
    `the ${what} belongs to the library of ${from}, not to that of ${here}; import both modules in one importGo([...])`,
    'FOREIGN_OBJECT',
  );
}

/** Runs a writer of one argument, whose refusals are about that one. */
export function about(start: string, write: () => void): void {
  try {
    write();
  } catch (error) {
    if (error instanceof Refusal) error.start ??= start;
    throw error;
  }
}

/** What a container's `catch` rethrows: a refusal one step further up; any other error is the user's own. */
export function within(error: unknown, step: string | number): unknown {
  if (error instanceof Refusal) error.path = stepTo(step) + error.path;
  return error;
}

/** As `within`, for the element of a map: `[1n]` is not `["1"]`. */
export function withinElement(error: unknown, key: unknown): unknown {
  if (error instanceof Refusal) error.path = stepToElement(key) + error.path;
  return error;
}

/** As `within`, for the key of a map itself. */
export function withinKey(error: unknown, key: unknown): unknown {
  if (error instanceof Refusal) error.path = stepToKey(key) + error.path;
  return error;
}

/** The error for a refused argument of `symbol`; its stack begins where the user called. */
export function argumentError(
  refusal: Refusal,
  symbol: string,
  start: string,
  caller?: (...args: never) => unknown,
): GoLibError {
  const path = (refusal.start ?? start) + refusal.path;
  const Failure = classOf(refusal.code);
  const error = new Failure(`${symbol}: ${path}: ${refusal.problem}`, {
    code: refusal.code,
    symbol,
    path,
  });
  if (caller) Error.captureStackTrace(error, caller);
  return error;
}

function classOf(code: ArgumentCode): typeof GoLibError {
  if (code === 'DISPOSED') return DisposedError;
  return code === 'FOREIGN_OBJECT' ? ForeignObjectError : InvalidArgumentError;
}

/** To an element of an array, or a field. */
export function stepTo(step: string | number): string {
  if (typeof step === 'number') return `[${step}]`;
  return /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`;
}

/** To the element of a map at a key. */
export function stepToElement(key: unknown): string {
  if (typeof key === 'string') return stepTo(key);
  return typeof key === 'object' ? stepTo(String(key)) : `[${describe(key)}]`;
}

export function stepToKey(key: unknown): string {
  return `[key ${describe(key)}]`;
}

/** A value in a few words: `"x"`, `300`, `5n`, `null`, `an array of 3`, `a Date`, `semver.Version`. */
export function describe(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
    case 'number':
      return Object.is(value, -0) ? '-0' : String(value);
    case 'bigint':
      return `${value}n`;
    case 'function':
      return value.name ? `the function ${value.name}` : 'a function';
    case 'object':
      return value === null ? 'null' : describeObject(value);
    default:
      return String(value);
  }
}

function describeObject(value: object): string {
  if (value === globalThis) return 'the global object';
  const go = describeGo(value);
  if (go) return go;
  if (Array.isArray(value)) return value.length === 0 ? 'an empty array' : `an array of ${value.length}`;
  const prototype = Object.getPrototypeOf(value);
  if (prototype === null || prototype === Object.prototype) return 'a plain object';
  const name: unknown = prototype.constructor?.name;
  if (typeof name !== 'string' || name === '') return 'an object';
  const whose = isOfAnyCopy(value) ? ' of another copy of usegolib' : '';
  return `${/^[AEIO]/.test(name) ? 'an' : 'a'} ${name}${sizeOf(value)}${whose}`;
}

/** Go objects by their Go type: two classes of different packages may have one name. */
function describeGo(value: object): string | undefined {
  if (value instanceof Deref) return `deref(${value.state.label})`;
  if (value instanceof Typed) return 'a typed() value';
  return GoValue.slotOf(value)?.want ?? (value instanceof Error ? undefined : stateOf(value)?.label);
}

function sizeOf(value: object): string {
  if (ArrayBuffer.isView(value)) return ` of ${'length' in value ? value.length : value.byteLength}`;
  if (value instanceof ArrayBuffer) return ` of ${value.byteLength}`;
  return value instanceof Map || value instanceof Set ? ` of ${value.size}` : '';
}
