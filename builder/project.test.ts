import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readProject } from './project.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'project-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

const write = (name: string, text: string) => writeFileSync(join(dir, name), text);

test.each([
  ['usegolib.config.json', '{ "$schema": "./node_modules/usegolib/dist/config.schema.json", "int64": "number" }'],
  ['usegolib.config.mjs', "export default { int64: 'n' + 'umber' };"],
])('%s gives the options', async (name, text) => {
  write(name, text);
  expect(await readProject(dir)).toEqual({ dir, hasPackage: false, options: { int64: 'number' }, modules: [] });
});

test('usegolib.config.ts is read where Node runs TypeScript, and refused with a way out elsewhere', async () => {
  write('usegolib.config.ts', "const as: string = 'number';\nexport default { int64: as };");
  const { typescript } = process.features as { typescript?: unknown };
  if (typescript) expect((await readProject(dir))?.options).toEqual({ int64: 'number' });
  else
    await expect(readProject(dir)).rejects.toThrow(
      /usegolib\.config\.ts: Node v20\S+ does not run .*call it usegolib\.config\.mjs/,
    );
});

test('modules stand in package.json, options beside it', async () => {
  write('package.json', '{ "usegolib": { "modules": ["example.org/m@v1.0.0"] } }');
  write('usegolib.config.json', '{ "nil": "keep" }');
  mkdirSync(join(dir, 'src'));
  const found = { dir, hasPackage: true, options: { nil: 'keep' }, modules: ['example.org/m@v1.0.0'] };
  expect(await readProject(join(dir, 'src'))).toEqual(found);
});

test('options in two places are refused, and both are named', async () => {
  write('package.json', '{ "usegolib": { "nil": "keep" } }');
  write('usegolib.config.json', '{ "nil": "keep" }');
  const both = `${join(dir, 'usegolib.config.json')} and ${join(dir, 'package.json')}#usegolib`;
  await expect(readProject(dir)).rejects.toMatchObject({
    code: 'INVALID_OPTION',
    message: expect.stringContaining(both),
  });
});

test.each([
  ['usegolib.config.json', '{', /usegolib\.config\.json: not JSON/],
  ['usegolib.config.json', '{ "int": 1 }', /usegolib\.config\.json: default\.int: unknown key; known are int64, /],
  ['usegolib.config.mjs', 'export const nil = 1;', /usegolib\.config\.mjs: default: missing/],
  ['usegolib.config.mjs', 'throw new Error("not today");', /usegolib\.config\.mjs: not today/],
])('%s that says %s is refused by name', async (name, text, message) => {
  write(name, text);
  await expect(readProject(dir)).rejects.toMatchObject({
    code: 'INVALID_OPTION',
    message: expect.stringMatching(message),
  });
});
