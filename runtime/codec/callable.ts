import { ANY } from '../../abi/numbers.ts';
import { READERS } from '../../manifests/readers.ts';
import type { Callback } from '../../manifests/schema.ts';
import type { ClassSlot } from '../handle.ts';
import type { Lane } from '../lane.ts';
import { stateOf } from '../object.ts';
import type { References } from '../reference.ts';
import { handleOf } from './object.ts';
import { describe, Refusal, refuse } from './refusal.ts';
import * as w from './write.ts';

/** Functions and objects of JavaScript that Go may call. */

/** A function's slot: one of JavaScript, or one that came from Go. */
export function func(l: Lane, x: unknown, slot: ClassSlot): void {
  if (x === null || x === undefined) w.nil(l);
  else {
    const state = stateOf(x);
    if (state !== undefined) w.double(l, handleOf(state, slot));
    else if (typeof x === 'function') plainFunction(l, x, slot.owner, slot);
    else refuse(`a function for ${slot.want}`, x);
  }
  w.room(l, 0);
}

/** A function of a module object goes as the Go function that it is, which Go calls without us; any other as itself. */
export function plainFunction(l: Lane, x: object, owner: ClassSlot['owner'], slot?: ClassSlot): void {
  const number = owner.exported(x, slot);
  if (number === undefined) reference(l, x, owner.references, true);
  else {
    w.tag(l, ANY.function);
    w.integer(l, number);
  }
}

/** Text or bytes that Go reads from; false where Go does not want to read. */
export function source(l: Lane, x: unknown, slot: ClassSlot): boolean {
  const bytes = x instanceof Uint8Array || x instanceof ArrayBuffer;
  if (!(bytes || typeof x === 'string') || !READERS.has(slot.want)) return false;
  w.tag(l, ANY.reader);
  w.bytes(l, x);
  return true;
}

/** An object of JavaScript with the methods of an interface, and which optional ones it has: a bit for each. */
export function implementation(l: Lane, x: unknown, slot: ClassSlot): void {
  const { calls, sealed, optional } = slot.type;
  if (typeof x === 'function') refuseFunction(x, slot);
  if (calls === undefined || typeof x !== 'object' || x === null) {
    const why = sealed === undefined ? '' : ` (JavaScript cannot: ${sealed})`;
    refuse(`a Go object that implements ${slot.want}${why}`, x);
  }
  const missing = calls.filter((method) => !has(x, method));
  if (missing.length > 0) {
    const names = calls.map(({ name }) => name).join(', ');
    throw new Refusal(
      `want a Go object that implements ${slot.want}, or an object with its methods (${names}), got ${describe(x)} without ${missing
        .map(({ name }) => name)
        .join(', ')}`,
      'ARGUMENT_TYPE',
    );
  }
  reference(l, x, slot.owner.references, true);
  if (optional)
    w.integer(
      l,
      optional.reduce((set, method, i) => set | (has(x, method) ? 1 << i : 0), 0),
    );
}

/** A function has no methods, but a Go type may give it those that are wanted. */
function refuseFunction(x: object, { want, owner, type }: ClassSlot): never {
  const named = owner.functionType(type);
  const help = named === undefined ? '' : `; new ${named}(f) makes one of a function`;
  throw new Refusal(`want a Go object that implements ${want}, got ${describe(x)}${help}`, 'ARGUMENT_TYPE');
}

function has(x: object, { name }: Callback): boolean {
  return typeof (x as Record<string, unknown>)[name!] === 'function';
}

/** An object of JavaScript that Go may hold, by its id. */
export function reference(l: Lane, x: object, references: References, callable: boolean): void {
  references.sweepWhenLarge();
  w.tag(l, ANY.js);
  w.double(l, l.hold(references, x, callable));
}
