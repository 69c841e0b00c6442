import { describe, expect, test } from 'vitest';
import {
  boolean,
  integer,
  JsonPathError,
  list,
  matching,
  object,
  oneOf,
  parseJson,
  record,
  text,
} from './json-path.ts';

const check = object({ name: text, sizes: list(integer) }, { mode: oneOf('a', 'b'), env: record(boolean) });
const problem = (value: unknown) => {
  try {
    check(value, 'doc');
  } catch (error) {
    if (error instanceof JsonPathError) return `${error.path} | ${error.message}`;
    throw error;
  }
  throw new Error('accepted');
};

describe('a checked object', () => {
  test('is a copy with the optional keys that were there', () => {
    expect(check({ name: 'x', sizes: [1, 2], mode: 'a' }, 'doc')).toEqual({ name: 'x', sizes: [1, 2], mode: 'a' });
  });

  test.each([
    [{ sizes: [] }, 'doc.name | doc.name: missing'],
    [{ name: 'x', sizes: [1, '2'] }, 'doc.sizes[1] | doc.sizes[1]: want an integer, got "2"'],
    [{ name: 'x', sizes: [2 ** 53] }, 'doc.sizes[0] | doc.sizes[0]: want an integer, got 9007199254740992'],
    [{ name: 'x', sizes: {} }, 'doc.sizes | doc.sizes: want an array, got {}'],
    [{ name: 'x', sizes: [], mode: 'c' }, 'doc.mode | doc.mode: want "a" or "b", got "c"'],
    [{ name: 'x', sizes: [], env: { 'a b': 1 } }, 'doc.env["a b"] | doc.env["a b"]: want true or false, got 1'],
    [{ name: 'x', sizes: [], nmae: 1 }, 'doc.nmae | doc.nmae: unknown key; known are name, sizes, mode, env'],
    [[], 'doc | doc: want an object, got []'],
    [null, 'doc | doc: want an object, got null'],
    [undefined, 'doc | doc: missing'],
  ])('%j is refused with its path', (value, message) => {
    expect(problem(value)).toBe(message);
  });

  test('__proto__ is a key like any other', () => {
    expect(problem(JSON.parse('{"name":"x","sizes":[],"__proto__":1}'))).toContain('unknown key');
  });
});

test('a pattern says in words what it wants', () => {
  expect(() => matching(/^\d+$/, 'digits')('x1', 'a')).toThrow('a: want digits, got "x1"');
});

test('text that is not JSON is named as such', () => {
  expect(() => parseJson('{', text, 'current.json')).toThrow(/^current\.json: not JSON \(/);
});
