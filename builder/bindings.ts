import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { isFolderSpec } from '../manifests/local.ts';
import type { Manifest } from '../manifests/manifest.ts';
import { fileOfPackage } from './package/names.ts';
import { LOAD, printed, printModule, printTypes } from './package/print.ts';
import { namedExports, packageOf } from './package/symbols.ts';
import { typesOf } from './package/wrapper.ts';

/**
 * What a program imports statically: an ES module with types for each Go package of a library, in one folder. File name →
 * text.
 *
 * @param specs what is imported, with exact versions; folders as seen from `up`
 * @param up from the folder to where folders of the specs are seen from: `..`
 */
export function bindingFiles(
  manifest: Manifest,
  artifact: string,
  specs: string[],
  up: string,
): Record<string, string> {
  const paths = manifest.modules.flatMap(({ packages }) => packages).sort();
  const files: Record<string, string> = {
    // Whatever the project itself is.
    'package.json': '{ "type": "module" }\n',
    [LOAD]: printLoad(specs, paths, up),
    ...typesOf(artifact),
  };
  for (const path of paths) {
    const file = fileOfPackage(path);
    const names = namedExports(manifest.schema, packageOf(manifest.schema, path)!);
    files[`${file}.js`] = printModule(path, names);
    files[`${file}.d.ts`] = printTypes(path, names);
  }
  return files;
}

/** All of a library is imported at once: a process loads it once. */
function printLoad(specs: string[], paths: string[], up: string): string {
  const folders = specs.some(isFolderSpec);
  const texts = specs.map((spec) => {
    if (!isFolderSpec(spec)) return `'${spec}'`;
    return `fileURLToPath(new URL(${JSON.stringify(posix.join(up, spec))}, import.meta.url))`;
  });
  return printed(
    ...(folders ? ["import { fileURLToPath } from 'node:url';"] : []),
    "import { importGo } from 'usegolib';",
    '',
    `await importGo([${texts.join(', ')}]);`,
    `const paths = [${paths.map((path) => `\n  '${path}',`).join('')}\n];`,
    'const modules = await importGo(paths);',
    '',
    'export default (path) => modules[paths.indexOf(path)];',
  );
}

/** Which of these files a folder does not have, or has with another text. */
export function staleFiles(folder: string, files: Record<string, string>): string[] {
  return Object.entries(files).flatMap(([name, text]) => (textOf(join(folder, name)) === text ? [] : [name]));
}

/** Files that are in a folder of ours and should not be. */
export function strayFiles(folder: string, files: Record<string, string>): string[] {
  if (!existsSync(folder)) return [];
  const there = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const names = there.map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
  return names.filter((name) => !(name in files)).sort();
}

/** Writes what is not right already: watchers see no other change. */
export function writeFiles(folder: string, files: Record<string, string>): void {
  for (const name of staleFiles(folder, files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), files[name]!);
  }
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
