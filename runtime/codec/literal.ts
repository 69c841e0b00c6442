import { suggest } from '../../manifests/suggest.ts';
import { Deref, isOfAnyCopy, stateOf, Typed } from '../object.ts';
import { Refusal, refuse, within } from './refusal.ts';

/** The names of one field of a record or literal. */
export interface LiteralKeys {
  key: string;
  names: readonly string[];
}

/**
 * The values of all fields, in their order, of an object whose keys are not just the fields' own: with aliases, getters of
 * a class, absent keys. Unknown keys and keys that mean the same field are refused. `read` are the values under the first
 * keys, if `x` is plain: a getter runs once.
 */
export function resolve(x: unknown, fields: readonly LiteralKeys[], want: string, read?: unknown[]): unknown[] {
  if (typeof x !== 'object' || x === null || !isLiteral(x)) return refuse(want, x);
  const plain = isPlain(x);
  const byName = new Map(fields.flatMap((field, i) => field.names.map((name) => [name, i] as const)));
  const values: unknown[] = new Array(fields.length).fill(undefined);
  const from: (string | undefined)[] = [];
  const take = (name: string, i: number) => {
    const known = read !== undefined && plain && name === fields[i]!.key;
    const value = known ? read[i] : (x as Record<string, unknown>)[name];
    if (value === undefined) return;
    if (from[i] !== undefined && from[i] !== name) {
      throw new Refusal(`${JSON.stringify(from[i])} and ${JSON.stringify(name)} name the same field`, 'ARGUMENT_KEY');
    }
    from[i] = name;
    values[i] = value;
  };
  const own = Object.keys(x);
  for (const name of own) {
    const i = byName.get(name);
    if (i === undefined) {
      throw new Refusal(
        `${want} has no field ${JSON.stringify(name)}; ${suggest(
          name,
          fields.map((f) => f.key),
        )}`,
        'ARGUMENT_KEY',
      );
    }
    take(name, i);
  }
  if (plain) return values;
  let says = own.length > 0;
  for (const [name, i] of byName) {
    if (own.includes(name) || !(name in x) || name in Object.prototype) continue;
    says = true;
    if (from[i] === undefined) take(name, i);
  }
  return says || !isOfClass(x) ? values : refuse(want, x);
}

/** Whether it inherits nothing of its own: what a getter of a class would add is not there. */
export function isPlain(x: object): boolean {
  const prototype = Object.getPrototypeOf(x);
  return prototype === Object.prototype || prototype === null;
}

function isLiteral(x: object): boolean {
  return !(
    Array.isArray(x) ||
    ArrayBuffer.isView(x) ||
    x instanceof ArrayBuffer ||
    x instanceof Date ||
    x instanceof Map ||
    x instanceof Set ||
    x instanceof Promise ||
    x instanceof RegExp ||
    x instanceof Error ||
    x instanceof Typed ||
    x instanceof Deref ||
    // Also what only inherits from one, a Proxy or Object.create: taken for a literal it would be Go's zero value.
    isOfAnyCopy(x)
  );
}

/** Whether it is of a class: a URL, a Map of another realm. If it says nothing either, it is no literal of the zero value. */
function isOfClass(x: object): boolean {
  const prototype = Object.getPrototypeOf(x);
  return prototype !== null && Object.getPrototypeOf(prototype) !== null;
}

/** Option `records: 'exact'`. */
export function missing(key: string, want: string): never {
  throw new Refusal(`${want} needs the key ${JSON.stringify(key)}`, 'ARGUMENT_KEY');
}

/** The items of what is taken for a slice. */
export function list(x: unknown, want: string): ArrayLike<unknown> {
  if (Array.isArray(x)) return x;
  if (ArrayBuffer.isView(x) && !(x instanceof DataView)) return x as unknown as ArrayLike<unknown>;
  return refuse(want, x);
}

export function wrongLength(n: number, x: { length: number }): never {
  refuse(`array of ${n}`, x, 'ARGUMENT_LENGTH');
}

/** The pairs of what is taken for a map; `text`: its keys may be text, `only`: they cannot be anything else. */
export function pairs(x: unknown, text: boolean, only: boolean): [unknown, unknown][] {
  if (x instanceof Map) return [...x];
  const want = only ? 'plain object or Map' : `${text ? 'plain object, ' : ''}Map or array of [key, value]`;
  if (typeof x !== 'object' || x === null || stateOf(x)) return refuse(want, x);
  if (text && isLiteral(x)) {
    const keys = Object.keys(x);
    if (keys.length === 0 && isOfClass(x)) return refuse(want, x);
    return keys.map((key) => [key, (x as Record<string, unknown>)[key]]);
  }
  if (!only && Array.isArray(x)) {
    for (const [i, pair] of x.entries()) {
      if (!Array.isArray(pair) || pair.length !== 2) {
        refusePair(pair, i);
      }
    }
    return x;
  }
  return refuse(want, x);
}

function refusePair(pair: unknown, index: number): never {
  try {
    return refuse('[key, value]', pair);
  } catch (refusal) {
    throw within(refusal, index);
  }
}
