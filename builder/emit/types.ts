import type { BuildOptions } from '../../manifests/options.ts';
import { READERS } from '../../manifests/readers.ts';
import type {
  Callback,
  ClassType,
  NumberKind,
  RecordField,
  Result,
  Schema,
  Type,
  TypeId,
} from '../../manifests/schema.ts';
import { propertyName, Scope } from './names.ts';

/** What the printer of types needs to know of the place where the text will stand. */
export interface Place {
  schema: Schema;
  options: BuildOptions;
  /** A declared type, as this place names it; `init` is the form that may be left incomplete. */
  name(id: TypeId, form?: 'init'): string;
  /** A type of TypeScript's own library: the place may have another one of that name. */
  global(name: string): string;
  /** A type of this package. */
  own(name: string): string;
}

/** The TypeScript of a Go type both ways: what comes from Go, and what may be given to Go. */
interface Both {
  out: string;
  in: string;
}
type Row<T extends Type = Type> = (type: T, place: Place, id: TypeId) => Both;
type OfKind<K extends Type['kind']> = Type extends infer T
  ? T extends { kind: infer U }
    ? K extends U
      ? T
      : never
    : never
  : never;

/** What a value that comes from Go is. */
export function outType(place: Place, id: TypeId): string {
  return both(place, id).out;
}

/** What Go accepts. */
export function inType(place: Place, id: TypeId): string {
  return both(place, id).in;
}

function both(place: Place, id: TypeId): Both {
  const type = place.schema.types[id]!;
  return (ROWS[type.kind] as Row)(type, place, id);
}

/** The type below names without methods. */
export function below(schema: Schema, id: TypeId): Type {
  const type = schema.types[id]!;
  return type.kind === 'named' ? below(schema, type.type) : type;
}

/** The element type of rest arguments: the last parameter of a variadic function is a slice. */
export function restElement(place: Place, id: TypeId, direction: 'in' | 'out'): string {
  const type = below(place.schema, id);
  if (type.kind === 'slice') return direction === 'in' ? inType(place, type.elem) : outType(place, type.elem);
  if (type.kind === 'numbers') return direction === 'in' ? numberInput(type.elem) : numberOutput(type.elem);
  return 'number';
}

export function arrayOf(element: string): string {
  return /^[\w$.<>[\]]+$/.test(element) ? `${element}[]` : `(${element})[]`;
}

export function orNull(text: string): string {
  return text.endsWith(' | null') ? text : `${text} | null`;
}

/** The fields of a record or literal as members of a type. `given`: what Go accepts, under all names it accepts. */
export function fieldMembers(place: Place, fields: readonly RecordField[], given: boolean): string[] {
  return fields.flatMap((field) => {
    const { name, key = name, aliases = [], type } = field;
    if (!given) return [`${propertyName(key)}: ${outType(place, type)}`];
    const exact = place.options.records === 'exact' && !mayBeLeftOut(place.schema, field);
    const names = exact ? [key] : [...new Set([key, name, ...aliases])];
    return names.map((one) => `${propertyName(one)}${exact ? '' : '?'}: ${inType(place, type)}`);
  });
}

/** Pointers and `omitempty` fields may be absent even with `records: 'exact'`. */
function mayBeLeftOut(schema: Schema, { type: id, omit }: RecordField): boolean {
  const type = schema.types[id]!;
  return omit === true || type.kind === 'optional' || (type.kind === 'object' && type.pointer === true);
}

/**
 * Which way values go: JavaScript calls Go; Go calls what JavaScript implements; or all types as values from Go, as
 * `inspect` shows them.
 */
export type Direction = 'call' | 'callback' | 'inspect';

type Signature = Pick<Callback, 'params' | 'results' | 'variadic' | 'fills'>;

/** `(text: string): Version | null` */
export function signature(place: Place, f: Signature, direction: Direction = 'call'): string {
  return `(${parameters(place, f, direction)}): ${results(place, f.results ?? [], direction)}`;
}

/** `(text: string) => Version | null` */
export function functionType(place: Place, f: Signature, direction: Direction): string {
  return `(${parameters(place, f, direction)}) => ${results(place, f.results ?? [], direction)}`;
}

