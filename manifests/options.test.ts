import { expect, test } from 'vitest';
import { checkOptions, resolveOptions } from './options.ts';

test('absent options get their defaults', () => {
  expect(resolveOptions({ int64: 'number' })).toEqual({
    int64: 'number',
    duration: 'ms',
    nil: 'empty',
    records: 'zero',
    utf8: 'error',
    text: [],
    only: [],
    with: [],
    all: false,
    allowCgo: false,
    instances: {},
  });
});

test('the order and repetition of packages do not matter', () => {
  expect(resolveOptions({ with: ['b', 'a', 'b'] })).toEqual(resolveOptions({ with: ['a', 'b'] }));
});

test('the order of the symbols that get instances does not matter', () => {
  const [a, b] = [{ 'p.A': ['int32', 'uint8', 'int32'] }, { 'p.B': ['string, int'] }];
  expect(JSON.stringify(resolveOptions({ instances: { ...b, ...a } }))).toBe(
    JSON.stringify(resolveOptions({ instances: { 'p.A': ['int32', 'uint8'], ...b } })),
  );
});

test('words for parts stand with that of the build, in one order', () => {
  const words = resolveOptions({ int64: { 'm.b': 'number', 'm.a': 'number' }, utf8: { '*': 'replace' } });
  expect(JSON.stringify([words.int64, words.utf8])).toBe('[{"*":"bigint","m.a":"number","m.b":"number"},"replace"]');
  expect(resolveOptions({ int64: {} }).int64).toBe('bigint');
});

test.each([
  [{ int64: 'string' }, 'package.json#usegolib.int64: want "bigint" or "number", got "string"'],
  [{ int64: { m: 'string' } }, 'package.json#usegolib.int64["m"]: want "bigint" or "number", got "string"'],
  [{ with: 'net/url' }, 'package.json#usegolib.with: want an array, got "net/url"'],
  [{ int46: 'number' }, 'package.json#usegolib.int46: unknown key'],
])('%j is refused', (options, message) => {
  expect(() => checkOptions(options, 'package.json#usegolib')).toThrow(message);
});
