import { inspect } from 'node:util';
import { BUILTIN } from '../abi/numbers.ts';
import type { Callback, ClassType, Func } from '../manifests/schema.ts';
import type { AnyFunction } from './call.ts';
import { receiver } from './codec/object.ts';
import { arrayHeader } from './codec/read.ts';
import { about } from './codec/refusal.ts';
import * as w from './codec/write.ts';
import { type ClassSlot, State } from './handle.ts';
import type { Lane } from './lane.ts';
import type { Library } from './library.ts';
import { keepState, makeUsable, stateOf } from './object.ts';

/** What a function of Go has besides its call and the methods of its type. Nothing is made with `new` here. */
class GoFunction extends Function {
  get goType(): string {
    const state = own(this);
    return state.owner.goType(state);
  }

  as(type: unknown): unknown {
    return own(this).owner.as(this, type);
  }

  dispose(): void {
    const state = own(this);
    state.owner.objects.dispose(state);
  }

  override toString(): string {
    const state = own(this);
    const text = state.handle === 0 ? null : state.owner.text(this);
    return text ?? `[${state.label}${state.handle === 0 ? ', disposed' : ''}]`;
  }

  [inspect.custom](): string {
    return this.toString();
  }
}

makeUsable(GoFunction.prototype);

function own(x: object): State {
  const state = stateOf(x);
  if (state === undefined) throw new TypeError('this is no function of Go');
  return state;
}

/**
 * The class of a func type that JavaScript can call: what `new` gives, and what comes from Go, is a function. `make` gives
 * the handle of a new one.
 */
export function functionClass(library: Library, slot: ClassSlot, make: (init: unknown) => number): ClassSlot['js'] {
  const { name, calls } = slot.type;
  const signature = calls![0]!;
  let call: AnyFunction | undefined;
  const build = (state: State): object => {
    const callable = (...args: unknown[]) => {
      call ??= print(library, slot, signature);
      return call.apply(callable, args);
    };
    Object.setPrototypeOf(callable, Class.prototype);
    Object.defineProperties(callable, { name: { value: name }, length: { value: signature.params?.length ?? 0 } });
    keepState(callable, state);
    return callable;
  };
  function Class(init: unknown): object {
    if (init instanceof State) return build(init);
    return library.objects.receive(make(init), slot, (handle) => new State(handle, library, slot, slot.want), build);
  }
  Class.prototype = Object.create(GoFunction.prototype, { constructor: { value: Class } });
  return Class as unknown as ClassSlot['js'];
}

function print(library: Library, slot: ClassSlot, signature: Callback): AnyFunction {
  const { fn } = signature;
  if (fn === BUILTIN.invoke) return invoke(library, slot);
  return library.print({ ...signature, name: slot.type.name, fn: fn!, symbol: slot.want, receiver: slot });
}

/** Calls a function whose type the schema does not name: values of any type go in and come out. */
function invoke(library: Library, slot: ClassSlot): AnyFunction {
  const { any } = library.codecs;
  return function (this: unknown, ...args: unknown[]) {
    const write = (l: Lane) => {
      about('this', () => receiver(l, this, slot));
      w.arrayHeader(l, args.length);
      for (const [i, arg] of args.entries()) about(`args[${i}]`, () => any.write(l, arg));
    };
    const results = library.request(BUILTIN.invoke, slot.want, write, (l) =>
      Array.from({ length: arrayHeader(l) }, () => any.read(l)),
    );
    return results.length > 1 ? results : results[0];
  };
}

/** The func type whose values have the methods of an interface: methods of one signature share their number. */
export function functionType({ schema, codecs }: Library, { methods: wanted = [] }: ClassType): string | undefined {
  const found = schema.types.find(
    (type) =>
      type.kind === 'class' &&
      type.of === 'func' &&
      type.make !== undefined &&
      wanted.every(({ fn }) => type.methods?.some((method) => method.fn === fn)),
  );
  return found && codecs.goName(found as ClassType);
}

interface Exported {
  library: Library;
  instances: readonly Func[];
  /** What was found for the slots it was passed to. */
  numbers: Map<ClassSlot | undefined, number | undefined>;
}

/** The functions of module objects. */
const exported = new WeakMap<object, Exported>();

export function keepExported(f: object, library: Library, instances: readonly Func[]): void {
  exported.set(f, { library, instances, numbers: new Map() });
}

/** The number of the Go function that `f` is, if it has the type of `slot`; without a slot, if it has only one type. */
export function exportedNumber(library: Library, f: object, slot?: ClassSlot): number | undefined {
  const known = exported.get(f);
  if (known?.library !== library) return undefined;
  const { instances, numbers } = known;
  if (!numbers.has(slot)) numbers.set(slot, numberOf(library, instances, slot));
  return numbers.get(slot);
}

function numberOf(library: Library, instances: readonly Func[], slot?: ClassSlot): number | undefined {
  const [first] = instances;
  if (slot === undefined) return first!.instance === undefined ? first!.fn : undefined;
  const want = typeOf(library, slot.type.calls![0]!);
  return instances.find((one) => typeOf(library, one) === want)?.fn;
}

/** Equal for equal Go types: a type has one number. Whether an error is thrown is not Go's. */
function typeOf(library: Library, { params = [], results = [], variadic, throws }: Callback): string {
  const error = (id: number) => library.codecs.type(id).kind === 'error';
  const out = results.map(({ type }) => (error(type) ? 'error' : type));
  return `${variadic ? '...' : ''}(${params.map(({ type }) => type)}) ${[...out, ...(throws ? ['error'] : [])]}`;
}
