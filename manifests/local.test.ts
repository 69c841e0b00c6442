import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findLocalModule, isFolderSpec } from './local.ts';

let dir: string;
beforeEach(() => {
  dir = realpathSync(mkdtempSync(join(tmpdir(), 'local-')));
  mkdirSync(join(dir, 'go/pricing/rules'), { recursive: true });
});
afterEach(() => rmSync(dir, { recursive: true }));
const modFile = (text: string) => writeFileSync(join(dir, 'go/pricing/go.mod'), text);

test.each(['.', '..', './x', '../x', '/x', '.\\x'])('%s names a folder', (spec) =>
  expect(isFolderSpec(spec)).toBe(true),
);
test.each(['x/y', 'github.com/x/y', 'net/url', '.hidden', '...'])('%s is an import path', (spec) => {
  expect(isFolderSpec(spec)).toBe(false);
});

test.each([
  'module example.com/shop/pricing\n\ngo 1.22\n',
  '// module wrong\n\nmodule example.com/shop/pricing // the shop\n',
  'go 1.22\r\nmodule "example.com/shop/pricing"\r\n',
  'module (\n\texample.com/shop/pricing\n)\n',
])('the module is read from %j', (text) => {
  modFile(text);
  expect(findLocalModule(join(dir, 'go/pricing/rules'))).toEqual({
    path: 'example.com/shop/pricing',
    dir: join(dir, 'go/pricing'),
    package: 'example.com/shop/pricing/rules',
    hasModFile: true,
  });
});

test('a folder without go.mod is a module of its own', () => {
  const path = `local/${basename(dir)}`;
  expect(findLocalModule(dir)).toEqual({ path, dir, package: path, hasModFile: false });
});

test('a link leads to the real directory', () => {
  modFile('module example.com/p');
  symlinkSync(join(dir, 'go/pricing'), join(dir, 'link'), 'dir');
  expect(findLocalModule(join(dir, 'link'))?.dir).toBe(join(dir, 'go/pricing'));
});

test('what is not a folder has no module', () => {
  expect(findLocalModule(join(dir, 'none'))).toBeUndefined();
});
