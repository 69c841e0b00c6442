import type { BuildOptions } from '../../manifests/options.ts';
import { READERS } from '../../manifests/readers.ts';
import type {
  Callback,
  ClassType,
  NumberKind,
  RecordField,
  Schema,
  Type,
  TypeId,
  WideKind,
} from '../../manifests/schema.ts';
import { propertyName, Scope } from './names.ts';

/** What the printer of types needs to know of the place where the text will stand. */
export interface Place {
  schema: Schema;
  options: BuildOptions;
  /**
   * A declared type, as this place names it; `init` is the form that may be left incomplete. Of a func type without a name
   * its signature, `call` if it is not the class's own.
   */
  name(id: TypeId, form?: 'init', call?: Callback): string;
  /** A type parameter: the place may have a type of that name. */
  parameter(name: string): string;
  /** The interface whose methods are printed as JavaScript implements them. */
  itself?: TypeId;
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

/** The type without the names of type parameters. */
function atRunTime(schema: Schema, id: TypeId): Type {
  const type = schema.types[id]!;
  return type.kind === 'instance' ? schema.types[type.type]! : type;
}

/** The type below names without methods. */
export function below(schema: Schema, id: TypeId): Type {
  const type = schema.types[id]!;
  return type.kind === 'named' || type.kind === 'instance' ? below(schema, type.type) : type;
}

type Parameterized = { typeParams?: string[] };

/** A declared type with its type arguments; without any it is for all values. */
export function reference(place: Place, id: TypeId, args?: string[], form?: 'init', call?: Callback): string {
  const { typeParams = [] } = place.schema.types[id] as Parameterized;
  const all = typeParams.map((_, i) => (args ? place.parameter(args[i]!) : 'unknown'));
  return `${place.name(id, form, call)}${all.length ? `<${all.join(', ')}>` : ''}`;
}

/** `<K, V>`, where a type or function is declared; `each` stands for every one where it is only mentioned. */
export function parameterList(place: Place, { typeParams = [] }: Parameterized, each?: string): string {
  const all = typeParams.map((name) => each ?? place.parameter(name));
  return all.length ? `<${all.join(', ')}>` : '';
}

/** The place as the members of a generic type see it: with arguments for the type's parameters, or one text for each. */
export function withArguments(place: Place, { typeParams = [] }: Parameterized, args: string[] | string): Place {
  if (typeof args === 'string') return withParameters(place, () => args);
  return withParameters(place, (name) => place.parameter(args[typeParams.indexOf(name)] ?? name));
}

/** The place as the methods of an interface see it that JavaScript implements. */
export function implemented(place: Place, itself: TypeId): Place {
  return { ...withParameters(place, (name) => place.parameter(name)), itself };
}

function withParameters(place: Place, parameter: (name: string) => string): Place {
  return {
    schema: place.schema,
    options: place.options,
    name: (...one) => place.name(...one),
    global: (name) => place.global(name),
    own: (name) => place.own(name),
    parameter,
  };
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

type Signature = Pick<Callback, 'typeParams' | 'params' | 'results' | 'variadic' | 'fills'>;

/** `(text: string): Version | null` */
export function signature(place: Place, f: Signature, direction: Direction = 'call'): string {
  return `${parameterList(place, f)}(${parameters(place, f, direction)}): ${results(place, f, direction)}`;
}

/** `(text: string) => Version | null` */
export function functionType(place: Place, f: Signature, direction: Direction): string {
  return `(${parameters(place, f, direction)}) => ${results(place, f, direction)}`;
}

function parameters(place: Place, { params = [], variadic, fills }: Signature, direction: Direction): string {
  const scope = new Scope();
  const type = direction === 'call' ? inType : outType;
  const all = params.map(({ name, type: id }, i) => {
    const label = scope.claim(name || `arg${i}`);
    if (variadic && i === params.length - 1) {
      return `...${label}: ${arrayOf(restElement(place, id, direction === 'call' ? 'in' : 'out'))}`;
    }
    if (fills && i === 0) return `${label}: ${place.global('Uint8Array')}`;
    return `${label}: ${direction === 'call' ? argument(place, id) : type(place, id)}`;
  });
  return all.join(', ');
}

/** What Go accepts as an argument: of a slice that Go can write to also memory that was lent. */
function argument(place: Place, id: TypeId): string {
  const [given, type] = [inType(place, id), below(place.schema, id)];
  const array = (name: string) => place.global(name);
  if (type.kind === 'bytes') return lent(place, given, `${array('Uint8Array')} | ${array('ArrayBuffer')}`);
  if (type.kind !== 'numbers' || type.length !== undefined) return given;
  return lent(place, given, array(NUMBER_ARRAYS[type.elem]));
}

function lent(place: Place, given: string, memory: string): string {
  return orNull(`${given.replace(/ \| null$/, '')} | ${place.own('Lent')}<${memory}>`);
}

/** Several results are a tuple with labels. */
function results(place: Place, { results: all = [], fills }: Signature, direction: Direction): string {
  if (fills && direction === 'callback') return 'number | null'; // null is the end
  const type = direction === 'callback' ? inType : outType;
  if (all.length === 0) return 'void';
  if (all.length === 1) return type(place, all[0]!.type);
  const named = all.every(({ name }) => name);
  const second = place.schema.types[all[1]!.type]!;
  const conventional = all.length === 2 && second.kind === 'bool' ? ['value', 'ok'] : undefined;
  const scope = new Scope();
  const items = all.map(({ name, type: id }, i) => {
    const label = named ? scope.claim(name!) : conventional?.[i];
    const zero = conventional && i === 0 && place.schema.types[id]!.kind === 'erased' ? ' | undefined' : '';
    return `${label ? `${label}: ` : ''}${type(place, id)}${direction === 'callback' ? '' : zero}`;
  });
  return `${direction === 'callback' ? 'readonly ' : ''}[${items.join(', ')}]`;
}

const alike = (text: string): Both => ({ out: text, in: text });
const same =
  (text: string): Row =>
  () =>
    alike(text);
const number = same('number');
const int: Row = () => ({ out: 'number', in: 'number | bigint' });
const wide: Row<OfKind<WideKind>> = (type) => ({ out: type.number ? 'number' : 'bigint', in: 'number | bigint' });
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
  error: (_, place) => ({ out: orNull(place.global('Error')), in: orNull(place.own('ErrorInput')) }),
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
  erased: ({ param }, place) => alike(param === undefined ? 'unknown' : place.parameter(param)),
  text: same('string'),
  jsonNumber: () => ({ out: 'string', in: 'string | number | bigint' }),
  numbers: ({ elem, length, list }, place) => {
    const array = place.global(NUMBER_ARRAYS[elem]);
    const given = `${array} | readonly ${arrayOf(numberInput(elem))}`;
    if (list) return nilable(arrayOf(numberOutput(elem)), given, place);
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
    const keys = inType(place, key);
    const pair = `${keys}, ${given}`;
    const names = keys === 'unknown' ? 'key: string' : `P in ${keys} & string`;
    const object = below(place.schema, key).kind === 'erased' ? `{ readonly [${names}]: ${given} } | ` : '';
    return nilable(
      `${map}<${outType(place, key)}, ${out}>`,
      `${object}${readonly}<${pair}> | readonly (readonly [${pair}])[]`,
      place,
    );
  },
  optional: ({ elem }, place) => {
    const type = atRunTime(place.schema, elem);
    const { out, in: given } = both(place, elem);
    const ref = type.kind === 'record' && type.ref ? ` | ${place.own('Ref')}<${out}, ${given}>` : '';
    return { out: orNull(out), in: orNull(`${given}${ref} | ${place.own('Variable')}`) };
  },
  named: (type, place, id) => {
    const under = both(withArguments(place, type, 'unknown'), type.type);
    const name = reference(place, id);
    return { out: name, in: under.in === under.out ? name : `${name} | ${under.in}` };
  },
  instance: ({ type: id, args }, place) => {
    const type = place.schema.types[id] as OfKind<'record' | 'named'>;
    const name = reference(place, id, args);
    if (type.kind === 'record') return { out: name, in: reference(place, id, args, 'init') };
    const given = inType(withArguments(place, type, args), type.type);
    return { out: name, in: given === name ? name : `${name} | ${given}` };
  },
  record: ({ name, fields }, place, id) =>
    name === undefined
      ? {
          out: `{ ${fieldMembers(place, fields, false).join('; ')} }`,
          in: `{ ${fieldMembers(place, fields, true).join('; ')} }`,
        }
      : { out: reference(place, id), in: reference(place, id, undefined, 'init') },
  class: (_, place, id) => alike(reference(place, id)),
  object: (type, place) => {
    const out = reference(place, type.class, type.args);
    const { text, of } = classOf(type, place);
    const more = [...(text ? ['string'] : []), ...(of === 'variable' ? [place.own('Variable')] : [])];
    const all = [out, ...literals(place, type.class, type.args), ...more].join(' | ');
    return type.pointer ? { out: orNull(out), in: orNull(all) } : { out, in: all };
  },
  value: (type, place) => {
    const out = reference(place, type.class, type.args);
    const { value, text } = classOf(type, place);
    const under = inType(place, value!);
    const parses = text !== undefined && !/\b(string|BytesInput)\b/.test(under);
    return { out, in: `${out} | ${under}${parses ? ' | string' : ''}` };
  },
  interface: (type, place) => {
    // What TypeScript infers from an interface in its own methods, where type arguments stand both ways, fits nothing.
    const settled = (name: string) => `${place.global('NoInfer')}<${place.parameter(name)}>`;
    const mention = place.itself === type.class ? withParameters(place, settled) : place;
    const out = reference(mention, type.class, type.args);
    const described = classOf(type, place);
    const given = isOpen(described)
      ? reference(mention, type.class, type.args, 'init')
      : `${place.own('Implements')}<${out}>`;
    const more = SUBSTITUTES[described.goType];
    return { out: orNull(out), in: orNull(more ? `${given} | ${place.own(more)}` : given) };
  },
  func: (type, place) => {
    const described = classOf(type, place);
    const out = orNull(reference(place, type.class, type.args, undefined, type.call));
    const call = type.call ?? described.calls?.[0];
    if (!call) return { out, in: out };
    const given = `(${functionType(type.call ? place : withArguments(place, described, type.args ?? 'unknown'), call, 'callback')})`;
    return { out, in: call.fn === undefined ? `${given} | ${out}` : orNull(given) };
  },
  opaque: (type, place) => alike(orNull(reference(place, type.class, type.args))),
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
export function literals(place: Place, id: TypeId, args?: string[]): string[] {
  const type = place.schema.types[id] as OfKind<'class'>;
  const { literal, live } = type;
  const members = withArguments(place, type, args ?? 'unknown');
  if (live && 'key' in live) {
    const map = ROWS.map({ kind: 'map', key: live.key, elem: live.elem }, members, id).in;
    return [map.replace(/ \| null$/, '')];
  }
  if (live) return [`readonly ${arrayOf(inType(members, live.elem))}`];
  return literal?.length ? [reference(place, id, args, 'init')] : [];
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
