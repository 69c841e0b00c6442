import { InvalidArgumentError, UnsupportedSignatureError } from '../abi/errors.ts';
import { BUILTIN } from '../abi/numbers.ts';
import type { ClassType, FnId, Schema, Type, TypeId } from '../manifests/schema.ts';
import { type AnyFunction, type Callee, printCall, request } from './call.ts';
import { Answers } from './callback.ts';
import { buildClass } from './class.ts';
import { type Binding, Codecs } from './codec/codecs.ts';
import { dynamic } from './codec/interface.ts';
import { handleOf, receiver } from './codec/object.ts';
import type { Step } from './codec/path.ts';
import type { CodecOptions } from './codec/plain.ts';
import { arrayHeader, bool, bytes, float64, nil, string } from './codec/read.ts';
import { about, describe } from './codec/refusal.ts';
import * as w from './codec/write.ts';
import { exportedNumber, functionType } from './function.ts';
import { readError, writeError } from './goerror.ts';
import { type ClassSlot, Objects, type Owner, State } from './handle.ts';
import { Environment, type Lane } from './lane.ts';
import type { NativeLibrary } from './native/backend.ts';
import { GoValue, stateOf } from './object.ts';
import { buildRecord } from './record.ts';
import { References } from './reference.ts';

/** Which Go type a JavaScript class stands for. */
export const tokens = new WeakMap<object, { library: Library; id: TypeId }>();

/** One loaded library in one thread: everything that knows its schema. */
export class Library implements Owner, Binding {
  readonly label: string;
  readonly schema: Schema;
  readonly env: Environment;
  readonly objects: Objects;
  readonly references: References;
  private readonly answers: Answers;
  readonly codecs: Codecs;
  private readonly slots = new Map<TypeId, ClassSlot>();
  private readonly interned = new Map<ClassSlot, Map<unknown, WeakRef<object>>>();
  private readonly forgotten = new FinalizationRegistry<{ of: Map<unknown, WeakRef<object>>; key: unknown }>(
    ({ of, key }) => of.get(key)?.deref() === undefined && of.delete(key),
  );

  constructor(label: string, schema: Schema, options: CodecOptions, native: NativeLibrary) {
    this.label = label;
    this.schema = schema;
    this.env = new Environment(native);
    this.objects = new Objects(this.env);
    this.references = new References(this.env, () => this.request(BUILTIN.unref, 'unref', () => {}, ids));
    this.codecs = new Codecs(schema, options, this);
    this.answers = new Answers(this.env, this, this.codecs);
  }

  /** Go decides where such an object fits. */
  get untyped(): ClassSlot {
    this.untypedSlot ??= this.makeSlot(-1, {
      kind: 'class',
      pkg: -1,
      name: 'GoObject',
      of: 'interface',
      goType: 'Go object',
    });
    return this.untypedSlot;
  }
  private untypedSlot: ClassSlot | undefined;

  /** Go decides what such a function takes. */
  get untypedFunction(): ClassSlot {
    this.untypedFunctionSlot ??= this.makeSlot(-1, {
      kind: 'class',
      pkg: -1,
      name: 'GoFunction',
      of: 'func',
      goType: 'Go function',
      calls: [{ fn: BUILTIN.invoke }],
    });
    return this.untypedFunctionSlot;
  }
  private untypedFunctionSlot: ClassSlot | undefined;

  exported(f: object, slot?: ClassSlot): number | undefined {
    return exportedNumber(this, f, slot);
  }

  functionType(wanted: ClassType): string | undefined {
    return functionType(this, wanted);
  }

  isType(x: object): boolean {
    return tokens.has(x);
  }

  answer(l: Lane): number {
    return this.answers.answer(l);
  }

  print(callee: Callee): AnyFunction {
    return printCall(callee, this.codecs, this.env, this);
  }

