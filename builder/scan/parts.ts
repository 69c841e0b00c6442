import { BuildError } from '../../abi/errors.ts';
import { type BuildOptions, wordsOf } from '../../manifests/options.ts';
import type { Schema, Type } from '../../manifests/schema.ts';
import { suggest } from '../../manifests/suggest.ts';

/** What an option is for must be there: a package, or a symbol, type, method or field in one. */
export function checkParts({ int64 = {}, utf8 = {}, text = [] }: BuildOptions, schema: Schema): void {
  const known = namesIn(schema);
  for (const [option, words] of Object.entries({ int64, utf8 })) {
    for (const part of Object.keys(wordsOf(words))) if (part !== '*') checkPart(option, part, known);
  }
  for (const type of text) checkPart('text', type, known);
}

function checkPart(option: string, part: string, known: Map<string, Set<string>>): void {
  if (known.has(part)) return;
  const path = [...known.keys()].filter((one) => part.startsWith(`${one}.`)).sort((a, b) => b.length - a.length)[0];
  const name = path === undefined ? part : part.slice(path.length + 1);
  if (path !== undefined && known.get(path)!.has(name)) return;
  const among = path === undefined ? [...known.keys()] : [...known.get(path)!];
  const where = path === undefined ? 'no package of this build' : `nothing in ${path}`;
  throw new BuildError(`${option}: ${where} is called ${name}; ${suggest(name, among)}`, {
    code: 'INVALID_OPTION',
    hint: 'An option is for a package (path), a symbol (path.F), a type (path.T), a method or field (path.T.M).',
  });
}

/** Import path → what the package declares: `F`, `T`, `T.M`. */
function namesIn({ packages, types }: Schema): Map<string, Set<string>> {
  const named = packages.filter(({ path }) => path !== '');
  const known = new Map(
    named.map(({ path, functions = [], constants = [], variables = [], exports = {} }) => [
      path,
      new Set([...[...functions, ...constants, ...variables].map(({ name }) => name), ...Object.keys(exports)]),
    ]),
  );
  for (const type of types) {
    if (!('pkg' in type) || type.name === undefined) continue;
    const names = known.get(packages[type.pkg!]!.path);
    for (const one of ['', ...membersOf(type)]) names?.add(type.name + one);
  }
  return known;
}

function membersOf(type: Type): string[] {
  if (type.kind === 'record') return type.fields.map(({ name }) => `.${name}`);
  return type.kind === 'class' ? [...(type.methods ?? []), ...(type.fields ?? [])].map(({ name }) => `.${name}`) : [];
}
