import type { Package, Schema, Type } from '../../manifests/schema.ts';
import { isIdentifier } from '../emit/names.ts';

/**
 * The names that a Go package has as exports of an ES module: functions, constants, types, what is skipped (calling it says
 * why), and the variables that hold something with an identity. A variable of plain data would be stale once it is
 * assigned: it is read and assigned on the default export.
 */
export function namedExports(schema: Schema, pkg: Package): string[] {
  const variables = pkg.variables ?? [];
  const skipped = (pkg.skips ?? []).flatMap(({ on, members }) => (on ? [] : members));
  const plain = new Set(variables.filter(({ type }) => !hasIdentity(schema.types[type]!)).map(({ name }) => name));
  const names = [
    ...[...(pkg.functions ?? []), ...(pkg.constants ?? []), ...variables, ...skipped].map(({ name }) => name),
    ...Object.keys(pkg.exports ?? {}),
  ];
  return [...new Set(names)].filter((name) => /^\p{Lu}/u.test(name) && isIdentifier(name) && !plain.has(name)).sort();
}

/** A package whose symbols are bound. */
export function packageOf(schema: Schema, path: string): Package | undefined {
  return schema.packages.find((one) => one.bound && one.path === path);
}

/**
 * The exports of a package that is built for several platforms: an export must not be undefined on some. What only some have
 * (`others`) is on the default export.
 */
export function exportsEverywhere(schemas: Schema[], path: string): { names: string[]; others: string[] } {
  const lists = schemas.map((schema) => namedExports(schema, packageOf(schema, path)!));
  const all = [...new Set(lists.flat())];
  const everywhere = (name: string) => lists.every((names) => names.includes(name));
  return { names: all.filter(everywhere), others: all.filter((name) => !everywhere(name)) };
}

/** The variables that are no named exports. */
export function liveVariables(schema: Schema, pkg: Package): string[] {
  const named = new Set(namedExports(schema, pkg));
  return (pkg.variables ?? []).map(({ name }) => name).filter((name) => !named.has(name));
}

function hasIdentity({ kind }: Type): boolean {
  return ['object', 'value', 'interface', 'opaque', 'func', 'error'].includes(kind);
}
