import type { Constant, Package, Type } from '../../manifests/schema.ts';
import type { DeclarationFile } from './file.ts';
import { below, outType, signature } from './types.ts';

/** Functions, constants and variables of a bound package, and what it cannot offer. */
export function declareSymbols(file: DeclarationFile, pkg: Package): void {
  for (const f of pkg.functions ?? []) {
    const overloads = [f, ...(f.also ?? []).filter(({ exact }) => !exact)].map(
      (one) => `export function ${f.name}${signature(file, one)};`,
    );
    file.add([...new Set(overloads)].join('\n'), f.name);
  }
  for (const c of pkg.constants ?? []) file.add(`export const ${c.name}: ${constantType(file, c)};`, c.name);
  for (const { name, type, set } of pkg.variables ?? []) {
    file.add(`export ${set === undefined ? 'const' : 'let'} ${name}: ${outType(file, type)};`, name);
  }
  const known = new Set(
    [...(pkg.functions ?? []), ...(pkg.constants ?? []), ...(pkg.variables ?? [])].map((s) => s.name),
  );
  for (const name of Object.keys(pkg.exports ?? {})) known.add(name);
  for (const { name, doc } of file.skips()) {
    if (known.has(name)) continue;
    known.add(name);
    file.explained(`export const ${name}: never;`, doc);
  }
}

/** The skipped members of a type: declared, so that they are found, and of no use. */
export function skippedMembers(file: DeclarationFile, type: string, known: Iterable<string>): string[] {
  const names = new Set(known);
  return file.skips(type).flatMap(({ name, doc }) => {
    if (names.has(name)) return [];
    names.add(name);
    return [file.member(`readonly ${name}: never;`, doc)];
  });
}

/** Text longer than this is just a string: an editor would show all of it. */
const LONGEST_LITERAL = 200;

/** A constant's exact value as a type, where TypeScript can write it; else its type. */
export function constantType(file: DeclarationFile, { type: id, value }: Constant): string {
  const type = below(file.schema, id);
  return literal(type, value, file.options) ?? outType(file, id);
}

export function literal(type: Type, value: string, options: DeclarationFile['options']): string | undefined {
  switch (type.kind) {
    case 'bool':
      return value;
    case 'string':
      return value.length <= LONGEST_LITERAL ? JSON.stringify(value) : undefined;
    case 'int':
    case 'uint':
      return safeOrExact(value);
    case 'int64':
    case 'uint64':
    case 'uintptr':
      return type.number ? safeOrExact(value) : `${value}n`;
    case 'bigInt':
      return value.length <= LONGEST_LITERAL ? `${value}n` : 'bigint';
    case 'int8':
    case 'int16':
    case 'int32':
    case 'uint8':
    case 'uint16':
    case 'uint32':
    case 'float32':
    case 'float64':
      return Number.isFinite(Number(value)) ? String(Number(value)) : undefined;
    case 'duration': {
      const ns = BigInt(value);
      return options.duration === 'ns' ? `${ns}n` : String(Number(ns / 1_000_000n) + Number(ns % 1_000_000n) / 1e6);
    }
    default:
      return undefined;
  }
}

function safeOrExact(text: string): string {
  return Number.isSafeInteger(Number(text)) ? text : `${text}n`;
}
