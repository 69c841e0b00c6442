import { TYPES } from '../../manifests/store.ts';
import { packageVersion } from '../assets.ts';
import type { Common } from './files.ts';
import { fileOfPackage, platformPackage, relativeTo } from './names.ts';
import type { Built } from './platform.ts';

/** The module that all others of a wrapper get the library from. */
export const LOAD = 'load.js';

/** The text of a printed file. */
export function printed(...lines: string[]): string {
  return [`// Printed by usegolib ${packageVersion}; not to be edited.`, ...lines, ''].join('\n');
}

/** One literal `require` per platform: tracers and bundlers follow those, and what is required needs no `await`. */
export function printLoad(builds: Built[], packages: string[], { name, version }: Common): string {
  const platforms = builds.flatMap(({ target, manifest }) => {
    const other = platformPackage(name, target);
    return [
      `    '${target.id}': {`,
      `      package: '${other}',`,
      `      sha256: '${manifest.library.sha256}',`,
      `      abi: ${manifest.abi},`,
      `      load: () => require('${other}'),`,
      '    },',
    ];
  });
  return printed(
    "import { createRequire } from 'node:module';",
    "import { loadPackage } from 'usegolib';",
    '',
    '// A bundler that writes CommonJS leaves import.meta empty.',
    'const here = import.meta.url || __filename;',
    'const require = createRequire(here);',
    '',
    'export default loadPackage({',
    `  name: '${name}',`,
    `  version: '${version}',`,
    '  from: here,',
    `  packages: [${packages.map((path) => `\n    '${path}',`).join('')}\n  ],`,
    '  platforms: {',
    ...platforms,
    '  },',
    '});',
  );
}

/** A Go package as an ES module. */
export function printModule(path: string, names: string[]): string {
  const load = relativeTo(fileOfPackage(path), LOAD);
  return printed(
    `import load from '${load}';`,
    '',
    `const module = load('${path}');`,
    'export default module;',
    `export const {${listed(names)}} = module;`,
  );
}

/** Its types: the declarations of the artifact, of which some names are no exports. */
export function printTypes(path: string, names: string[]): string {
  const file = fileOfPackage(path);
  const types = `'${relativeTo(file, `${TYPES}/${file}.js`)}'`;
  return printed(
    `/** The Go package ${path} itself, as importGo gives it. Its variables are read and assigned here. */`,
    `declare const module: typeof import(${types});`,
    'export default module;',
    `export type * from ${types};`,
    `export {${listed(names)}} from ${types};`,
  );
}

function listed(names: string[]): string {
  return `${['types', ...names].map((name) => `\n  ${name},`).join('')}\n`;
}
