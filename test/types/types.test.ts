import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { BuildOptions } from '../../manifests/options.ts';
import { typeComplaints } from '../../scripts/check-types.mjs';
import { declarationsOfTestModules, writeFiles } from '../support/declarations.ts';

/**
 * The declarations as an editor sees them: a project with the printed files, the package's own types and real programs in
 * `cases`, where a line that must not compile says so (`@ts-expect-error` is an error where there is none).
 */
const project = mkdtempSync(join(tmpdir(), 'types-'));
afterAll(() => rmSync(project, { recursive: true }));

function folderOf(name: string, files: Record<string, string>): string {
  const folder = join(project, name);
  writeFiles(folder, files);
  return folder;
}

const modules = 'usegolib.test/modules';
const choices: [name: string, options: BuildOptions][] = [
  ['defaults', {}],
  [
    'others',
    {
      int64: {
        '*': 'number',
        [`${modules}/scoped-options.Total`]: 'bigint',
        [`${modules}/scoped-options.Row`]: 'bigint',
      },
      duration: 'ns',
      nil: 'keep',
      records: 'exact',
      text: [`${modules}/textual-types.Code`, 'net/url.URL'],
    },
  ],
];

test.each(choices)('programs in TypeScript compile, and wrong ones do not: built with %s', async (name, options) => {
  const folder = folderOf(name, await declarationsOfTestModules(options));
  cpSync(join(import.meta.dirname, name), join(folder, 'programs'), { recursive: true });
  expect(readdirSync(join(folder, 'programs')).length).toBeGreaterThan(0);
  expect(typeComplaints(folder)).toBe('');
});

test('a wrong program is found at all', () => {
  const folder = folderOf('wrong', { 'wrong.ts': 'export const text: string = 1;\n' });
  expect(typeComplaints(folder)).toContain("Type 'number' is not assignable to type 'string'");
});

test('declarations print as they are with isolatedDeclarations', async () => {
  const folder = folderOf('isolated', await declarationsOfTestModules());
  expect(typeComplaints(folder, { isolatedDeclarations: true, declaration: true })).toBe('');
});
