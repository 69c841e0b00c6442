import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { editPackageJson } from './package-json.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'package-json-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

const write = (text: string) => writeFileSync(join(dir, 'package.json'), text);
const read = () => readFileSync(join(dir, 'package.json'), 'utf8');
const add = () => editPackageJson(dir, (json) => void (json.usegolib = { modules: ['strings'] }));

test.each([
  [
    'two blanks',
    '{\n  "name": "a"\n}\n',
    '{\n  "name": "a",\n  "usegolib": {\n    "modules": [\n      "strings"\n    ]\n  }\n}\n',
  ],
  [
    'a tab, and no line end',
    '{\n\t"name": "a"\n}',
    '{\n\t"name": "a",\n\t"usegolib": {\n\t\t"modules": [\n\t\t\t"strings"\n\t\t]\n\t}\n}',
  ],
  [
    'line ends of Windows',
    '{\r\n  "name": "a"\r\n}\r\n',
    '{\r\n  "name": "a",\r\n  "usegolib": {\r\n    "modules": [\r\n      "strings"\r\n    ]\r\n  }\r\n}\r\n',
  ],
])('%s stay as they are', (_, before, after) => {
  write(before);
  add();
  expect(read()).toBe(after);
  expect(readdirSync(dir)).toEqual(['package.json']);
});

test('what would not change is not written, however it is laid out', () => {
  write('{ "usegolib": { "modules": ["strings"] } }');
  const { mtimeMs, ino } = statSync(join(dir, 'package.json'));
  add();
  expect(statSync(join(dir, 'package.json'))).toMatchObject({ mtimeMs, ino });
});

test('a link stays a link', () => {
  mkdirSync(join(dir, 'real'));
  writeFileSync(join(dir, 'real/package.json'), '{}');
  symlinkSync('real/package.json', join(dir, 'package.json'));
  add();
  expect(readFileSync(join(dir, 'real/package.json'), 'utf8')).toContain('strings');
});
