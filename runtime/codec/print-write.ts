import type { RecordField, TypeId } from '../../manifests/schema.ts';
import type { Lane } from '../lane.ts';
import { Late } from '../late.ts';
import { stateOf } from '../object.ts';
import * as callables from './callable.ts';
import type { Codecs } from './codecs.ts';
import { writeErased } from './erased.ts';
import * as interfaces from './interface.ts';
import * as literals from './literal.ts';
import * as num from './numbers.ts';
import * as objects from './object.ts';
import { plain } from './plain.ts';
import * as refusals from './refusal.ts';
import type { Unit } from './unit.ts';
import * as w from './write.ts';

/** A statement that checks and writes `x`, and whether it leaves the room it found but for a few bytes. */
export function writeStatement(codecs: Codecs, unit: Unit, id: TypeId, x: string): { text: string; fixed: boolean } {
  const type = codecs.type(id);
  const { binding } = codecs;
  const itself = plain(type, codecs.options);
  const write = (name: string, fn: unknown, ...more: string[]) => ({
    text: `${unit.call(name, fn, x, ...more)};`,
    fixed: itself?.fixed === true || type.kind === 'opaque',
  });
  if (itself) return write(`w_${type.kind}`, itself.write);
  const slot = (id: TypeId) => unit.use(`c${id}`, binding.slot(id));
  switch (type.kind) {
    case 'error':
      return write('w_error', (l: Lane, e: unknown) => binding.writeError(l, e));
    case 'erased':
      return write('w_erased', (l: Lane, v: unknown) => writeErased(codecs, l, v));
    case 'any':
      return write('w_any', codecs.any.write);
    case 'byteArray':
      return write('w_byteArray', w.byteArray, String(type.length));
    case 'numbers':
      return write('w_numbers', num.numbers, JSON.stringify(type.elem), String(type.length));
    case 'named':
    case 'instance':
      return writeStatement(codecs, unit, type.type, x);
    case 'slice':
    case 'array':
    case 'map':
    case 'optional':
    case 'record':
      return { text: `${unit.use(`t${id}`, codecs.of(id))}.write(l, ${x});`, fixed: false };
    case 'object':
      return write('w_object', objects.object, slot(type.class), String(type.pointer === true));
    case 'func':
      return write('w_func', callables.func, slot(type.class));
    case 'opaque':
      return write('w_opaque', objects.opaque, slot(type.class));
    case 'interface':
      return write(
        'w_dynamic',
        interfaces.dynamic,
        slot(type.class),
        unit.use('dynamic', (id: TypeId) => codecs.dynamic(id).write),
      );
    case 'value': {
      const { value, text } = binding.slot(type.class).type;
      const under = unit.use(`u${type.class}`, (l: Lane, v: unknown) => codecs.of(value!).write(l, v));
      const parses = text !== undefined && codecs.below(value!).kind !== 'string';
      return write('w_value', objects.value, slot(type.class), under, String(parses));
    }
    default:
      throw new Error(`internal error: type ${id} is a ${type.kind}, which is no slot`);
  }
}

/** The body of a function that checks `x` and writes it to `l`. */
export function printWriter(codecs: Codecs, unit: Unit, id: TypeId): string {
  const type = codecs.type(id);
  switch (type.kind) {
    case 'slice':
      return printList(codecs, unit, type.elem);
    case 'array':
      return printList(codecs, unit, type.elem, type.length);
    case 'map':
      return printMap(codecs, unit, type.key, type.elem);
    case 'optional':
      return printOptional(codecs, unit, type.elem);
    case 'record':
      return printFields(codecs, unit, type.fields, codecs.goName(type), codecs.options.records === 'exact');
    default:
      return writeStatement(codecs, unit, id, 'x').text;
  }
}

/** Checks that as much room is left as every writer expects to find. */
const room = (unit: Unit, bytes: string | number = 0) => `${unit.call('room', w.room, bytes)};`;
const nil = (unit: Unit) => `${unit.call('nil', w.nil)};`;

function printOptional(codecs: Codecs, unit: Unit, elem: TypeId): string {
  const type = codecs.type(elem);
  const record = type.kind === 'instance' ? type.type : elem;
  const ref =
    codecs.type(record).kind === 'record'
      ? `else if (${unit.use('stateOf', stateOf)}(x) !== undefined)
    ${unit.call('w_ref', objects.writeRef, 'x', unit.use('ref', codecs.binding.slot(record)))};`
      : '';
  return `if (x === null || x === undefined) ${nil(unit)}
  else if (${unit.use('isLate', (x: unknown) => x instanceof Late)}(x)) ${unit.call('w_late', (l: Lane, x: Late) => objects.late(l, x, codecs.binding), 'x')};
  ${ref}
  else { ${writeStatement(codecs, unit, elem, 'x').text} }
  ${room(unit)}`;
}