  request<T>(
    fn: number,
    symbol: string,
    write: (l: Lane) => void,
    read: (l: Lane) => T,
    path?: (steps: readonly Step[]) => string,
  ): T {
    return request(this.env, this, fn, symbol, write, read, path);
  }

  /** The runtime side of a class, or of a record's `ref`. */
  slot(id: TypeId): ClassSlot {
    const known = this.slots.get(id);
    if (known) return known;
    const slot = this.makeSlot(id, this.schema.types[id] as ClassType);
    this.slots.set(id, slot);
    return slot;
  }

  private makeSlot(id: TypeId, type: ClassType): ClassSlot {
    const library = this;
    let js: ClassSlot['js'] | undefined;
    const slot: ClassSlot = {
      id,
      type,
      owner: this,
      want: this.codecs.goName(type),
      get js() {
        if (js === undefined) {
          js = (type as Type).kind === 'record' ? buildRecord(library, slot) : buildClass(library, slot);
          tokens.set(js, { library, id });
        }
        return js;
      },
      get literal() {
        return library.codecs.literal(slot) as ClassSlot['literal'];
      },
    };
    return slot;
  }

  /** The text of a Go type's zero value: what `fn` replies. */
  zeroText(fn: FnId): string {
    const text = this.zeroTexts.get(fn) ?? this.request(fn, 'zero value', () => {}, string);
    this.zeroTexts.set(fn, text);
    return text;
  }
  private readonly zeroTexts = new Map<FnId, string>();

  /** Equal values are one object while it lives. */
  makeValue = (slot: ClassSlot, value: unknown): object => {
    const all = this.interned.get(slot) ?? new Map<unknown, WeakRef<object>>();
    this.interned.set(slot, all);
    const key = internKey(value);
    const known = all.get(key)?.deref();
    if (known) return known;
    const fresh = Reflect.construct(GoValue, [slot, value], slot.js);
    all.set(key, new WeakRef(fresh));
    this.forgotten.register(fresh, { of: all, key });
    return fresh;
  };

  writeError = (l: Lane, x: unknown): void => {
    const slot = GoValue.slotOf(x);
    if (slot?.owner === this) dynamic(l, x, slot, (id) => this.codecs.dynamic(id).write);
    else writeError(l, x, this);
  };
  readError = (l: Lane): Error | null => readError(l, this);

  goType(state: State): string {
    return this.request(BUILTIN.goType, 'goType', (l) => this.writeSelf(l, state), string);
  }

  text(x: object): string | null {
    return this.request(BUILTIN.text, 'toString', (l) => this.writeReceiver(l, x), optionalText);
  }

  json(x: object): string | null {
    return this.request(BUILTIN.json, 'toJSON', (l) => this.writeReceiver(l, x), optionalText);
  }

  private writeReceiver(l: Lane, x: object): void {
    const slot = GoValue.slotOf(x);
    if (slot === undefined) {
      this.writeSelf(l, stateOf(x)!);
      return;
    }
    arrayHeaderOf(l, slot.id);
    this.codecs.of(slot.type.value!).write(l, (x as GoValue).valueOf());
  }

  private writeSelf(l: Lane, state: State): void {
    about('this', () => w.double(l, handleOf(state, { owner: this })));
  }

  as(x: object, type: unknown): unknown {
    const id = this.classOf(type, 'as', 'args[0]');
    const write = (l: Lane) => {
      this.writeReceiver(l, x);
      w.integer(l, id);
    };
    return this.request(BUILTIN.as, 'as', write, (l) => this.codecs.readDynamic(l, this.slot(id))) ?? undefined;
  }

  sink(): State {
    return this.request(
      BUILTIN.sink,
      'sink',
      () => {},
      (l) => new State(float64(l), this, undefined, 'sink'),
    );
  }

  contents(state: State): Uint8Array {
    return this.request(BUILTIN.contents, 'sink', (l) => this.writeSelf(l, state), bytes) ?? new Uint8Array(0);
  }

