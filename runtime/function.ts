import type { Callback } from '../manifests/schema.ts';
import type { AnyFunction } from './call.ts';
import { nil } from './codec/read.ts';
import { type ClassSlot, State } from './handle.ts';
import type { Lane } from './lane.ts';
import type { Library } from './library.ts';
import { type GoObject, keepState } from './object.ts';

/** A function of Go, or null. Where JavaScript cannot make its arguments it is an object that only travels. */
export function readFunction(library: Library, l: Lane, slot: ClassSlot): unknown {
  if (nil(l)) return null;
  l.pos += 9;
  return library.objects.receive(
    l.view.getFloat64(l.pos - 8),
    slot,
    (handle) => new State(handle, library, slot, slot.want),
    (state) => build(library, slot, state),
  );
}

/** Functions of one type differ in their receiver only: to print one costs fifty calls. */
const calls = new WeakMap<ClassSlot, AnyFunction>();

function printed(library: Library, slot: ClassSlot, signature: Callback, fn: number): AnyFunction {
  const known = calls.get(slot);
  if (known) return known;
  const call = library.print({ ...signature, name: slot.type.name, fn, symbol: slot.want, receiver: slot });
  calls.set(slot, call);
  return call;
}

/** A JavaScript function that calls Go's. It has what objects have: `dispose`, `goType`, the methods of a named type. */
function build(library: Library, slot: ClassSlot, state: State): object {
  const holder = new slot.js(state) as GoObject & Record<string, AnyFunction>;
  const signature = slot.type.calls?.[0];
  if (signature?.fn === undefined) return holder;
  const call = printed(library, slot, signature, signature.fn);
  const callable = (...args: unknown[]) => call.apply(holder, args);
  Object.defineProperties(callable, {
    name: { value: slot.type.name },
    length: { value: signature.params?.length ?? 0 },
    dispose: { value: () => holder.dispose() },
    goType: { get: () => holder.goType },
    [Symbol.dispose ?? Symbol.for('nodejs.dispose')]: { value: () => holder.dispose() },
  });
  for (const { name } of slot.type.methods ?? []) {
    Object.defineProperty(callable, name, { value: (...args: unknown[]) => holder[name]!(...args) });
  }
  keepState(callable, state);
  return callable;
}
