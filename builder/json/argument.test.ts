import { expect, test } from 'vitest';
import type { Func, Schema, Type } from '../../manifests/schema.ts';
import { readArguments } from './argument.ts';

const types = [
  { kind: 'string' },
  { kind: 'bytes' },
  { kind: 'int64' },
  { kind: 'any' },
  { kind: 'slice', elem: 0 },
  { kind: 'numbers', elem: 'float64' },
  { kind: 'named', pkg: 0, name: 'Name', type: 0 },
  { kind: 'class', pkg: 0, name: 'URL', of: 'struct', goType: 'url.URL', text: { from: 1 } },
  { kind: 'object', class: 7, pointer: true },
  { kind: 'optional', elem: 0 },
  { kind: 'text', zero: 2 },
  { kind: 'named', pkg: 0, name: 'Decimal', type: 10 },
] as Type[];
const schema: Schema = { packages: [], types };
const read = (words: string[], ...params: number[]) =>
  readArguments(words, { name: 'F', params: params.map((type) => ({ name: 'p', type })), fn: 1 } as Func, schema);

test('text is taken as it is, and JSON text as what it says', () => {
  expect(read(['1.20', '"q"', 'null'], 0, 6, 9)).toEqual(['1.20', 'q', null]);
  expect(read(['1.50', '"2"'], 11, 11)).toEqual(['1.50', '2']);
  expect(read(['https://go.dev'], 8)).toEqual(['https://go.dev']);
});

test('bytes are the UTF-8 of the word', () => {
  expect(read(['"é'], 1)).toEqual([Buffer.from('"é')]);
});

test('numbers, lists and objects are JSON, and integers are exact', () => {
  expect(read(['9007199254740993', '["a"]'], 2, 4)).toEqual([9007199254740993n, ['a']]);
});

test('where any value is taken, what is no JSON is text', () => {
  expect(read(['{"a": 1}', 'plain'], 3, 3)).toEqual([{ a: 1 }, 'plain']);
});

test('rest arguments are of the element type', () => {
  const rest = (words: string[], type: number) =>
    readArguments(
      words,
      {
        name: 'F',
        params: [
          { name: 'p', type: 2 },
          { name: 'r', type },
        ],
        variadic: true,
        fn: 1,
      },
      schema,
    );
  expect(rest(['1', '2', 'x'], 4)).toEqual([1, '2', 'x']);
  expect(rest(['1', '2.5'], 5)).toEqual([1, 2.5]);
});

test('what is no JSON is refused by its place', () => {
  const refusal = expect.objectContaining({
    code: 'USAGE',
    path: 'args[1]',
    message: expect.stringMatching(/^F: args\[1\]: /),
  });
  expect(() => read(['1', 'x'], 2, 2)).toThrow(refusal);
});

test('one argument too many is the runtime’s to refuse', () => {
  expect(read(['1', 'x'], 2)).toEqual([1, 'x']);
});
