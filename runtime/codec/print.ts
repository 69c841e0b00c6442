import { compileFunction } from 'node:vm';
import type { RecordField, Schema, Type, TypeId } from '../../manifests/schema.ts';
import type { ClassSlot } from '../handle.ts';
import type { Lane } from '../lane.ts';
import * as literals from './literal.ts';
import * as num from './numbers.ts';
import * as objects from './object.ts';
import * as r from './read.ts';
import * as refusals from './refusal.ts';
import * as std from './std.ts';
import * as w from './write.ts';

/** Writes and reads one type. */
export interface Codec {
  write(l: Lane, x: unknown): void;
  read(l: Lane): unknown;
}

export interface CodecOptions {
  int64?: 'bigint' | 'number';
  nil?: 'empty' | 'keep';
  records?: 'zero' | 'exact';
}

/** What codecs need of the library they belong to. */
export interface Binding {
  slot(type: TypeId): ClassSlot;
  makeValue(slot: ClassSlot, value: unknown): object;
  writeError(l: Lane, x: unknown): void;
  readError(l: Lane): unknown;
}

/** Source text and what its free names stand for. */
export class Unit {
  private readonly values = new Map<string, unknown>();

  use(name: string, value: unknown): string {
    this.values.set(name, value);
    return name;
  }

  /** Runs the body of a function of the names used. Works where `eval` is forbidden. */
  compile<T>(file: string, body: string): T {
    const make = compileFunction(body, [...this.values.keys()], { filename: `usegolib:${file}` });
    return make(...this.values.values()) as T;
  }
}

const SCALARS = new Set([
  'bool',
  'string',
  'int',
  'uint',
  'int8',
  'int16',
  'int32',
  'int64',
  'uint8',
  'uint16',
  'uint32',
  'uint64',
  'uintptr',
  'float32',
  'float64',
  'bytes',
]);
const BIG = new Set(['int64', 'uint64', 'uintptr']);
/** Written without a check for room: at most 19 bytes. */
const FIXED = new Set([...SCALARS, 'complex64', 'complex128'].filter((kind) => kind !== 'string' && kind !== 'bytes'));

/**
 * Prints the codecs of a schema: per type a function that checks and writes, and one that reads. Names and keys enter the
 * text only through JSON.stringify. With the `.d.ts` emitter the only place that looks at `kind`.
 */
export class Codecs {
  readonly schema: Schema;
  readonly options: CodecOptions;
  private readonly binding: Binding;
  private readonly made = new Map<string, Codec>();

  constructor(schema: Schema, options: CodecOptions, binding: Binding) {
    this.schema = schema;
    this.options = options;
    this.binding = binding;
  }

  type(id: TypeId): Type {
    return this.schema.types[id]!;
  }

  /** The codec of a type, compiled on first use. */
  of(id: TypeId): Codec {
    return this.lazily(`t${id}`, () => {
      const type = this.type(id);
      const unit = new Unit();
      return unit.compile<Codec>(`type ${id}`, this.codecText(unit, id, type));
    });
  }

  /** The literal of a class: an array of its fields, its elements or its pairs. */
  literal(slot: ClassSlot): Codec['write'] | undefined {
    const { literal, live } = slot.type;
    if (!literal && !live) return undefined;
    return this.lazily(`l${slot.id}`, () => {
      const unit = new Unit();
      let body: string;
      if (live && 'key' in live) body = this.writeMap(unit, live.key, live.elem);
      else if (live) body = this.writeList(unit, live.elem, undefined);
      else body = this.writeFields(unit, literal!, slot.want);
      return unit.compile<Codec>(`literal ${slot.want}`, `return { write(l, x) {\n${body}\n}, read() {} }`);
    }).write;
  }

