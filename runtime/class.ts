import { InvalidArgumentError, UnsupportedSignatureError } from '../abi/errors.ts';
import type { Field, Method, TypeId } from '../manifests/schema.ts';
import type { AnyFunction, Callee } from './call.ts';
import { func } from './codec/callable.ts';
import { receiveObject, receiver } from './codec/object.ts';
import { inLiteral, type Step } from './codec/path.ts';
import * as r from './codec/read.ts';
import { about, argumentError, describe, Refusal, refuse } from './codec/refusal.ts';
import { zero } from './codec/value.ts';
import * as w from './codec/write.ts';
import { functionClass } from './function.ts';
import { type ClassSlot, State } from './handle.ts';
import type { Lane } from './lane.ts';
import type { Library } from './library.ts';
import { GoObject, GoValue } from './object.ts';

type Prototype = Record<PropertyKey, unknown>;

/** The JavaScript class of a Go type. Its functions are printed when they are first called. */
export function buildClass(library: Library, slot: ClassSlot): ClassSlot['js'] {
  const { type } = slot;
  const made = emptyClass(library, slot);
  Object.defineProperty(made, 'name', { value: type.name, configurable: true });
  const prototype = made.prototype as unknown as Prototype;
  for (const method of type.methods ?? []) defineMethod(library, slot, prototype, method);
  for (const field of type.fields ?? []) defineAccessor(library, slot, prototype, field);
  if (type.live) defineLive(library, slot, prototype);
  if (type.text) defineFrom(library, slot, made);
  for (const { on, reason, detail, members } of library.schema.packages[type.pkg]?.skips ?? []) {
    if (!on?.includes(type.name)) continue;
    for (const { name, go } of members) {
      if (!(name in prototype)) define(prototype, name, library.skipped(`${slot.want}.${name}`, reason, detail, go));
    }
  }
  return made as ClassSlot['js'];
}

/** The class of the type's values, without what its members are. */
function emptyClass(library: Library, slot: ClassSlot) {
  const { value, of, calls } = slot.type;
  if (of === 'func' && calls?.[0]?.fn !== undefined) {
    return functionClass(library, slot, (init) => make(library, slot, init));
  }
  return value === undefined ? objectClass(library, slot) : valueClass(library, slot);
}

function objectClass(library: Library, slot: ClassSlot) {
  return class extends GoObject {
    constructor(init?: unknown) {
      const state = init instanceof State ? init : new State(make(library, slot, init), library, slot, slot.want);
      super(state);
      if (state !== init) library.objects.track(state, this);
    }
  };
}

/** The handle of a fresh Go value: from a literal or zero, of a func type from a function. */
function make(library: Library, slot: ClassSlot, init: unknown): number {
  const { make: fn, hidden, of } = slot.type;
  const symbol = `new ${slot.want}`;
  if (fn === undefined || hidden) {
    const why =
      of === 'interface'
        ? 'an interface has no values of its own: where Go wants this one, give it an object with its methods'
        : 'values of this type are made by Go functions only';
    throw new UnsupportedSignatureError(`${symbol}: ${why}`, {
      symbol,
      reason: 'unexported-type',
      signature: slot.want,
    });
  }
  const write = (l: Lane) => {
    if (of === 'func') func(l, init ?? refuse(`a function for ${slot.want}`, init), slot);
    else if (init === undefined) w.nil(l);
    else if (slot.literal && typeof init === 'object' && init !== null && !GoObject.stateOf(init))
      (slot.literal as unknown as (l: Lane, x: unknown) => void)(l, init);
    else refuse(`${slot.type.live ? 'the elements' : 'an object literal'} of ${slot.want}`, init);
  };
  const path = ([, ...inside]: readonly Step[]) => `args[0]${inLiteral(library.codecs, slot, inside)}`;
  return library.request(fn, symbol, write, r.float64, path);
}

function valueClass(library: Library, slot: ClassSlot) {
  return class extends GoValue {
    constructor(init: unknown) {
      super(slot, init);
      // biome-ignore lint/correctness/noConstructorReturn: equal values are one object
      return checkedValue(library, slot, init) as this;
    }
  };
}

/** Writes the value as an argument would be, so that the same things are refused. */
function checkedValue(library: Library, slot: ClassSlot, init: unknown): object {
  const own = GoValue.slotOf(init);
  if (own === slot) return init as object;
  const { kind } = library.codecs.below(slot.type.value!);
  const l = library.env.enter();
  l.pos = 0;
  try {
    library.codecs.of(slot.type.value!).write(l, init);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw argumentError(error, `new ${slot.want}`, 'args[0]');
  } finally {
    library.env.lane = l;
    l.settle();
  }
  if (kind === 'byteArray') return library.makeValue(slot, Uint8Array.from(Buffer.from(init as Uint8Array)));
  if (typeof zero(library.codecs, slot.type.value!) === 'bigint')
    return library.makeValue(slot, BigInt(init as bigint));
  return library.makeValue(slot, init);
}

function calleeOf(slot: ClassSlot, method: Method): Callee {
  return { ...method, symbol: `${slot.want}.${method.name}`, receiver: slot };
}

/** A stub that puts the printed function in its own place. */
function defineMethod(library: Library, slot: ClassSlot, prototype: Prototype, method: Method): void {
  let printed: AnyFunction | undefined;
  const { [method.name]: stub } = {
    [method.name](this: unknown, ...args: unknown[]) {
      if (!printed) {
        printed = library.print(calleeOf(slot, method));
        if (prototype[method.name] === stub) define(prototype, method.name, printed);
      }
      return printed.apply(this, args);
    },
  };
  define(prototype, method.name, stub);
}