function parameters(place: Place, { params = [], variadic, fills }: Signature, direction: Direction): string {
  const scope = new Scope();
  const type = direction === 'call' ? inType : outType;
  const all = params.map(({ name, type: id }, i) => {
    const label = scope.claim(name || `arg${i}`);
    if (variadic && i === params.length - 1) {
      return `...${label}: ${arrayOf(restElement(place, id, direction === 'call' ? 'in' : 'out'))}`;
    }
    return `${label}: ${fills && i === 0 ? place.global('Uint8Array') : type(place, id)}`;
  });
  return all.join(', ');
}

/** Several results are a tuple with labels. */
function results(place: Place, all: Result[], direction: Direction): string {
  const type = direction === 'callback' ? inType : outType;
  if (all.length === 0) return 'void';
  if (all.length === 1) return type(place, all[0]!.type);
  const named = all.every(({ name }) => name);
  const second = place.schema.types[all[1]!.type]!;
  const conventional = all.length === 2 && second.kind === 'bool' ? ['value', 'ok'] : undefined;
  const scope = new Scope();
  const items = all.map(({ name, type: id }, i) => {
    const label = named ? scope.claim(name!) : conventional?.[i];
    return `${label ? `${label}: ` : ''}${type(place, id)}`;
  });
  return `${direction === 'callback' ? 'readonly ' : ''}[${items.join(', ')}]`;
}

const same =
  (text: string): Row =>
  () => ({ out: text, in: text });
const number = same('number');
const int: Row = () => ({ out: 'number', in: 'number | bigint' });
const wide: Row = (_, { options }) => ({ out: options.int64 ?? 'bigint', in: 'number | bigint' });
const complex: Row = () => ({ out: '{ re: number; im: number }', in: '{ readonly re: number; readonly im: number }' });
const exactText: Row = () => ({ out: 'string | null', in: 'string | number | bigint | null' });
const classOf = ({ class: id }: { class: TypeId }, { schema }: Place) => schema.types[id] as Type & { kind: 'class' };

/** `nil: 'keep'` tells a nil slice or map from an empty one. */
const nilable = (out: string, given: string, { options }: Place): Both => ({
  out: options.nil === 'keep' ? orNull(out) : out,
  in: orNull(given),
});

const numberInput = (elem: NumberKind) => (elem === 'int64' || elem === 'uint64' ? 'number | bigint' : 'number');
const numberOutput = (elem: NumberKind) => (elem === 'int64' || elem === 'uint64' ? 'bigint' : 'number');