  /** A statement that writes `x`, and whether it leaves the room it found but for a few bytes. */
  write(unit: Unit, id: TypeId, x: string): { text: string; fixed: boolean } {
    const type = this.type(id);
    const { kind } = type;
    const call = (name: string, fn: unknown, ...more: (string | number | undefined)[]) => ({
      text: `${unit.use(name, fn)}(l, ${[x, ...more.map(String)].join(', ')});`,
      fixed: FIXED.has(kind) || kind === 'opaque',
    });
    switch (type.kind) {
      case 'complex64':
      case 'complex128':
        return call('w_complex', w.complex);
      case 'time':
        return call('w_time', std.time);
      case 'duration':
        return call('w_duration', std.duration);
      case 'bigInt':
        return call('w_bigInt', std.bigInt);
      case 'bigRat':
        return call('w_bigText', std.bigText, '"big.Rat"');
      case 'bigFloat':
        return call('w_bigText', std.bigText, '"big.Float"');
      case 'json':
        return call('w_json', std.json);
      case 'jsonNumber':
        return call('w_jsonNumber', std.jsonNumber);
      case 'error':
        return call('w_error', (l: Lane, e: unknown) => this.binding.writeError(l, e));
      case 'byteArray':
        return call('w_byteArray', w.byteArray, type.length);
      case 'numbers':
        return call('w_numbers', num.numbers, JSON.stringify(type.elem), type.length);
      case 'named':
        return this.write(unit, type.type, x);
      case 'slice':
      case 'array':
      case 'map':
      case 'optional':
      case 'record':
        return { text: `${unit.use(`t${id}`, this.of(id))}.write(l, ${x});`, fixed: false };
      case 'object':
        return call('w_object', objects.object, this.useSlot(unit, type.class), String(type.pointer === true));
      case 'opaque':
        return call('w_opaque', objects.opaque, this.useSlot(unit, type.class));
      case 'interface': {
        const under = unit.use('under', (dynamic: TypeId) => this.underlying(dynamic).write);
        return call('w_dynamic', objects.dynamic, this.useSlot(unit, type.class), under);
      }
      case 'value': {
        const slot = this.binding.slot(type.class);
        const under = unit.use(`u${type.class}`, (l: Lane, v: unknown) => this.of(slot.type.value!).write(l, v));
        const text = slot.type.text !== undefined && this.kindBelow(slot.type.value!) !== 'string';
        return call('w_value', objects.value, this.useSlot(unit, type.class), under, String(text));
      }
      case 'class':
        throw new Error(`internal error: type ${id} is a class, which is no slot`);
      default:
        return call(`w_${kind}`, w[type.kind as 'int']);
    }
  }

  /** An expression that reads a value. */
  read(unit: Unit, id: TypeId): string {
    const type = this.type(id);
    const keep = this.options.nil === 'keep';
    const call = (name: string, fn: unknown, ...more: string[]) =>
      `${unit.use(name, fn)}(${['l', ...more].join(', ')})`;
    switch (type.kind) {
      case 'bool':
        return call('r_bool', r.bool);
      case 'string':
        return call('r_string', r.string);
      case 'float32':
      case 'float64':
        return call('r_float64', r.float64);
      case 'int64':
      case 'uint64':
      case 'uintptr':
        return this.options.int64 === 'number' ? call('r_number', r.number) : call('r_bigint', r.bigint);
      case 'int':
      case 'uint':
      case 'int8':
      case 'int16':
      case 'int32':
      case 'uint8':
      case 'uint16':
      case 'uint32':
        return call('r_number', r.number);
      case 'complex64':
      case 'complex128':
        return call('r_complex', r.complex);
      case 'bytes':
        return keep ? call('r_bytes', r.bytes) : `(${call('r_bytes', r.bytes)} ?? new Uint8Array(0))`;
      case 'byteArray':
        return call('r_bytes', r.bytes);
      case 'numbers':
        return call('r_numbers', num.readNumbers, JSON.stringify(type.elem), String(keep));
      case 'time':
        return call('r_time', std.readTime);
      case 'duration':
        return call('r_duration', std.readDuration);
      case 'bigInt':
        return call('r_bigInt', std.readBigInt);
      case 'bigRat':
      case 'bigFloat':
      case 'jsonNumber':
        return call('r_text', std.readText);
      case 'json':
        return call('r_json', std.readJSON);
      case 'error':
        return call('r_error', (l: Lane) => this.binding.readError(l));
      case 'named':
        return this.read(unit, type.type);
      case 'slice':
      case 'array':
      case 'map':
      case 'optional':
      case 'record':
        return `${unit.use(`t${id}`, this.of(id))}.read(l)`;
      case 'object':
      case 'opaque':
        return call('r_object', objects.readObject, this.useSlot(unit, type.class));
      case 'interface':
        return call(
          'r_dynamic',
          (l: Lane, slot: ClassSlot) => this.readDynamic(l, slot),
          this.useSlot(unit, type.class),
        );
      case 'value': {
        const slot = this.useSlot(unit, type.class);
        const make = unit.use('makeValue', this.binding.makeValue);
        return `${make}(${slot}, ${this.read(unit, this.binding.slot(type.class).type.value!)})`;
      }
      case 'class':
        throw new Error(`internal error: type ${id} is a class, which is no slot`);
      default:
        return type satisfies never;
    }
  }

