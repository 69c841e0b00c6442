import type { RecordType, Schema, Type, TypeId } from '../../manifests/schema.ts';
import { body } from './class.ts';
import { link } from './comment.ts';
import type { DeclarationFile } from './file.ts';
import { literal } from './symbols.ts';
import { below, fieldMembers, inType, outType, parameterList, withArguments } from './types.ts';

/** A copied struct: what Go gives has every field, what Go takes may leave some out. */
export function declareRecord(file: DeclarationFile, id: TypeId, type: RecordType): void {
  const { name, init } = file.library.declared[type.pkg!]!.types.get(id)!;
  const goName = type.name!;
  const fields = fieldMembers(file, type.fields, false).map((text, i) =>
    file.member(`${text};`, file.doc(`${goName}.${type.fields[i]!.name}`)),
  );
  const skipped = file.skips(goName).map((one) => file.member(`readonly ${one.name}?: never;`, one.doc));
  const params = parameterList(file, type);
  const anything = parameterList(file, type, 'any');
  file.add(`export interface ${name}${params} ${body([...fields, ...skipped])}`, goName);
  const given = fieldMembers(file, type.fields, true).map((one) => `  ${one};`);
  file.explained(`export interface ${init}${params} ${body(given)}`, `What Go takes for a ${link(name)}.`);
  file.explained(`export const ${name}: ${file.own('GoRecord')}<${name}${anything}, ${init}${anything}>;`, '');
}

type Named = Type & { kind: 'named' };

/** A named type without methods: its values are plain. Of constants it is the literals, and any other value. */
export function declareNamed(file: DeclarationFile, id: TypeId, named: Named): void {
  const { name, type } = named;
  const out = outType(file, type);
  const known = constantsOf(file.schema, id, file);
  file.add(
    `export type ${name}${parameterList(file, named)} = ${known.length ? `${known.join(' | ')} | (${out} & {})` : out};`,
    name,
  );
  file.explained(
    `export const ${name}: ${file.own('GoNamed')}<${inType(withArguments(file, named, 'any'), type)}>;`,
    '',
  );
}

/** More are a table, not an enum. */
const LARGEST_ENUM = 100;

function constantsOf(schema: Schema, id: TypeId, file: DeclarationFile): string[] {
  const type = below(schema, id);
  const constants = schema.packages.flatMap((pkg) => pkg.constants ?? []).filter((c) => c.type === id);
  if (constants.length > LARGEST_ENUM || type.kind === 'bool') return [];
  const texts = constants.map(({ value }) => literal(type, value, file.options));
  return [...new Set(texts)].filter((text) => text !== undefined);
}
