import { inspect } from 'node:util';
import type { SCALAR } from '../abi/numbers.ts';
import type { ClassSlot, State } from './handle.ts';
import { State as HandleState } from './handle.ts';
import { keepInThread } from './thread.ts';

/**
 * Base of all live Go objects: what a class of a Go type inherits. Go's own methods start with a capital, these do not.
 *
 * Memory: the Go value stays alive until `dispose()`, the end of a `scope`, or until the object is collected.
 */
export class GoObject {
  readonly #state: State;

  constructor(state: unknown) {
    if (!(state instanceof HandleState)) throw new TypeError('Go objects are made by new m.T() or by Go');
    this.#state = state;
    keepInThread(this);
  }

  static stateOf(x: unknown): State | undefined {
    return typeof x === 'object' && x !== null && #state in x ? x.#state : undefined;
  }

  /** What Go's `%T` prints: `*semver.Version`. */
  get goType(): string {
    return this.#state.owner.goType(this.#state);
  }

  /** Go's type assertion: this value as a `T`, or undefined where it is none. */
  as<T>(type: abstract new (...args: never) => T): T | undefined {
    return this.#state.owner.as(this, type) as T | undefined;
  }

  /** Gives the Go value back now. A second time does nothing; any other use throws DisposedError. */
  dispose(): void {
    this.#state.owner.objects.dispose(this.#state);
  }

  /** Go's `String` or `Error`. */
  toString(): string {
    if (this.#state.handle === 0) return `[${this.#state.label}, disposed]`;
    return this.#state.owner.text(this) ?? `[${this.#state.label}]`;
  }

  /** What Go's JSON or text marshaler prints, else a copy of the exported fields. */
  toJSON(): unknown {
    const json = this.#state.owner.json(this);
    if (json !== null) return JSON.parse(json);
    const text = this.#state.slot?.type.json === 'text' ? this.#state.owner.text(this) : null;
    return text ?? this.#state.owner.snapshot(this.#state, this);
  }

  /** @internal */
  [inspect.custom](): string {
    if (this.#state.handle === 0) return `${this.#state.label} (disposed)`;
    let text: string | null = null;
    try {
      text = this.#state.owner.text(this);
    } catch {}
    return text === null ? `${this.#state.label} {}` : `${this.#state.label} ${JSON.stringify(text)}`;
  }
}

/** Known to all copies of this package, of other realms and versions too: their objects are no literals here. */
const BRAND = Symbol.for('usegolib.object');

export function isOfAnyCopy(x: object): boolean {
  return BRAND in x;
}

/** GoErrors are Errors first, and Go functions are functions: their handles are kept beside them. */
const states = new WeakMap<object, State>();

export function keepState(object: object, state: State): void {
  states.set(object, state);
}

export function stateOf(x: unknown): State | undefined {
  return GoObject.stateOf(x) ?? (x instanceof Error || typeof x === 'function' ? states.get(x) : undefined);
}

/** Equal Go values are one JavaScript value. */
export class GoValue {
  readonly #slot: ClassSlot;
  readonly #value: unknown;

  constructor(slot: ClassSlot, value: unknown) {
    this.#slot = slot;
    this.#value = value;
    keepInThread(this);
    Object.freeze(this);
  }

  static slotOf(x: unknown): ClassSlot | undefined {
    return typeof x === 'object' && x !== null && #slot in x ? x.#slot : undefined;
  }

  /** The underlying value; a fresh copy of an array. */
  valueOf(): unknown {
    const value = this.#value;
    return ArrayBuffer.isView(value) || Array.isArray(value) ? (value as unknown[]).slice() : value;
  }

  /** What Go's `%T` prints: `values.Color`. */
  get goType(): string {
    return this.#slot.type.goType;
  }

  /** Go's type assertion: this value as a `T`, or undefined where it is none. */
  as<T>(type: abstract new (...args: never) => T): T | undefined {
    return this.#slot.owner.as(this, type) as T | undefined;
  }

  /** Does nothing: all of the value is here. An interface value may be one, or an object. */
  dispose(): void {}

  /** Go's `String`, else the underlying value. */
  toString(): string {
    return this.#slot.owner.text(this) ?? String(this.#value);
  }

  toJSON(): unknown {
    const json = this.#slot.owner.json(this);
    if (json !== null) return JSON.parse(json);
    if (this.#slot.type.json === 'text') return this.toString();
    const value = this.valueOf();
    return typeof value === 'bigint' ? String(value) : value;
  }

  [Symbol.iterator](): IterableIterator<unknown> {
    return (this.valueOf() as unknown[])[Symbol.iterator]();
  }

  /** @internal */
  [inspect.custom](): string {
    return `${this.#slot.want}(${this.toString()})`;
  }
}

/** Whether Go has an error in it, or can: any Error but another library's, or what has the methods of an error in Go. */
export function isError(x: unknown, owner: State['owner']): boolean {
  const from = (stateOf(x) ?? GoValue.slotOf(x))?.owner;
  if (x instanceof Error) return from === undefined || from === owner;
  return from === owner && typeof (x as { Error?: unknown }).Error === 'function';
}

/** A value with the name of its Go type, for interfaces. */
export class Typed {
  readonly slot: { owner: State['owner'] };
  readonly id: number;
  readonly value: unknown;
  /** The value is a list: a slice of the type. */
  readonly list: boolean;
  constructor(slot: { owner: State['owner'] }, id: number, value: unknown, list = false) {
    this.slot = slot;
    this.id = id;
    this.value = value;
    this.list = list;
  }
}

/** A value for a parameter of any type, with the Go type it is to have. */
export class Scalar {
  readonly kind: keyof typeof SCALAR;
  readonly value: unknown;
  constructor(kind: keyof typeof SCALAR, value: unknown) {
    this.kind = kind;
    this.value = value;
  }
}

/** An object that goes into an interface as the value it points to. */
export class Deref {
  readonly state: State;
  constructor(state: State) {
    this.state = state;
  }
}

/** `using x = …` disposes of it at the end of the block. */
export function makeUsable(prototype: { dispose(): void }): void {
  const dispose = Symbol.dispose ?? Symbol.for('nodejs.dispose');
  Object.defineProperty(prototype, dispose, { value: prototype.dispose, writable: true, configurable: true });
}

for (const { prototype } of [GoObject, GoValue]) {
  Object.defineProperty(prototype, BRAND, { value: true });
  makeUsable(prototype);
}