  /** Nil, or the class (nil if it is not bound) and the value. */
  readDynamic(l: Lane, slot: ClassSlot): unknown {
    if (r.arrayHeader(l) < 0) return null;
    if (r.nil(l)) return objects.readObject(l, slot);
    return this.underlying(r.number(l)).read(l);
  }

  /** The codec of a dynamic type: a class stands for itself here. */
  private underlying(id: TypeId): Codec {
    const type = this.type(id);
    if (type.kind !== 'class') return this.of(id);
    const slot = this.binding.slot(id);
    if (type.value === undefined) {
      return { write: (l, x) => objects.object(l, x, slot, true), read: (l) => objects.readObject(l, slot) };
    }
    const under = this.of(type.value);
    return { write: under.write, read: (l) => this.binding.makeValue(slot, under.read(l)) };
  }

  kindBelow(id: TypeId): Type['kind'] {
    const type = this.type(id);
    return type.kind === 'named' ? this.kindBelow(type.type) : type.kind;
  }

  /** Reads all elements of a live slice, or with a key type all pairs of a live map. */
  listReader(elem: TypeId, key?: TypeId): Codec['read'] {
    const read = this.of(elem);
    if (key === undefined) {
      return (l) => Array.from({ length: Math.max(0, r.arrayHeader(l)) }, () => read.read(l));
    }
    const keys = this.of(key);
    const text = this.kindBelow(key) === 'string';
    return (l) => {
      const n = Math.max(0, r.mapHeader(l));
      const all = Array.from({ length: n }, () => [keys.read(l), read.read(l)] as [string, unknown]);
      return text ? Object.assign(Object.create(null), Object.fromEntries(all)) : new Map(all);
    };
  }

  /** Whether writing a value of this type can run code of the user: a getter, an iterator. */
  runsUserCode(id: TypeId): boolean {
    const type = this.type(id);
    if (type.kind === 'named') return this.runsUserCode(type.type);
    if (type.kind === 'object') return this.literal(this.binding.slot(type.class)) !== undefined;
    return !SCALARS.has(type.kind) && type.kind !== 'opaque';
  }

  /** A constant from its exact text. */
  constant(id: TypeId, text: string): unknown {
    const type = this.type(id);
    switch (type.kind) {
      case 'bool':
        return text === 'true';
      case 'string':
      case 'bigRat':
      case 'bigFloat':
        return text;
      case 'int64':
      case 'uint64':
      case 'uintptr': {
        const exact = BigInt(text);
        const safe = Number.isSafeInteger(Number(exact));
        return this.options.int64 === 'number' && safe ? Number(exact) : exact;
      }
      case 'bigInt':
        return BigInt(text);
      case 'duration': {
        const ns = BigInt(text);
        return Number(ns / 1_000_000n) + Number(ns % 1_000_000n) / 1e6;
      }
      case 'complex64':
      case 'complex128': {
        const [, re, im] = /^\(?(.*?)([+-][^+-]*)i\)?$/.exec(text) ?? [];
        return { re: Number(re), im: Number(im) };
      }
      case 'named':
        return this.constant(type.type, text);
      case 'value': {
        const slot = this.binding.slot(type.class);
        return this.binding.makeValue(slot, this.constant(slot.type.value!, text));
      }
      case 'int':
      case 'uint': {
        const exact = BigInt(text);
        return Number.isSafeInteger(Number(exact)) ? Number(exact) : exact;
      }
      default:
        return Number(text);
    }
  }

