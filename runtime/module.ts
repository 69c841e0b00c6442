import { inspect } from 'node:util';
import type { Constant, Package, TypeId } from '../manifests/schema.ts';
import type { AnyFunction } from './call.ts';
import { constant } from './codec/value.ts';
import { printFunction } from './generic.ts';
import { type Library, tokens } from './library.ts';

/** What `importGo` gives: the exported names of one Go package, with Go's own capitals. */
export type ModuleObject = { readonly [name: string]: any };

/**
 * Builds the module object of a package. Functions are printed and classes made when they are first used; variables are
 * read from Go each time. Unknown names are undefined, and none can be added.
 */
export function buildModule(library: Library, pkg: Package): ModuleObject {
  const module: Record<PropertyKey, unknown> = Object.create(null);
  for (const func of pkg.functions ?? []) {
    const symbol = `${pkg.name}.${func.name}`;
    lazily(module, func.name, () => printFunction(library, { ...func, symbol }, `${pkg.path}.${func.name}`));
  }
  for (const constant of pkg.constants ?? []) lazily(module, constant.name, () => constantValue(library, constant));
  for (const { name, type, get, set } of pkg.variables ?? []) {
    const symbol = `${pkg.name}.${name}`;
    let read: AnyFunction | undefined;
    let assign: AnyFunction | undefined;
    Object.defineProperty(module, name, {
      enumerable: true,
      get: () => {
        read ??= library.print({ name, symbol, fn: get, results: [{ type }] });
        return read();
      },
      set: (value: unknown) => {
        if (set === undefined) throw new TypeError(`${symbol} cannot be assigned`);
        assign ??= library.print({ name, symbol, fn: set, params: [{ name, type }] });
        assign(value);
      },
    });
  }
  defineTypes(module, library, pkg);
  for (const { on, reason, detail, members } of pkg.skips ?? []) {
    for (const { name, go } of members) {
      if (on || name in module || !/^\p{Lu}/u.test(name)) continue;
      lazily(module, name, () => library.skipped(`${pkg.name}.${name}`, reason, detail, go), false);
    }
  }
  lazily(module, 'types', () => buildTypes(library), false);
  define(module, Symbol.toStringTag, pkg.name);
  define(module, inspect.custom, () => describeModule(module, pkg));
  return Object.freeze(module) as ModuleObject;
}

/** `m.types['net/url'].URL`: the types of every package that the library mentions. */
function buildTypes(library: Library): object {
  const all: Record<PropertyKey, unknown> = Object.create(null);
  library.schema.packages.forEach((pkg, index) => {
    lazily(all, pkg.path, () => {
      const types = Object.create(null);
      defineTypes(types, library, pkg);
      if (!pkg.bound) defineMentioned(types, library, index);
      return Object.freeze(types);
    });
  });
  return Object.freeze(all);
}

/** The types of a package that is not bound: what the bound ones mention of it. */
function defineMentioned(target: Record<PropertyKey, unknown>, library: Library, index: number): void {
  library.schema.types.forEach((type, id) => {
    const declared = type.kind === 'record' || type.kind === 'named' || (type.kind === 'class' && !type.hidden);
    if (!declared || type.pkg !== index || type.name === undefined || type.name in target) return;
    lazily(target, type.name, () => typeToken(library, id, type.name!));
  });
}

function defineTypes(target: Record<PropertyKey, unknown>, library: Library, pkg: Package): void {
  for (const [name, id] of Object.entries(pkg.exports ?? {})) {
    if (!(name in target)) lazily(target, name, () => typeToken(library, id, name));
  }
}

const named = new WeakMap<Library, Map<TypeId, unknown>>();

/** A class; for a named type without methods something to give to `typed`. */
function typeToken(library: Library, id: TypeId, name: string): unknown {
  const { kind } = library.codecs.type(id);
  if (kind === 'class' || kind === 'record') return library.slot(id).js;
  const all = named.get(library) ?? new Map<TypeId, unknown>();
  named.set(library, all);
  let token = all.get(id) as object | undefined;
  if (!token) {
    token = class {
      constructor() {
        throw new TypeError(
          `${name} has no methods: use the underlying value, or typed(m.${name}, value) in an interface`,
        );
      }
    };
    Object.defineProperty(token, 'name', { value: name });
    tokens.set(token, { library, id });
    all.set(id, token);
  }
  return token;
}

function constantValue(library: Library, { type, value }: Constant): unknown {
  return constant(library.codecs, type, value);
}

/** A property that is computed once, when it is first read. */
function lazily(target: object, name: string, make: () => unknown, enumerable = true): void {
  let value: unknown;
  let made = false;
  Object.defineProperty(target, name, {
    enumerable,
    get() {
      if (!made) {
        value = make();
        made = true;
      }
      return value;
    },
  });
}

function define(target: object, name: PropertyKey, value: unknown): void {
  Object.defineProperty(target, name, { value });
}

function describeModule(module: object, pkg: Package): string {
  const names = Object.keys(module);
  const some = names.slice(0, 20).join(', ');
  return `[Go package ${pkg.path}] { ${some}${names.length > 20 ? `, … ${names.length - 20} more` : ''} }`;
}
