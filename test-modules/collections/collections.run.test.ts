import { expect, test } from 'vitest';
import { InvalidArgumentError } from '../../runtime/index.ts';
import { testModule } from '../../test/support/test-module.ts';

const m = await testModule('collections');

test('bytes are copied both ways, whatever their size', () => {
  for (const size of [0, 1, 31, 4096, 4097, 65_535, 200_000, 3_000_000]) {
    const bytes = Uint8Array.from({ length: size }, (_, i) => i * 7);
    expect(Buffer.compare(m.Bytes(bytes), bytes)).toBe(0);
  }
  expect(m.Bytes('hé')).toEqual(new Uint8Array(Buffer.from('hé')));
  expect(m.Bytes(new Uint8Array([1, 2]).buffer)).toEqual(new Uint8Array([1, 2]));
  expect(m.Make(100_000)[99_999]).toBe(99_999 % 256);
});

test('arrays have their length checked', () => {
  expect(m.Fixed(new Uint8Array([1, 2, 3, 4]))).toEqual(new Uint8Array([1, 2, 3, 4]));
  expect(() => m.Fixed(new Uint8Array(3))).toThrow(InvalidArgumentError);
  expect(m.Pair(['a', 'b'])).toEqual(['a', 'b']);
  expect(() => m.Pair(['a'])).toThrow(InvalidArgumentError);
  expect(m.Triple([1, 2, 3])).toEqual(new Float32Array([1, 2, 3]));
});

test('numbers come as typed arrays', () => {
  expect(m.Floats([1.5, -0])).toEqual(new Float64Array([1.5, -0]));
  expect(m.Floats(new Float64Array([3]))).toEqual(new Float64Array([3]));
  expect(m.Longs([1n, 2])).toEqual(new BigInt64Array([1n, 2n]));
  expect(m.Ints([1, 2 ** 40])).toEqual([1, 2 ** 40]);
  expect(m.Floats(new Float64Array(100_000).fill(2))).toHaveLength(100_000);
});

test('slices and maps nest', () => {
  expect(m.Nested([['a'], [], ['b', 'c']])).toEqual([['a'], [], ['b', 'c']]);
  expect({ ...m.Counts({ a: 1, b: 2 }) }).toEqual({ a: 1, b: 2 });
  expect({ ...m.Counts(new Map([['a', 1]])) }).toEqual({ a: 1 });
  expect(Object.getPrototypeOf(m.Counts({}))).toBeNull();
  expect(m.ByNumber(new Map([[1n, 'x']]))).toEqual(new Map([[1n, 'x']]));
});

test('nil is empty, null and undefined are nil', () => {
  const [bytes, strings, floats, map] = m.Nil();
  expect(bytes).toEqual(new Uint8Array());
  expect(strings).toEqual([]);
  expect(floats).toEqual(new Float64Array());
  expect({ ...map }).toEqual({});
  expect(m.IsNil(null, undefined, null)).toEqual([true, true, true]);
  expect(m.IsNil(new Uint8Array(), [], {})).toEqual([false, false, false]);
});

test('a refused element is named by its path', () => {
  expect(() => m.Nested([['a'], ['b', 5]])).toThrow(/\[1\]\[1\]/);
  expect(m.Sum(1, 2, 3)).toBe(6);
  expect(m.Sum(1)).toBe(1);
});