  /** Go's zero value, for `new m.Rec()`. */
  zero(id: TypeId): unknown {
    const type = this.type(id);
    const { kind } = type;
    if (BIG.has(kind)) return this.options.int64 === 'number' ? 0 : 0n;
    switch (type.kind) {
      case 'bool':
        return false;
      case 'string':
      case 'jsonNumber':
        return '';
      case 'bytes':
        return this.options.nil === 'keep' ? null : new Uint8Array(0);
      case 'byteArray':
        return new Uint8Array(type.length);
      case 'numbers':
        return type.length === undefined && this.options.nil === 'keep' ? null : num.zeros(type.elem, type.length ?? 0);
      case 'slice':
        return this.options.nil === 'keep' ? null : [];
      case 'map':
        if (this.options.nil === 'keep') return null;
        return this.kindBelow(type.key) === 'string' ? Object.create(null) : new Map();
      case 'array':
        return Array.from({ length: type.length }, () => this.zero(type.elem));
      case 'complex64':
      case 'complex128':
        return { re: 0, im: 0 };
      case 'named':
        return this.zero(type.type);
      case 'record':
        return Object.fromEntries(type.fields.map((field) => [field.key ?? field.name, this.zero(field.type)]));
      case 'value':
        return this.binding.makeValue(
          this.binding.slot(type.class),
          this.zero(this.binding.slot(type.class).type.value!),
        );
      case 'object':
        return type.pointer ? null : undefined;
      case 'time':
        return undefined;
      default:
        return SCALARS.has(kind) || kind === 'duration' ? 0 : null;
    }
  }

  private useSlot(unit: Unit, id: TypeId): string {
    return unit.use(`c${id}`, this.binding.slot(id));
  }

  private codecText(unit: Unit, id: TypeId, type: Type): string {
    const keep = this.options.nil === 'keep';
    let write: string;
    let read: string;
    if (type.kind === 'slice' || type.kind === 'array') {
      write = this.writeList(unit, type.elem, type.kind === 'array' ? type.length : undefined);
      read = `const n = ${unit.use('r_array', r.arrayHeader)}(l);
  if (n < 0) return ${keep ? 'null' : '[]'};
  const x = new Array(n);
  for (let i = 0; i < n; i++) x[i] = ${this.read(unit, type.elem)};
  return x;`;
    } else if (type.kind === 'map') {
      const text = this.kindBelow(type.key) === 'string';
      const key = this.read(unit, type.key);
      const elem = this.read(unit, type.elem);
      write = this.writeMap(unit, type.key, type.elem);
      read = `const n = ${unit.use('r_map', r.mapHeader)}(l);
  ${keep ? 'if (n < 0) return null;' : ''}
  const x = ${text ? 'Object.create(null)' : 'new Map()'};
  for (let i = 0; i < n; i++) { const k = ${key}; ${text ? `x[k] = ${elem}` : `x.set(k, ${elem})`}; }
  return x;`;
    } else if (type.kind === 'optional') {
      const record = this.type(type.elem).kind === 'record';
      const ref = record
        ? `else if (${unit.use('stateOf', objects.stateOfRef)}(x) !== undefined) ${unit.use('w_ref', objects.writeRef)}(l, x, ${unit.use('ref', this.binding.slot(type.elem))});`
        : '';
      write = `if (x === null || x === undefined) ${unit.use('nil', w.nil)}(l);
  ${ref} else { ${this.write(unit, type.elem, 'x').text} }
  ${unit.use('room', w.room)}(l, 0);`;
      read = `return ${unit.use('r_nil', r.nil)}(l) ? null : ${this.read(unit, type.elem)};`;
    } else if (type.kind === 'record') {
      write = this.writeFields(unit, type.fields, type.name ?? 'object');
      const fields = type.fields.map((field) => {
        const key = JSON.stringify(field.key ?? field.name);
        return `${key === '"__proto__"' ? '["__proto__"]' : key}: ${this.read(unit, field.type)}`;
      });
      read = `${unit.use('r_array', r.arrayHeader)}(l);\n  return { ${fields.join(', ')} };`;
    } else {
      write = this.write(unit, id, 'x').text;
      read = `return ${this.read(unit, id)};`;
    }
    return `return {\nwrite(l, x) {\n  ${write}\n},\nread(l) {\n  ${read}\n} }`;
  }

