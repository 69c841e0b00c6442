import type { Package, Schema, Type, TypeId } from '../../manifests/schema.ts';
import { Scope } from './names.ts';
import { isOpen } from './types.ts';

/** What one declaration file declares, before anything of it is printed: the names that others mention. */
export interface Declared {
  /** Every name that stands at the top of the file. */
  names: ReadonlySet<string>;
  types: Map<TypeId, { name: string; init: string }>;
  /** Go names a comment may link to: `NewVersion`, `Version.Major`. */
  symbols: Set<string>;
}

export type DeclaredType = Type & { kind: 'class' | 'record' | 'named'; pkg: number; name: string };

/** The types that a package declares, in the schema's order. */
export function typesOf(schema: Schema, index: number): [TypeId, DeclaredType][] {
  return schema.types.flatMap((type, id): [TypeId, DeclaredType][] =>
    (type.kind === 'class' || type.kind === 'record' || type.kind === 'named') && type.pkg === index && type.name
      ? [[id, type as DeclaredType]]
      : [],
  );
}

/** Chooses all names: exported Go names as they are, then unexported ones, then ours. */
export function declare(schema: Schema): Declared[] {
  return schema.packages.map((pkg, index) => declarePackage(pkg, typesOf(schema, index)));
}

function declarePackage(pkg: Package, types: [TypeId, DeclaredType][]): Declared {
  const names = new Set([...symbolsOf(pkg), ...Object.keys(pkg.exports ?? {}), ...skippedSymbols(pkg), 'types']);
  const visible = types.filter(([, type]) => !isHidden(type));
  for (const [, { name }] of visible) names.add(name);
  const scope = new Scope(names);
  const found: Declared['types'] = new Map();
  const add = (name: string): string => {
    const free = scope.claim(name);
    names.add(free);
    return free;
  };
  for (const [id, type] of types) found.set(id, { name: isHidden(type) ? add(type.name) : type.name, init: '' });
  for (const [id, type] of types) {
    const suffix = givenSuffix(type);
    if (suffix) found.get(id)!.init = add(found.get(id)!.name + suffix);
  }
  const members = visible.flatMap(([, type]) => membersOf(type).map((member) => `${type.name}.${member}`));
  return { names, types: found, symbols: new Set([...symbolsOf(pkg), ...visible.map(([, t]) => t.name), ...members]) };
}

/** Unexported Go types are declared as types alone: no value of the module has their name. */
export function isHidden(type: DeclaredType): boolean {
  return type.kind === 'class' && type.hidden === true;
}

/** What is declared for the form that Go takes: a literal, or what JavaScript implements. */
function givenSuffix(type: DeclaredType): string | undefined {
  if (type.kind === 'class' && isOpen(type)) return 'Like';
  return type.kind === 'record' || (type.kind === 'class' && type.literal?.length && !type.live) ? 'Init' : undefined;
}

function membersOf(type: DeclaredType): string[] {
  if (type.kind === 'class') return [...(type.methods ?? []), ...(type.fields ?? [])].map(({ name }) => name);
  return type.kind === 'record' ? type.fields.map(({ key, name }) => key ?? name) : [];
}

function symbolsOf({ functions = [], constants = [], variables = [] }: Package): string[] {
  return [...functions, ...constants, ...variables].map(({ name }) => name);
}

function skippedSymbols({ skips = [] }: Package): string[] {
  return skips.flatMap(({ on, members }) => (on ? [] : members.map(({ name }) => name)));
}
