import { expect, test } from 'vitest';
import { EncodingError, InvalidArgumentError, ResultRangeError } from '../../runtime/index.ts';
import { testModule } from '../../test/support/test-module.ts';

const m = await testModule('scalars');

test.each([
  ['Bool', [true, false]],
  [
    'String',
    ['', 'a', 'héllo', 'x'.repeat(31), 'y'.repeat(32), 'é'.repeat(100), '😀'.repeat(5000), 'z'.repeat(300_000)],
  ],
  ['Int', [0, -1, 127, 128, 65536, -(2 ** 31), 2 ** 53 - 1, -(2 ** 53) + 1]],
  ['Int8', [-128, 127]],
  ['Int16', [-32768, 32767]],
  ['Int32', [-(2 ** 31), 2 ** 31 - 1]],
  ['Int64', [0n, -(2n ** 63n), 2n ** 63n - 1n]],
  ['Uint', [0, 2 ** 32, 2 ** 53 - 1]],
  ['Uint8', [0, 255]],
  ['Uint16', [65535]],
  ['Uint32', [2 ** 32 - 1]],
  ['Uint64', [0n, 2n ** 64n - 1n]],
  ['Uintptr', [12345n]],
  ['Float32', [0.5, -0, Infinity, Number.NaN]],
  ['Float64', [0.1, -0, 1, Number.NaN, -Infinity, Number.MIN_VALUE]],
] as const)('%s gives back what it got', (name, values) => {
  for (const v of values) expect(m[name](v)).toBe(v);
});

test('integers of either sort are taken where they fit', () => {
  expect(m.Int64(7)).toBe(7n);
  expect(m.Int(7n)).toBe(7);
  expect(m.Add(1, 2)).toBe(3);
  expect(m.Nothing()).toBeUndefined();
  expect(m.Complex({ re: 1, im: -2 })).toEqual({ re: 1, im: -2 });
});

test.each([
  ['Int8', 128],
  ['Int8', 1.5],
  ['Uint', -1],
  ['Int', 2 ** 53],
  ['Int64', 2n ** 63n],
  ['Uint64', -1n],
  ['Bool', 1],
  ['String', 5],
  ['String', '\ud800'],
  ['Float64', '1'],
  ['Float64', null],
])('%s refuses %s before anything crosses', (name, value) => {
  expect(() => m[name](value)).toThrow(InvalidArgumentError);
});

test('missing and surplus arguments are refused', () => {
  expect(() => m.Add(1)).toThrow(InvalidArgumentError);
  expect(() => m.Add(1, 2, 3)).toThrow(InvalidArgumentError);
});

test('what JavaScript cannot hold is a typed error', () => {
  expect(() => m.Huge()).toThrow(ResultRangeError);
  expect(() => m.Invalid()).toThrow(EncodingError);
  expect(() => m.Invalid()).toThrow(/2/);
  expect(m.Add(1, 2)).toBe(3);
});

test('an awaited module object is itself, and a typo is undefined', () => {
  expect(m.then).toBeUndefined();
  expect(m.Addd).toBeUndefined();
});
