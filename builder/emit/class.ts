import type { ClassType, Field, LiveMap, LiveSlice, TypeId } from '../../manifests/schema.ts';
import { link } from './comment.ts';
import type { DeclarationFile } from './file.ts';
import { skippedMembers } from './symbols.ts';
import {
  fieldMembers,
  functionType,
  implemented,
  inType,
  literals,
  outType,
  parameterList,
  signature,
  withArguments,
} from './types.ts';

/** The declaration of a class: an interface of TypeScript for an interface of Go and for what has no name in Go. */
export function declareClass(file: DeclarationFile, id: TypeId, type: ClassType): void {
  const { name: plain, init } = file.library.declared[type.pkg]!.types.get(id)!;
  if (init !== '') declareGiven(file, id, type, init + parameterList(file, type));
  const callable = type.of === 'func' && type.calls?.[0]?.fn !== undefined;
  if (type.hidden || type.of === 'interface' || callable) declareInterface(file, type, plain);
  else if (type.value !== undefined) declareValue(file, type, plain);
  else declareObject(file, id, type, plain);
}

/** What Go takes in place of a value of the class: a literal, or an object with the methods of an interface. */
function declareGiven(file: DeclarationFile, id: TypeId, type: ClassType, name: string): void {
  if (type.of === 'interface') {
    const place = implemented(file, id);
    const methods = [
      ...type.calls!.map((call) => `  ${call.name}${signature(place, call, 'callback')};`),
      ...(type.optional ?? []).map((call) => `  ${call.name}?${signature(place, call, 'callback')};`),
    ];
    file.explained(`export interface ${name} ${body(methods)}`, `What JavaScript implements for a ${link(type.name)}.`);
    return;
  }
  const fields = type.literal!;
  const named = fields.some(({ name, key, aliases = [] }) => [name, key, ...aliases].includes('goType'));
  const members = fieldMembers(file, fields, true).map((one) => `  ${one};`);
  const base = named ? '' : ` extends ${file.own('GoLiteral')}`;
  file.explained(`export interface ${name}${base} ${body(members)}`, `A literal of ${link(type.name)}.`);
}

function declareInterface(file: DeclarationFile, type: ClassType, plain: string): void {
  const name = plain + parameterList(file, type);
  const lines = [...liveMembers(file, type), ...members(file, type)];
  const call = type.of === 'func' ? type.calls?.[0] : undefined;
  if (call?.fn !== undefined) lines.unshift(`  ${signature(file, call)};`);
  if (type.of !== 'interface') {
    // Stands for a private member: nothing else has this Go type.
    const goTypes = type.of === 'func' ? [type.goType] : [type.goType, `*${type.goType}`];
    lines.unshift(`  readonly goType: ${goTypes.map((one) => JSON.stringify(one)).join(' | ')};`);
  }
  const base = file.own(call?.fn === undefined ? 'GoObject' : 'GoFunction');
  file.add(`export interface ${name} extends ${base} ${body(lines)}`, type.name);
  if (!type.hidden) file.explained(`export const ${plain}: ${token(file, type, plain)};`, '');
}

/** What stands for a type that is declared as an interface: where JavaScript can make its values, something for `new`. */
export function token(file: DeclarationFile, type: ClassType, plain: string): string {
  const name = plain + parameterList(file, type, 'any');
  if (type.make === undefined) return `${file.own('GoType')}<${name}>`;
  const call = functionType(withArguments(file, type, 'any'), type.calls![0]!, 'callback');
  return `${file.own('GoFunctionType')}<${name}, ${call}>`;
}

function declareObject(file: DeclarationFile, id: TypeId, type: ClassType, plain: string): void {
  const name = plain + parameterList(file, type);
  const made = type.make !== undefined;
  const call = type.calls?.[0];
  const init = call ? `f: ${functionType(file, call, 'callback')}` : literals(file, id, type.typeParams).join(' | ');
  const lines = [
    '  #private;',
    made ? `  constructor(${init && (call ? init : `init?: ${init}`)});` : '  constructor(...args: never);',
    ...(type.text
      ? [
          `  /** As Go's UnmarshalText reads it. */\n  static from(text: string): ${plain}${parameterList(file, type, 'any')};`,
        ]
      : []),
    ...liveMembers(file, type),
    ...members(file, type),
  ];
  const base = file.own('GoObject');
  file.add(`export ${made ? '' : 'abstract '}class ${name} extends ${base} ${body(lines)}`, type.name);
}