  private writeList(unit: Unit, elem: TypeId, length: number | undefined): string {
    const { text, fixed } = this.write(unit, elem, 'x[i]');
    const room = unit.use('room', w.room);
    const refuseNull = `${unit.use('refuseNull', refusals.refuseNull)}("array", x)`;
    return `if (x === null || x === undefined) { ${length === undefined ? `${unit.use('nil', w.nil)}(l); return;` : refuseNull} }
  x = ${unit.use('list', literals.list)}(x, "array");
  const n = x.length;
  ${length === undefined ? '' : `if (n !== ${length}) ${unit.use('wrongLength', literals.wrongLength)}(${length}, x);`}
  ${unit.use('w_array', w.arrayHeader)}(l, n);
  ${fixed ? `${room}(l, n * 19);` : `${room}(l, 0);`}
  let i = 0;
  try { for (; i < n; i++) { ${text} } } catch (e) { throw ${unit.use('within', refusals.within)}(e, i); }
  ${room}(l, 0);`;
  }

  private writeMap(unit: Unit, key: TypeId, elem: TypeId): string {
    const text = this.kindBelow(key) === 'string';
    const room = `${unit.use('room', w.room)}(l, 0);`;
    return `if (x === null || x === undefined) { ${unit.use('nil', w.nil)}(l); return; }
  const all = ${unit.use('pairs', literals.pairs)}(x, ${text});
  ${unit.use('w_map', w.mapHeader)}(l, all.length);
  ${room}
  for (const [k, v] of all) {
    try { ${this.write(unit, key, 'k').text} } catch (e) { throw ${unit.use('withinKey', refusals.withinKey)}(e, k); }
    try { ${this.write(unit, elem, 'v').text} } catch (e) { throw ${unit.use('within', refusals.within)}(e, typeof k === 'string' ? k : String(k)); }
    ${room}
  }`;
  }

  /** The usual object has just the fields' own keys: no lookups, one count. Anything else goes through `resolve`. */
  private writeFields(unit: Unit, fields: readonly RecordField[], want: string): string {
    const keys = fields.map(({ name, key = name, aliases = [] }) => ({
      key,
      names: [...new Set([key, name, ...aliases])],
    }));
    const own = (key: string) =>
      key in Object.prototype
        ? `(Object.hasOwn(x, ${JSON.stringify(key)}) ? x[${JSON.stringify(key)}] : undefined)`
        : `x[${JSON.stringify(key)}]`;
    const lines = fields.map((field, i) => {
      const key = JSON.stringify(keys[i]!.key);
      const exact = this.options.records === 'exact' && !field.omit && !this.mayBeAbsent(field.type);
      const absent = exact
        ? `${unit.use('missing', literals.missing)}(${key}, ${JSON.stringify(want)})`
        : `${unit.use('nil', w.nil)}(l)`;
      const { text, fixed } = this.write(unit, field.type, `a${i}`);
      const room = fixed && i % 2 === 1 ? ` ${unit.use('room', w.room)}(l, 0);` : '';
      return `at = ${key}; if (a${i} === undefined) ${absent}; else { ${text} }${room}`;
    });
    const resolve = `${unit.use('resolve', literals.resolve)}(x, ${unit.use(`keys${this.keySets++}`, keys)}, ${JSON.stringify(want)})`;
    return `if (typeof x !== 'object' || x === null) ${unit.use('refuse', refusals.refuse)}(${JSON.stringify(want)}, x);
  let c = 0, n = 0;
  ${keys.map(({ key }, i) => `let a${i} = ${own(key)}; if (a${i} !== undefined) c++;`).join('\n  ')}
  for (const k in x) n++;
  if (n !== c || c === 0) { const a = ${resolve}; ${keys.map((_, i) => `a${i} = a[${i}];`).join(' ')} }
  ${unit.use('w_array', w.arrayHeader)}(l, ${fields.length});
  ${unit.use('room', w.room)}(l, ${fields.length});
  let at = '';
  try {
    ${lines.join('\n    ')}
  } catch (e) { throw ${unit.use('within', refusals.within)}(e, at); }
  ${unit.use('room', w.room)}(l, 0);`;
  }
  private keySets = 0;

  private mayBeAbsent(id: TypeId): boolean {
    const type = this.type(id);
    return type.kind === 'optional' || (type.kind === 'object' && type.pointer === true);
  }

  /** A codec object whose functions compile themselves when one of them is first called; recursive types need that. */
  private lazily(key: string, compile: () => Codec): Codec {
    const known = this.made.get(key);
    if (known) return known;
    let done = false;
    const ready = () => {
      if (!done) Object.assign(codec, compile());
      done = true;
      return codec;
    };
    const codec: Codec = { write: (l, x) => ready().write(l, x), read: (l) => ready().read(l) };
    this.made.set(key, codec);
    return codec;
  }
}