function defineAccessor(library: Library, slot: ClassSlot, prototype: Prototype, field: Field): void {
  const { name, type, get, set } = field;
  if (name in prototype) return;
  const symbol = `${slot.want}.${name}`;
  let read: AnyFunction | undefined;
  let assign: AnyFunction | undefined;
  Object.defineProperty(prototype, name, {
    configurable: true,
    get(this: unknown) {
      read ??= library.print({ name, symbol, fn: get, results: [{ type }], receiver: slot });
      return read.call(this);
    },
    set(this: unknown, value: unknown) {
      if (set === undefined) throw new TypeError(`${symbol} cannot be assigned`);
      assign ??= library.print({ name, symbol, fn: set, params: [{ name, type }], receiver: slot });
      assign.call(this, value);
    },
  });
}

/** `m.T.from(text)`: as Go's UnmarshalText reads it. */
function defineFrom(library: Library, slot: ClassSlot, made: object): void {
  const { from } = slot.type.text!;
  const read = (l: Lane): unknown => {
    if (slot.type.value === undefined) return receiveObject(r.float64(l), slot);
    return library.makeValue(slot, library.codecs.of(slot.type.value).read(l));
  };
  define(made, 'from', (text: unknown) => library.request(from, `${slot.want}.from`, (l) => w.string(l, text), read));
}

/** Elements of a live slice or map, in lower case, which no Go name is. */
function defineLive(library: Library, slot: ClassSlot, prototype: Prototype): void {
  const live = slot.type.live!;
  const ask = <T>(self: unknown, fn: number, what: string, write: (l: Lane) => void, read: (l: Lane) => T): T => {
    const whole = (l: Lane) => {
      about('this', () => receiver(l, self, slot));
      write(l);
    };
    return library.request(fn, `${slot.want}.${what}`, whole, read);
  };
  const nothing = () => {};
  const codec = (id: TypeId) => library.codecs.of(id);
  const size = (self: unknown) => ask(self, live.size, 'size', nothing, r.number);
  if ('key' in live) {
    const find = (self: unknown, key: unknown) =>
      ask(
        self,
        live.get,
        'get',
        (l) => codec(live.key).write(l, key),
        (l) => (r.bool(l) ? [codec(live.elem).read(l)] : undefined),
      );
    const entries = (self: unknown): Iterable<[unknown, unknown]> => {
      const all = ask(self, live.all, 'entries', nothing, library.listReader(live.elem, live.key));
      return all instanceof Map ? all : Object.entries(all as object);
    };
    Object.defineProperty(prototype, 'size', {
      configurable: true,
      get: function (this: unknown) {
        return size(this);
      },
    });
    define(prototype, 'get', function (this: unknown, key: unknown) {
      return find(this, key)?.[0];
    });
    define(prototype, 'has', function (this: unknown, key: unknown) {
      return find(this, key) !== undefined;
    });
    define(prototype, 'set', function (this: unknown, key: unknown, value: unknown) {
      const write = (l: Lane) => {
        codec(live.key).write(l, key);
        about('args[1]', () => codec(live.elem).write(l, value));
      };
      ask(this, live.set, 'set', write, nothing);
      return this;
    });
    define(prototype, 'delete', function (this: unknown, key: unknown) {
      const known = find(this, key) !== undefined;
      ask(this, live.delete, 'delete', (l) => codec(live.key).write(l, key), nothing);
      return known;
    });
    define(prototype, Symbol.iterator, function (this: unknown) {
      return entries(this)[Symbol.iterator]();
    });
    return;
  }
  const place = (self: unknown, index: unknown, what: string): number => {
    const symbol = `${slot.want}.${what}`;
    if (!Number.isSafeInteger(index)) {
      throw new InvalidArgumentError(`${symbol}: args[0]: want an index, got ${describe(index)}`, {
        symbol,
        path: 'args[0]',
      });
    }
    const i = index as number;
    const n = size(self);
    return i < 0 ? (i + n < 0 ? n : i + n) : Math.min(i, n);
  };
  Object.defineProperty(prototype, 'length', {
    configurable: true,
    get: function (this: unknown) {
      return size(this);
    },
  });
  define(prototype, 'at', function (this: unknown, index: unknown) {
    const i = place(this, index, 'at');
    if (i === size(this)) return undefined;
    return ask(
      this,
      live.get,
      'at',
      (l) => w.integer(l, i),
      (l) => codec(live.elem).read(l),
    );
  });
  define(prototype, 'set', function (this: unknown, index: unknown, value: unknown) {
    const i = place(this, index, 'set');
    const n = size(this);
    if (i === n) {
      throw new InvalidArgumentError(`${slot.want}.set: args[0]: want an index below ${n}, got ${String(index)}`, {
        code: 'ARGUMENT_RANGE',
        symbol: `${slot.want}.set`,
        path: 'args[0]',
      });
    }
    const write = (l: Lane) => {
      w.integer(l, i);
      about('args[1]', () => codec(live.elem).write(l, value));
    };
    ask(this, live.set, 'set', write, nothing);
    return this;
  });
  define(prototype, Symbol.iterator, function (this: unknown) {
    return (ask(this, live.all, 'all', nothing, library.listReader(live.elem)) as unknown[])[Symbol.iterator]();
  });
}

function define(target: object, name: PropertyKey, value: unknown): void {
  Object.defineProperty(target, name, { value, writable: true, configurable: true, enumerable: false });
}
