import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { packageFiles, writePackage } from './files.ts';
import type { Part } from './licences.ts';

const part = (name: string, texts: Record<string, string>): Part => ({
  name,
  version: 'v1.0.0',
  kind: 'module',
  ids: ['MIT'],
  texts,
});
const common = { name: '@me/x', version: '1.0.0', main: 'm.org/main', description: 'x', licence: 'MIT' };
const parts = [
  part('a.org/first', { LICENSE: 'of the first' }),
  part('m.org/main', { 'taken/LICENSE': 'of what it took over', LICENSE: 'of the main one' }),
];

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'files-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

it('LICENSE is that of the main module, THIRD_PARTY_LICENSES has all', () => {
  const files = packageFiles(common, parts, {}, { 'index.js': '' });
  expect(files['LICENSE']).toBe('of the main one\n');
  for (const words of ['of the first', 'of what it took over', 'of the main one', 'm.org/main v1.0.0, taken/LICENSE'])
    expect(files['THIRD_PARTY_LICENSES']).toContain(words);
});

it('a package is replaced as a whole, and nothing else is', () => {
  const folder = join(dir, 'x');
  const first = packageFiles(common, parts, {}, { 'old.js': 'old' });
  expect(writePackage(folder, first)).toBe(Object.values(first).join('').length);
  writePackage(folder, packageFiles(common, parts, {}, { 'new.js': 'new' }));
  expect([existsSync(join(folder, 'old.js')), readFileSync(join(folder, 'new.js'), 'utf8')]).toEqual([false, 'new']);

  const own = join(dir, 'own');
  mkdirSync(own);
  writeFileSync(join(own, 'mine.go'), 'package mine');
  expect(() => writePackage(own, first)).toThrow('is not a package that usegolib wrote');
  expect(readFileSync(join(own, 'mine.go'), 'utf8')).toBe('package mine');
});
