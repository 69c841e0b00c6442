import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../scripts/root.mjs';
import { declarationsOfTestModules } from '../test/support/declarations.ts';

const files = await declarationsOfTestModules();
const prefix = 'go/usegolib.test/modules/';
const names = Object.keys(files).flatMap((file) => /^([^/]+)\.d\.ts$/.exec(file.slice(prefix.length))?.[1] ?? []);

test('every test module has declarations', () => {
  expect(names).toContain('objects');
  expect(names.filter((name) => !existsSync(join(root, 'test-modules', name)))).toEqual([]);
});

test.each(names)('the declarations of %s are what a reviewer has read', async (name) => {
  await expect(files[`${prefix}${name}.d.ts`]).toMatchFileSnapshot(`${name}/want/${name}.d.ts.txt`);
});