/** Equal values are one object; the underlying value does as well. */
function declareValue(file: DeclarationFile, type: ClassType, plain: string): void {
  const name = plain + parameterList(file, type);
  const value = file.schema.types[type.value!]!;
  const element = value.kind === 'byteArray' ? 'number' : value.kind === 'numbers' ? elementOf(value.elem) : undefined;
  const iterator = file.global('IterableIterator');
  const lines = [
    '  #private;',
    `  constructor(value: ${name} | ${inType(file, type.value!)});`,
    ...(type.text
      ? [
          `  /** As Go's UnmarshalText reads it. */\n  static from(text: string): ${plain}${parameterList(file, type, 'any')};`,
        ]
      : []),
    `  valueOf(): ${outType(file, type.value!)};`,
    ...(element ? [`  [${file.global('Symbol')}.iterator](): ${iterator}<${element}>;`] : []),
    ...members(file, type),
  ];
  file.add(`export class ${name} extends ${file.own('GoValue')} ${body(lines)}`, type.name);
}

function elementOf(elem: string): string {
  return elem === 'int64' || elem === 'uint64' ? 'bigint' : 'number';
}

function members(file: DeclarationFile, type: ClassType): string[] {
  const { methods = [], fields = [] } = type;
  const doc = (name: string) => file.doc(`${type.name}.${name}`);
  const names = [...methods, ...fields].map(({ name }) => name);
  return [
    ...fields.flatMap((field) => accessor(file, field, doc(field.name))),
    ...methods.map((m) =>
      type.value !== undefined && m.pointer
        ? file.member(`readonly ${m.name}: never;`, 'Not offered: it is declared on the pointer, and this is a value.')
        : file.member(`${m.name}${signature(file, m)};`, doc(m.name)),
    ),
    ...skippedMembers(file, type.name, names),
  ];
}

function accessor(file: DeclarationFile, { name, type, set }: Field, doc: string): string[] {
  const [out, given] = [outType(file, type), inType(file, type)];
  if (set === undefined) return [file.member(`readonly ${name}: ${out};`, doc)];
  if (out === given) return [file.member(`${name}: ${out};`, doc)];
  return [file.member(`get ${name}(): ${out};`, doc), `  set ${name}(value: ${given});`];
}

function liveMembers(file: DeclarationFile, { live }: ClassType): string[] {
  if (!live) return [];
  return 'key' in live ? mapMembers(file, live) : sliceMembers(file, live);
}

function sliceMembers(file: DeclarationFile, { elem }: LiveSlice): string[] {
  const [out, given] = [outType(file, elem), inType(file, elem)];
  const symbol = file.global('Symbol');
  return [
    '  readonly length: number;',
    `  at(index: number): ${out} | undefined;`,
    `  set(index: number, value: ${given}): this;`,
    `  [${symbol}.iterator](): ${file.global('IterableIterator')}<${out}>;`,
  ];
}

function mapMembers(file: DeclarationFile, { key, elem }: LiveMap): string[] {
  const [out, given, k] = [outType(file, elem), inType(file, elem), inType(file, key)];
  const symbol = file.global('Symbol');
  return [
    '  readonly size: number;',
    `  get(key: ${k}): ${out} | undefined;`,
    `  has(key: ${k}): boolean;`,
    `  set(key: ${k}, value: ${given}): this;`,
    `  delete(key: ${k}): boolean;`,
    `  [${symbol}.iterator](): ${file.global('IterableIterator')}<[key: ${outType(file, key)}, value: ${out}]>;`,
  ];
}

/** Members in braces. */
export function body(lines: string[]): string {
  return lines.length ? `{\n${lines.join('\n')}\n}` : '{}';
}