/** A slice, or with a length an array. */
export function printList(codecs: Codecs, unit: Unit, elem: TypeId, length?: number): string {
  const { text, fixed } = writeStatement(codecs, unit, elem, 'x[i]');
  const absent =
    length === undefined ? `{ ${nil(unit)} return; }` : `${unit.use('refuseNull', refusals.refuseNull)}("array", x);`;
  const check =
    length === undefined ? '' : `if (n !== ${length}) ${unit.use('wrongLength', literals.wrongLength)}(${length}, x);`;
  return `if (x === null || x === undefined) ${absent}
  x = ${unit.use('list', literals.list)}(x, "array");
  const n = x.length >>> 0;
  ${check}
  ${unit.call('w_array', w.arrayHeader, 'n')};
  ${room(unit, fixed ? 'n * 19' : 'n')}
  let i = 0;
  try { for (; i < n; i++) { ${text} } } catch (e) { throw ${unit.use('within', refusals.within)}(e, i); }
  ${room(unit)}`;
}

export function printMap(codecs: Codecs, unit: Unit, key: TypeId, elem: TypeId): string {
  const { kind } = codecs.below(key);
  const text = kind === 'string' || kind === 'erased';
  const within = unit.use('withinElement', refusals.withinElement);
  return `if (x === null || x === undefined) { ${nil(unit)} return; }
  const all = ${unit.use('pairs', literals.pairs)}(x, ${text}, ${kind === 'string'});
  ${unit.call('w_map', w.mapHeader, 'all.length')};
  ${room(unit)}
  for (const [k, v] of all) {
    try { ${writeStatement(codecs, unit, key, 'k').text} } catch (e) { throw ${unit.use('withinKey', refusals.withinKey)}(e, k); }
    try { ${writeStatement(codecs, unit, elem, 'v').text} } catch (e) { throw ${within}(e, k); }
    ${room(unit)}
  }`;
}

/**
 * The fields of a record or a literal, in the schema's order. The usual object is a plain one with just the fields' own
 * keys: no lookups, one count. Anything else goes through `resolve`; what was read until then is not read again.
 */
export function printFields(
  codecs: Codecs,
  unit: Unit,
  fields: readonly RecordField[],
  want: string,
  exact = false,
): string {
  const keys = fields.map(({ name, key = name, aliases = [] }) => ({
    key,
    names: [...new Set([key, name, ...aliases])],
  }));
  const lines = fields.map((field, i) => {
    const { key } = keys[i]!;
    const absent =
      !exact || mayBeLeftOut(codecs, field)
        ? nil(unit)
        : `${unit.use('missing', literals.missing)}(${JSON.stringify(key)}, ${JSON.stringify(want)});`;
    const { text, fixed } = writeStatement(codecs, unit, field.type, `a${i}`);
    const more = fixed && i % 2 === 1 ? ` ${room(unit)}` : '';
    return `at = ${JSON.stringify(key)}; if (a${i} === undefined) ${absent} else { ${text} }${more}`;
  });
  const values = keys.map((_, i) => `a${i}`);
  const resolve = `${unit.use('resolve', literals.resolve)}(x, ${unit.use('keys', keys)}, ${JSON.stringify(want)}, [${values.join(', ')}])`;
  return `if (typeof x !== 'object' || x === null) ${unit.use('refuse', refusals.refuse)}(${JSON.stringify(want)}, x);
  let ${['c = 0, n = 0', ...values].join(', ')};
  if (${unit.use('isPlain', literals.isPlain)}(x)) {
    ${keys.map(({ key }, i) => `a${i} = ${ownProperty(key)}; if (a${i} !== undefined) c++;`).join('\n    ')}
    for (const k in x) n++;
  }
  if (n !== c || c === 0) { const a = ${resolve}; ${values.map((a, i) => `${a} = a[${i}];`).join(' ')} }
  ${unit.call('w_array', w.arrayHeader, fields.length)};
  ${room(unit, fields.length)}
  let at = '';
  try {
    ${lines.join('\n    ')}
  } catch (e) { throw ${unit.use('within', refusals.within)}(e, at); }
  ${room(unit)}`;
}

/** Names that every object inherits are looked up as its own. */
function ownProperty(key: string): string {
  const text = JSON.stringify(key);
  return key in Object.prototype ? `(Object.hasOwn(x, ${text}) ? x[${text}] : undefined)` : `x[${text}]`;
}

/** With `records: 'exact'` only pointers and `omitempty` fields may be left out. */
function mayBeLeftOut(codecs: Codecs, { type: id, omit }: RecordField): boolean {
  const type = codecs.type(id);
  return omit === true || type.kind === 'optional' || (type.kind === 'object' && type.pointer === true);
}
