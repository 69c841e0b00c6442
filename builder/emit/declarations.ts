import { declareClass } from './class.ts';
import { declareNamed, declareRecord } from './data.ts';
import { declare, isHidden, typesOf } from './declared.ts';
import { DeclarationFile, fileOf, type Library } from './file.ts';
import { declareSymbols } from './symbols.ts';
import { inType, outType } from './types.ts';

/** The file that maps import paths to what they export. */
export const MODULES = 'modules.d.ts';
/** The file that types `importGo`, for programs that include it. */
export const REGISTER = 'register.d.ts';

/**
 * The TypeScript declarations of a library: one file per Go package, `go/<import path>.d.ts`, one that lists them, one
 * that tells `importGo` of them, and a `package.json` that says they describe ES modules. File name → text.
 */
export function printDeclarations(library: Omit<Library, 'declared'>): Record<string, string> {
  const whole: Library = { ...library, declared: declare(library.schema) };
  const packages = library.schema.packages.flatMap((pkg, index) => (pkg.path === '' ? [] : [{ pkg, index }]));
  const files = packages.map(({ pkg, index }) => [fileOf(pkg.path), printPackage(whole, index)] as const);
  return {
    'package.json': '{ "type": "module" }\n',
    [MODULES]: printModules(whole),
    [REGISTER]: register,
    ...Object.fromEntries(files),
  };
}

const register = `import type { GoModules as Modules } from './${MODULES.replace('.d.ts', '.js')}';

/** Types \`importGo\` by import path in every program that includes this file. */
declare module 'usegolib' {
  interface GoModules extends Modules {}
}
`;

function printPackage(library: Library, index: number): string {
  const file = new DeclarationFile(library, index);
  const { pkg, schema } = file;
  if (pkg.bound) declareSymbols(file, pkg);
  const types = typesOf(schema, index);
  for (const [id, type] of types) {
    if (type.kind === 'record') declareRecord(file, id, type);
    else if (type.kind === 'named') declareNamed(file, id, type);
    else declareClass(file, id, type);
  }
  declareAliases(file, new Set(types.map(([, { name }]) => name)));
  if (pkg.bound) {
    const types = file.fromModules('GoTypes', MODULES);
    file.explained(`export const types: ${types};`, 'The types of all packages that are mentioned, by import path.');
  }
  return file.text();
}

/** Further names of a type, and names of types that are declared nowhere. */
function declareAliases(file: DeclarationFile, own: Set<string>): void {
  for (const [name, id] of Object.entries(file.pkg.exports ?? {})) {
    if (own.has(name)) continue;
    const type = file.schema.types[id]!;
    const declared = (type.kind === 'class' || type.kind === 'record' || type.kind === 'named') && type.name;
    const pkg = declared ? type.pkg! : -1;
    if (declared && file.schema.packages[pkg]!.path !== '' && !(type.kind === 'class' && isHidden(type as never))) {
      const from = pkg === file.index ? '' : ` from '${file.importOf(pkg)}'`;
      file.add(`export { ${type.name} as ${name} }${from};`, name);
      continue;
    }
    file.add(`export type ${name} = ${outType(file, id)};`, name);
    const token =
      type.kind === 'class' ? `${file.own('GoType')}<${name}>` : `${file.own('GoNamed')}<${inType(file, id)}>`;
    file.explained(`export const ${name}: ${token};`, '');
  }
}

function printModules({ schema }: Library): string {
  const bound = schema.packages.filter((pkg) => pkg.bound);
  const line = (path: string, type: string) => `  ${JSON.stringify(path)}: ${type};`;
  const file = (path: string) => `typeof import('./${fileOf(path).replace(/\.d\.ts$/, '.js')}')`;
  const types = schema.packages.flatMap((pkg, index) => {
    const declared = typesOf(schema, index).filter(([, type]) => !isHidden(type));
    const names = new Set([...declared.map(([, type]) => type.name), ...Object.keys(pkg.exports ?? {})]);
    if (pkg.path === '' || names.size === 0) return [];
    const union = [...names].map((name) => JSON.stringify(name)).join(' | ');
    return [line(pkg.path, `Pick<${file(pkg.path)}, ${union}>`)];
  });
  return [
    '/** What `importGo` gives for each import path. */',
    `export interface GoModules {\n${bound.map(({ path }) => line(path, file(path))).join('\n')}\n}`,
    '',
    '/** The types of every package that is mentioned: `m.types`. */',
    `export interface GoTypes {\n${types.join('\n')}\n}`,
    '',
  ].join('\n');
}
