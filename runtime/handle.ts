import type { ClassType, TypeId } from '../manifests/schema.ts';
import type { Environment, Lane } from './lane.ts';
import type { References } from './reference.ts';
import { noteMade } from './scope.ts';

/** What an object needs of the library it came from. */
export interface Owner {
  readonly label: string;
  readonly objects: Objects;
  readonly references: References;
  /** The number of the Go function that a module object has as `f`, if it has the type of `slot`. */
  exported(f: object, slot?: ClassSlot): number | undefined;
  /** The func type whose values implement an interface: `http.HandlerFunc`. */
  functionType(wanted: ClassType): string | undefined;
  /** Runs what Go asks for in the middle of a call; gives the status with which the call goes on. */
  answer(l: Lane): number;
  goType(state: State): string;
  text(x: object): string | null;
  json(x: object): string | null;
  as(x: object, type: unknown): unknown;
  /** A new buffer in Go, and what was written to it. */
  sink(): State;
  contents(state: State): Uint8Array;
  /** A variable in Go that JavaScript made. */
  variable(first: unknown): State;
  readVariable(state: State): unknown;
  assignVariable(state: State, value: unknown): void;
  snapshot(state: State, object: object): unknown;
}

/** A Go type with a class in JavaScript, as codecs and handles see it. */
export interface ClassSlot {
  readonly id: TypeId;
  readonly type: ClassType;
  readonly owner: Owner;
  /** The JavaScript class; made on first use. */
  readonly js: new (
    init: unknown,
  ) => object;
  /** Writes an object literal; undefined where none is accepted. */
  readonly literal: ((l: never, x: unknown) => void) | undefined;
  /** What a refused argument should have been: `semver.Version`. */
  readonly want: string;
}

/** A handle and what is known of it. The object refers to it, never the other way round but weakly. */
export class State {
  /** 0 when disposed. */
  handle: number;
  /** How often Go sent it; given back as often. */
  count = 1;
  readonly slot: ClassSlot | undefined;
  readonly label: string;
  readonly owner: Owner;
  ref: WeakRef<object> | undefined = undefined;

  constructor(handle: number, owner: Owner, slot: ClassSlot | undefined, label: string) {
    this.handle = handle;
    this.owner = owner;
    this.slot = slot;
    this.label = label;
  }
}

const MANY = 100_000;
let warned = false;

/** The live objects of one library in this thread. */
export class Objects {
  readonly environment: Environment;
  private readonly live = new Map<number, State>();
  private readonly collected = new FinalizationRegistry<State>((state) => this.free(state));

  constructor(environment: Environment) {
    this.environment = environment;
  }

  get size(): number {
    return this.live.size;
  }

  /**
   * The object of a handle Go just sent: the one that stands for it already, or a new one. A Go error has two: the GoError
   * that is thrown (no slot) and the object of its class that asGoError gives.
   */
  receive(
    handle: number,
    slot: ClassSlot | undefined,
    make: (handle: number) => State,
    build: (state: State) => object,
  ): object {
    const known = this.live.get(liveKey(handle, slot));
    const object = known?.ref?.deref();
    if (known && object) {
      known.count++;
      return object;
    }
    const state = make(handle);
    const fresh = build(state);
    this.track(state, fresh);
    return fresh;
  }

  track(state: State, object: object): void {
    state.ref = new WeakRef(object);
    this.live.set(liveKey(state.handle, state.slot), state);
    this.collected.register(object, state, state);
    noteMade(state);
    if (this.live.size > MANY && !warned) {
      warned = true;
      process.emitWarning(
        `more than ${MANY} Go objects are alive: dispose() them or work in scope(), the garbage collector does not see their size`,
        { code: 'USEGOLIB_MANY_OBJECTS' },
      );
    }
  }

  dispose(state: State): void {
    if (state.handle === 0) return;
    this.collected.unregister(state);
    this.free(state);
  }

  private free(state: State): void {
    const { handle, count } = state;
    if (handle === 0) return;
    state.handle = 0;
    const key = liveKey(handle, state.slot);
    if (this.live.get(key) === state) this.live.delete(key);
    this.environment.give(handle, count);
  }
}

/** Handles are positive: the other sign keeps a GoError apart from the object with the same handle. */
function liveKey(handle: number, slot: ClassSlot | undefined): number {
  return slot === undefined ? -handle : handle;
}
