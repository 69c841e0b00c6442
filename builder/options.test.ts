import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readOptions } from './options.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'options-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

const project = (text: string) => writeFileSync(join(dir, 'package.json'), text);
const refusal = (message: RegExp | string) =>
  expect.objectContaining({
    code: 'INVALID_OPTION',
    message: expect.stringMatching(message),
    hint: expect.any(String),
  });

describe('flags', () => {
  test('that are options are read, others are the command’s', async () => {
    project('{}');
    const flags = { out: 'x', force: true, json: true, quiet: true, int64: 'number', only: ['a/...'], all: true };
    expect(await readOptions(flags, dir)).toEqual({ int64: 'number', only: ['a/...'], all: true });
  });

  test('of a part of the build stand beside the one for all else', async () => {
    project('{ "usegolib": { "utf8": { "m": "replace" } } }');
    const flags = { int64: ['number', 'm/v2.T.F=bigint'], utf8: ['m.F=replace'], text: ['m.T'] };
    expect(await readOptions(flags, dir)).toEqual({
      int64: { '*': 'number', 'm/v2.T.F': 'bigint' },
      utf8: { 'm.F': 'replace' },
      text: ['m.T'],
    });
  });

  test.each([
    ['int64', ['string'], /^--int64: want "bigint" or "number", got "string"$/],
    ['int64', ['number', 'm.F=string'], /^--int64 m\.F: want "bigint" or "number", got "string"$/],
    ['int64', 'string', /^--int64: want "bigint" or "number", got "string"$/],
    ['duration', 's', /^--duration: want "ms" or "ns", got "s"$/],
    ['nil', 'null', /^--nil: want "empty" or "keep"/],
    ['records', '', /^--records: want "zero" or "exact"/],
    ['utf8', 'ignore', /^--utf8: want "error" or "replace"/],
    ['only', 'x', /^--only: want an array/],
    ['all', 'yes', /^--all: want true or false/],
    [
      'colour',
      'red',
      /^--colour: unknown key; known are int64, duration, nil, records, utf8, text, only, with, all, allowCgo, instances$/,
    ],
    ['instance', ['p.Sum'], /^--instance p\.Sum: want a symbol and its types, as in example\.org\/p\.F=int32$/],
  ])('--%s %s is refused with what is allowed', async (name, value, message) => {
    await expect(readOptions({ [name]: value }, dir)).rejects.toThrow(refusal(message));
  });
});

test('--instance may be repeated, for one symbol too', async () => {
  expect(await readOptions({ instance: ['p.Sum=int32', 'q.T=string, any', 'p.Sum=uint8'] }, dir)).toEqual({
    instances: { 'p.Sum': ['int32', 'uint8'], 'q.T': ['string, any'] },
  });
});

describe('package.json', () => {
  test('of the folder, or of the nearest one above, gives options that flags override', async () => {
    project('{ "usegolib": { "int64": "number", "nil": "keep", "with": ["net/url"] } }');
    mkdirSync(join(dir, 'deep/er'), { recursive: true });
    expect(await readOptions({}, join(dir, 'deep/er'))).toEqual({ int64: 'number', nil: 'keep', with: ['net/url'] });
    expect(await readOptions({ int64: 'bigint', with: ['io'] }, dir)).toEqual({
      int64: 'bigint',
      nil: 'keep',
      with: ['io'],
    });
  });

  test('without our key hides the ones above', async () => {
    project('{ "usegolib": { "int64": "number" } }');
    mkdirSync(join(dir, 'inner'));
    writeFileSync(join(dir, 'inner/package.json'), '{ "name": "inner" }');
    expect(await readOptions({}, join(dir, 'inner'))).toEqual({});
  });

  test.each([
    ['{ "usegolib": { "int64": 64 } }', /package\.json: usegolib\.int64: want "bigint" or "number", got 64$/],
    ['{ "usegolib": { "only": "a" } }', /package\.json: usegolib\.only: want an array, got "a"$/],
    ['{ "usegolib": { "with": ["a", 1] } }', /package\.json: usegolib\.with\[1\]: want a string, got 1$/],
    ['{ "usegolib": { "Int64": "number" } }', /package\.json: usegolib\.Int64: unknown key; known are int64, /],
    ['{ "usegolib": [] }', /package\.json: usegolib: want an object, got \[\]$/],
    ['{ "usegolib": ', /package\.json: not JSON \(.+\)$/],
  ])('%s is refused, and the file is named', async (text, message) => {
    project(text);
    await expect(readOptions({}, dir)).rejects.toThrow(refusal(message));
    await expect(readOptions({}, dir)).rejects.toThrow(join(dir, 'package.json'));
  });

  test.each(['null', '{}', '{ "usegolib": null }'])('that says %s asks for nothing', async (text) => {
    project(text);
    expect(await readOptions({}, dir)).toEqual({});
  });
});
