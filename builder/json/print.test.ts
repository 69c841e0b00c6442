import { expect, test } from 'vitest';
import { printJson } from './print.ts';

test.each([
  [9007199254740993n, '9007199254740993'],
  [Number.NaN, '"NaN"'],
  [-Infinity, '"-Infinity"'],
  [undefined, 'null'],
  ['a"b\u2028', JSON.stringify('a"b\u2028')],
  [new Uint8Array([0, 255]), '"AP8="'],
  [new Float64Array([1.5, 2]), '[1.5,2]'],
  [[1n, [undefined]], '[1,[null]]'],
  [{ a: undefined, b: { c: [] }, d: {} }, '{"b":{"c":[]},"d":{}}'],
  [new Map([['k', 1n]]), '{"k":1}'],
  [new Map([[1n, 'v']]), '[[1,"v"]]'],
  [new Date(0), '"1970-01-01T00:00:00.000Z"'],
  [
    Object.assign(new Date(0), { nanosecond: 7, toString: () => '1970-01-01T00:00:00.000000007Z' }),
    '"1970-01-01T00:00:00.000000007Z"',
  ],
  [{ toJSON: () => ({ n: 1n }) }, '{"n":1}'],
])('%o is printed with nothing lost', (value, text) => {
  expect(printJson(value)).toBe(text);
});

test('with an indent it is laid out as JSON.stringify does', () => {
  const value = { a: [1, { b: [] }], c: { d: 'x' } };
  expect(printJson(value, 2)).toBe(JSON.stringify(value, null, 2));
});

test('what contains itself, and what is a function, is refused', () => {
  const loop: unknown[] = [];
  loop.push([loop]);
  expect(() => printJson(loop)).toThrow('cannot be printed as JSON: a value contains itself');
  expect(() => printJson([() => 1])).toThrow('cannot be printed as JSON: a function has none');
  const twice = {};
  expect(printJson([twice, twice])).toBe('[{},{}]');
});