/** One row per kind: a new kind does not compile until it has one. */
const ROWS: { [K in Type['kind']]: Row<OfKind<K>> } = {
  bool: same('boolean'),
  string: same('string'),
  int,
  uint: int,
  int8: number,
  int16: number,
  int32: number,
  uint8: number,
  uint16: number,
  uint32: number,
  float32: number,
  float64: number,
  int64: wide,
  uint64: wide,
  uintptr: wide,
  complex64: complex,
  complex128: complex,
  bytes: (_, place) => nilable(place.global('Uint8Array'), place.own('BytesInput'), place),
  byteArray: (_, place) => ({ out: place.global('Uint8Array'), in: place.own('BytesInput') }),
  error: (_, place) => ({ out: orNull(place.global('Error')), in: orNull(place.global('Error')) }),
  time: (_, place) => ({ out: place.own('GoTime'), in: place.own('TimeInput') }),
  duration: (_, place) => ({
    out: place.options.duration === 'ns' ? 'bigint' : 'number',
    in: place.own('DurationInput'),
  }),
  bigInt: () => ({ out: 'bigint | null', in: 'number | bigint | null' }),
  bigRat: exactText,
  bigFloat: exactText,
  json: same('unknown'),
  any: same('unknown'),
  erased: same('unknown'),
  jsonNumber: () => ({ out: 'string', in: 'string | number | bigint' }),
  numbers: ({ elem, length }, place) => {
    const array = place.global(NUMBER_ARRAYS[elem]);
    const given = `${array} | readonly ${arrayOf(numberInput(elem))}`;
    return length === undefined ? nilable(array, given, place) : { out: array, in: given };
  },
  slice: ({ elem }, place) => nilable(arrayOf(outType(place, elem)), `readonly ${arrayOf(inType(place, elem))}`, place),
  array: ({ elem }, place) => ({
    out: arrayOf(outType(place, elem)),
    in: `readonly ${arrayOf(inType(place, elem))}`,
  }),
  map: ({ key, elem }, place) => {
    const [map, record, readonly] = ['Map', 'Record', 'ReadonlyMap'].map((name) => place.global(name));
    const [out, given] = [outType(place, elem), inType(place, elem)];
    if (below(place.schema, key).kind === 'string') {
      const text = `{ readonly [key: string]: ${given} } | ${readonly}<string, ${given}>`;
      return nilable(`${record}<string, ${out}>`, text, place);
    }
    const pair = `${inType(place, key)}, ${given}`;
    const object = below(place.schema, key).kind === 'erased' ? `{ readonly [key: string]: ${given} } | ` : '';
    return nilable(
      `${map}<${outType(place, key)}, ${out}>`,
      `${object}${readonly}<${pair}> | readonly (readonly [${pair}])[]`,
      place,
    );
  },
  optional: ({ elem }, place) => {
    const type = place.schema.types[elem]!;
    const { out, in: given } = both(place, elem);
    const ref = type.kind === 'record' && type.ref ? ` | ${place.own('Ref')}<${out}, ${given}>` : '';
    return { out: orNull(out), in: orNull(`${given}${ref} | ${place.own('Variable')}`) };
  },
  named: (type, place, id) => {
    const under = both(place, type.type);
    const name = place.name(id);
    return { out: name, in: under.in === under.out ? name : `${name} | ${under.in}` };
  },
  record: ({ name, fields }, place, id) =>
    name === undefined
      ? {
          out: `{ ${fieldMembers(place, fields, false).join('; ')} }`,
          in: `{ ${fieldMembers(place, fields, true).join('; ')} }`,
        }
      : { out: place.name(id), in: place.name(id, 'init') },
  class: (_, place, id) => ({ out: place.name(id), in: place.name(id) }),
  object: (type, place) => {
    const out = place.name(type.class);
    const all = [out, ...literals(place, type.class), ...(classOf(type, place).text ? ['string'] : [])].join(' | ');
    return type.pointer ? { out: orNull(out), in: orNull(all) } : { out, in: all };
  },
  value: (type, place) => {
    const out = place.name(type.class);
    const { value, text } = classOf(type, place);
    const under = inType(place, value!);
    const parses = text !== undefined && !/\b(string|BytesInput)\b/.test(under);
    return { out, in: `${out} | ${under}${parses ? ' | string' : ''}` };
  },
  interface: (type, place) => {
    const out = place.name(type.class);
    const described = classOf(type, place);
    const given = isOpen(described) ? place.name(type.class, 'init') : `${place.own('Implements')}<${out}>`;
    const more = SUBSTITUTES[described.goType];
    return { out: orNull(out), in: orNull(more ? `${given} | ${place.own(more)}` : given) };
  },
  func: (type, place) => {
    const out = orNull(place.name(type.class));
    const call = classOf(type, place).calls?.[0];
    if (!call) return { out, in: out };
    const given = `(${functionType(place, call, 'callback')})`;
    return { out, in: call.fn === undefined ? `${given} | ${out}` : orNull(given) };
  },
  opaque: (type, place) => ({ out: orNull(place.name(type.class)), in: orNull(place.name(type.class)) }),
};

/** Text and bytes are readers, a sink is a writer. */
const SUBSTITUTES: Record<string, 'BytesInput' | 'Sink'> = {
  ...Object.fromEntries([...READERS].map((name) => [name, 'BytesInput'] as const)),
  'io.Writer': 'Sink',
  'io.ByteWriter': 'Sink',
  'io.StringWriter': 'Sink',
  'io.ReadWriter': 'Sink',
};

/** Whether JavaScript may implement an interface. */
export function isOpen({ of, calls, sealed }: ClassType): boolean {
  return of === 'interface' && calls !== undefined && sealed === undefined;
}

/** What is accepted in place of a live object. */
export function literals(place: Place, id: TypeId): string[] {
  const { literal, live } = place.schema.types[id] as Type & { kind: 'class' };
  if (live && 'key' in live) {
    const map = ROWS.map({ kind: 'map', key: live.key, elem: live.elem }, place, id).in;
    return [map.replace(/ \| null$/, '')];
  }
  if (live) return [`readonly ${arrayOf(inType(place, live.elem))}`];
  return literal?.length ? [place.name(id, 'init')] : [];
}

const NUMBER_ARRAYS = {
  int8: 'Int8Array',
  int16: 'Int16Array',
  int32: 'Int32Array',
  int64: 'BigInt64Array',
  uint16: 'Uint16Array',
  uint32: 'Uint32Array',
  uint64: 'BigUint64Array',
  float32: 'Float32Array',
  float64: 'Float64Array',
} as const;
