import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BuildOptions } from '../../manifests/options.ts';
import { root } from '../../scripts/root.mjs';
import { declarationsOfTestModules, writeFiles } from '../support/declarations.ts';

/**
 * The declarations as an editor sees them: a project with the printed files, the package's own types and real programs in
 * `cases`, where a line that must not compile says so (`@ts-expect-error` is an error where there is none).
 */
const project = realpathSync(mkdtempSync(join(tmpdir(), 'types-')));
afterAll(() => rmSync(project, { recursive: true }));

const compilerOptions = {
  strict: true,
  noEmit: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  target: 'es2022',
  lib: ['es2022', 'esnext.disposable'],
  module: 'nodenext',
  types: ['node'],
  paths: { usegolib: [join(root, 'dist/types/runtime/index.d.ts')] },
};

/** What tsc complains about; empty if nothing. */
function complaints(folder: string, more: object = {}): string {
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ compilerOptions: { ...compilerOptions, ...more }, include: ['**/*.ts'] }),
  );
  try {
    execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', folder], { encoding: 'utf8' });
    return '';
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}

function folderOf(name: string, files: Record<string, string>): string {
  const folder = join(project, name);
  writeFiles(folder, files);
  return folder;
}

beforeAll(() => {
  symlinkSync(join(root, 'node_modules'), join(project, 'node_modules'), 'dir');
});

const choices: [name: string, options: BuildOptions][] = [
  ['defaults', {}],
  ['others', { int64: 'number', duration: 'ns', nil: 'keep', records: 'exact' }],
];

test.each(choices)('programs in TypeScript compile, and wrong ones do not: built with %s', async (name, options) => {
  const folder = folderOf(name, await declarationsOfTestModules(options));
  cpSync(join(import.meta.dirname, name), join(folder, 'programs'), { recursive: true });
  expect(readdirSync(join(folder, 'programs')).length).toBeGreaterThan(0);
  expect(complaints(folder)).toBe('');
});

test('a wrong program is found at all', () => {
  const folder = folderOf('wrong', { 'wrong.ts': 'export const text: string = 1;\n' });
  expect(complaints(folder)).toContain("Type 'number' is not assignable to type 'string'");
});

test('declarations print as they are with isolatedDeclarations, and in a strict library check', async () => {
  const folder = folderOf('isolated', await declarationsOfTestModules());
  expect(complaints(folder, { isolatedDeclarations: true, declaration: true, skipLibCheck: false })).toBe('');
});
