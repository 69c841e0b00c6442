import { GoError, InvalidArgumentError } from '../abi/errors.ts';
import { SCALAR } from '../abi/numbers.ts';
import { isBuffer, memoryOf } from './codec/numbers.ts';
import { describe } from './codec/refusal.ts';
import { Lent } from './lend.ts';
import { Library, tokens } from './library.ts';
import { Deref, GoObject, GoValue, Scalar, stateOf, Typed } from './object.ts';
import { RecordRef } from './record.ts';
import { Sink } from './sink.ts';
import { Variable } from './variable.ts';

/** The functions of the package that work on any Go object; `index.ts` documents them. */

export function snapshot(object: unknown): unknown {
  if (GoValue.slotOf(object)) return (object as GoValue).valueOf();
  const state = GoObject.stateOf(object) ?? invalid('snapshot', 'a Go object', object);
  return state.owner.snapshot(state, object as object);
}

export function typed(type: unknown, value: unknown): unknown {
  if (typeof type === 'string') {
    if (!Object.hasOwn(SCALAR, type))
      return invalid('typed', `a class or one of ${Object.keys(SCALAR).join(', ')}`, type);
    return new Scalar(type as keyof typeof SCALAR, value);
  }
  if (Array.isArray(type)) return typedSlice(type, value);
  const { library, id } = token('typed', type);
  const { kind } = library.codecs.type(id);
  if (kind === 'class') {
    const slot = library.slot(id);
    return new slot.js(value);
  }
  return new Typed({ owner: library }, id, value);
}

function typedSlice([type]: unknown[], values: unknown): Typed {
  const { library, id } = token('typed', type, 'args[0][0]');
  const of = library.codecs.type(id);
  if (of.kind === 'class' && of.value === undefined) {
    return invalid('typed', 'the class of a type that is copied: a slice of objects comes from Go', type, 'args[0][0]');
  }
  if (!Array.isArray(values)) return invalid('typed', 'an array', values, 'args[1]');
  return new Typed({ owner: library }, id, [...values], true);
}

export function deref(object: unknown): unknown {
  return new Deref(GoObject.stateOf(object) ?? invalid('deref', 'a Go object', object));
}

export function ref(type?: unknown, init?: unknown): unknown {
  if (typeof type !== 'function') return new Variable(type);
  const { library, id } = token('ref', type);
  const slot = library.slot(id);
  const description = library.codecs.type(id);
  if (description.kind !== 'record') return new slot.js(init);
  if (!description.ref) return invalid('ref', 'a record that Go functions take by pointer, or an object', type);
  return new RecordRef(library, slot, init);
}

export function lend<T extends ArrayBufferView | ArrayBufferLike>(memory: T): Lent<T> {
  const known = ArrayBuffer.isView(memory) ? memory instanceof Uint8Array || memoryOf(memory) : isBuffer(memory);
  return known ? new Lent(memory) : invalid('lend', 'a TypedArray that is a slice in Go, or an ArrayBuffer', memory);
}

export function sink(): Sink {
  return new Sink();
}

export function isGoError(error: unknown, ...targets: [target?: unknown]): boolean {
  if (targets.length === 0) return error instanceof GoError;
  const [target] = targets;
  if (target === undefined) return invalid('isGoError', 'an error such as m.ErrNotFound', target, 'args[1]');
  const owner = (stateOf(error) ?? stateOf(target))?.owner;
  if (!(owner instanceof Library)) return error === target;
  if (!(error instanceof Error) && !stateOf(error)) return false;
  return owner.errorIs(error, target);
}

export function asGoError(error: unknown, type: unknown): unknown {
  const { library } = token('asGoError', type, 'args[1]');
  return stateOf(error)?.owner === library ? library.errorAs(error, type) : undefined;
}

function token(symbol: string, type: unknown, path = 'args[0]') {
  const known = typeof type === 'function' ? tokens.get(type) : undefined;
  return known ?? invalid(symbol, 'a class of a module object, such as m.T', type, path);
}

function invalid(symbol: string, want: string, got: unknown, path = 'args[0]'): never {
  throw new InvalidArgumentError(`${symbol}: ${path}: want ${want}, got ${describe(got)}`, { symbol, path });
}