  variable(first: unknown): State {
    const write = (l: Lane) => about('ref', () => this.codecs.any.write(l, first));
    return this.request(BUILTIN.makeRef, 'ref', write, (l) => new State(float64(l), this, undefined, 'ref'));
  }

  readVariable(state: State): unknown {
    return this.request(BUILTIN.getRef, 'ref', (l) => this.writeSelf(l, state), this.codecs.any.read);
  }

  assignVariable(state: State, value: unknown): void {
    const write = (l: Lane) => {
      this.writeSelf(l, state);
      about('value', () => this.codecs.any.write(l, value));
    };
    this.request(BUILTIN.setRef, 'ref', write, () => {});
  }

  errorIs(error: unknown, target: unknown): boolean {
    const write = (l: Lane) => {
      this.writeError(l, error);
      about('args[1]', () => this.writeError(l, target));
    };
    return this.request(BUILTIN.errorIs, 'isGoError', write, bool);
  }

  errorAs(error: unknown, type: unknown): unknown {
    const id = this.classOf(type, 'asGoError', 'args[1]');
    const write = (l: Lane) => {
      this.writeError(l, error);
      w.integer(l, id);
    };
    return (
      this.request(BUILTIN.errorAs, 'asGoError', write, (l) => this.codecs.readDynamic(l, this.slot(id))) ?? undefined
    );
  }

  /** The type id of a class of this library. */
  private classOf(type: unknown, symbol: string, path: string): TypeId {
    const token = typeof type === 'function' ? tokens.get(type) : undefined;
    if (token?.library !== this) {
      throw new InvalidArgumentError(
        `${symbol}: ${path}: want a class of ${this.label}, such as m.T, got ${describe(type)}`,
        { symbol, path },
      );
    }
    return token.id;
  }

  snapshot(state: State, object: object): unknown {
    const { slot } = state;
    if (slot?.type.of === 'variable') return { value: (object as { value: unknown }).value };
    const live = slot?.type.live;
    if (live && slot) {
      const id = 'key' in live ? this.listReader(live.elem, live.key) : this.listReader(live.elem);
      return this.request(live.all, 'snapshot', (l) => receiver(l, object, slot), id);
    }
    const fields = slot?.type.fields?.filter((field) => field.snap !== undefined) ?? [];
    if (!slot || slot.type.snapshot === undefined) {
      // It has no fields to copy, but it must be there.
      this.request(BUILTIN.goType, 'snapshot', (l) => w.double(l, handleOf(state, { owner: this })), string);
      return {};
    }
    return this.request(
      slot.type.snapshot,
      'snapshot',
      (l) => receiver(l, object, slot),
      (l) => {
        arrayHeader(l);
        return Object.fromEntries(fields.map((field) => [field.snap!, this.codecs.of(field.type).read(l)]));
      },
    );
  }

  /** Reads all elements or pairs of a live slice or map. */
  listReader(elem: TypeId, key?: TypeId): (l: Lane) => unknown {
    return this.codecs.listReader(elem, key);
  }

  /** A function in the place of a symbol that cannot be offered. */
  skipped(symbol: string, reason: string, detail: string, signature: string): AnyFunction {
    return () => {
      throw new UnsupportedSignatureError(`${symbol} cannot be called from JavaScript: ${detail}`, {
        symbol,
        reason,
        signature,
      });
    };
  }
}

function arrayHeaderOf(l: Lane, id: TypeId): void {
  w.arrayHeader(l, 2);
  w.integer(l, id);
}

const ids = (l: Lane): number[] => Array.from({ length: arrayHeader(l) }, () => float64(l));
const optionalText = (l: Lane): string | null => (nil(l) ? null : string(l));

/** Equal for equal Go values. */
function internKey(value: unknown): unknown {
  if (Object.is(value, -0)) return '-0';
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Uint8Array) return Buffer.from(value).toString('latin1');
  return JSON.stringify(value, (_, item) => (typeof item === 'bigint' ? `${item}n` : item));
}
