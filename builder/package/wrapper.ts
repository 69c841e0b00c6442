import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { TYPES } from '../../manifests/store.ts';
import { packageVersion } from '../assets.ts';
import { REGISTER } from '../emit/declarations.ts';
import { type Common, type Files, packageFiles } from './files.ts';
import type { Part } from './licences.ts';
import { fileOfPackage, platformId, platformPackage } from './names.ts';
import { type Built, PLATFORM_TYPES } from './platform.ts';
import { LOAD, printed, printLoad, printModule, printTypes } from './print.ts';
import { printReadme } from './readme.ts';
import { exportsEverywhere } from './symbols.ts';

/** The package that users install: an ES module per Go package, types, and the choice of the platform. */
export function wrapperFiles(builds: Built[], paths: Map<string, string>, common: Common, parts: Part[]): Files {
  const [first] = builds;
  const packages = [...paths.values()];
  const schemas = builds.map(({ manifest }) => manifest.schema);
  const exported = new Map(packages.map((path) => [path, exportsEverywhere(schemas, path).names]));
  const files: Files = {
    [LOAD]: printLoad(builds, packages, common),
    'README.md': printReadme(first!.manifest, paths, exported, common),
    ...typesOf(first!.folder),
    'register.js': printed(`import './${LOAD}';`),
    'usegolib.js': printed("export * from 'usegolib';"),
    'usegolib.d.ts': printed("export * from 'usegolib';"),
  };
  for (const [path, names] of exported) {
    const file = fileOfPackage(path);
    files[`${file}.js`] = printModule(path, names);
    files[`${file}.d.ts`] = printTypes(path, names);
  }
  for (const { target } of builds) {
    const name = platformPackage(common.name, target);
    files[`platforms/${platformId(target)}.js`] = printed(`export { default, manifest } from '${name}';`);
    files[`platforms/${platformId(target)}.d.ts`] = PLATFORM_TYPES;
  }
  const fields = {
    exports: exportsOf(builds, paths),
    // Exact versions: frames, schema and library fit one version of the runtime, and were tested with it.
    dependencies: { usegolib: packageVersion },
    optionalDependencies: Object.fromEntries(
      builds.map(({ target }) => [platformPackage(common.name, target), common.version]),
    ),
  };
  return packageFiles(common, parts, fields, files);
}

/** Sub-paths of Go packages come last: where one is called like something of ours, it is Go's. */
function exportsOf(builds: Built[], paths: Map<string, string>): object {
  const entry = (file: string, types = file) => ({ types: `./${types}.d.ts`, default: `./${file}.js` });
  const go = [...paths].map(([path, one]) => [path, entry(fileOfPackage(one))] as const);
  const ours = builds.map(({ target }) => {
    const id = platformId(target);
    return [`./${id}`, entry(`platforms/${id}`)] as const;
  });
  return Object.fromEntries([
    ...go.filter(([path]) => path === '.'),
    ['./usegolib', entry('usegolib')],
    ['./register', entry('register', `${TYPES}/${REGISTER.replace('.d.ts', '')}`)],
    ...ours,
    ...go.filter(([path]) => path !== '.'),
    ['./package.json', './package.json'],
  ]);
}

/** The declarations as they lie in the artifact. */
export function typesOf(artifact: string): Record<string, string> {
  const root = join(artifact, TYPES);
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).map((name) => name.split(sep).join('/'));
  const files = names.filter((name) => name.endsWith('.d.ts')).sort();
  return Object.fromEntries(files.map((name) => [`${TYPES}/${name}`, readFileSync(join(root, name), 'utf8')]));
}
