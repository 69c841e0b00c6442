import { describe } from 'vitest';
import { refuses } from '../../test/support/refused.ts';
import { testModule } from '../../test/support/test-module.ts';

/** What is refused where Go wants a number, a text, bytes, or a collection of them, word by word. */

const [s, c] = await Promise.all(['scalars', 'collections'].map(testModule));
const alive = () => {
  if (s.Add(1, 2) !== 3) throw new Error('the library no longer adds');
};
const lone = '\ud800';

describe('bool and numbers', () => {
  refuses(
    [
      [() => s.Bool(1), 'scalars.Bool: args[0]: want bool, got 1', 'ARGUMENT_TYPE'],
      [() => s.Bool(null), 'scalars.Bool: args[0]: want bool, got null', 'ARGUMENT_NULL'],
      [() => s.Int8(128), 'scalars.Int8: args[0]: want int8 (-128 to 127), got 128', 'ARGUMENT_RANGE'],
      [() => s.Int8(-129), 'scalars.Int8: args[0]: want int8 (-128 to 127), got -129', 'ARGUMENT_RANGE'],
      [() => s.Int8(1.5), 'scalars.Int8: args[0]: want int8, got 1.5', 'ARGUMENT_TYPE'],
      [() => s.Int8(Number.NaN), 'scalars.Int8: args[0]: want int8, got NaN', 'ARGUMENT_TYPE'],
      [() => s.Int8(1n), 'scalars.Int8: args[0]: want int8 (a number), got 1n', 'ARGUMENT_TYPE'],
      [() => s.Int16(40000), 'scalars.Int16: args[0]: want int16 (-32768 to 32767), got 40000', 'ARGUMENT_RANGE'],
      [
        () => s.Int32(2 ** 31),
        'scalars.Int32: args[0]: want int32 (-2147483648 to 2147483647), got 2147483648',
        'ARGUMENT_RANGE',
      ],
      [() => s.Uint8(-1), 'scalars.Uint8: args[0]: want uint8 (0 to 255), got -1', 'ARGUMENT_RANGE'],
      [() => s.Uint16(65536), 'scalars.Uint16: args[0]: want uint16 (0 to 65535), got 65536', 'ARGUMENT_RANGE'],
      [
        () => s.Uint32(2 ** 32),
        'scalars.Uint32: args[0]: want uint32 (0 to 4294967295), got 4294967296',
        'ARGUMENT_RANGE',
      ],
      [
        () => s.Int(2 ** 53),
        'scalars.Int: args[0]: want int (beyond 2^53 - 1 as a bigint), got 9007199254740992',
        'ARGUMENT_RANGE',
      ],
      [
        () => s.Int(-(2 ** 53)),
        'scalars.Int: args[0]: want int (beyond 2^53 - 1 as a bigint), got -9007199254740992',
        'ARGUMENT_RANGE',
      ],
      [
        () => s.Int(2n ** 63n),
        'scalars.Int: args[0]: want int (-2^63 to 2^63 - 1), got 9223372036854775808n',
        'ARGUMENT_RANGE',
      ],
      [() => s.Int(1.5), 'scalars.Int: args[0]: want int, got 1.5', 'ARGUMENT_TYPE'],
      [() => s.Int(Infinity), 'scalars.Int: args[0]: want int, got Infinity', 'ARGUMENT_TYPE'],
      [() => s.Int('1'), 'scalars.Int: args[0]: want int, got "1"', 'ARGUMENT_TYPE'],
      [() => s.Int(undefined), 'scalars.Int: args[0]: want int, got undefined', 'ARGUMENT_NULL'],
      [() => s.Uint(-1), 'scalars.Uint: args[0]: want uint (0 to 2^64 - 1), got -1', 'ARGUMENT_RANGE'],
      [() => s.Uint(-1n), 'scalars.Uint: args[0]: want uint (0 to 2^64 - 1), got -1n', 'ARGUMENT_RANGE'],
      [
        () => s.Int64(2n ** 63n),
        'scalars.Int64: args[0]: want int64 (-2^63 to 2^63 - 1), got 9223372036854775808n',
        'ARGUMENT_RANGE',
      ],
      [
        () => s.Int64(-(2n ** 63n) - 1n),
        'scalars.Int64: args[0]: want int64 (-2^63 to 2^63 - 1), got -9223372036854775809n',
        'ARGUMENT_RANGE',
      ],
      [
        () => s.Int64(2 ** 53),
        'scalars.Int64: args[0]: want int64 (beyond 2^53 - 1 as a bigint), got 9007199254740992',
        'ARGUMENT_RANGE',
      ],
      [() => s.Int64(0.5), 'scalars.Int64: args[0]: want int64, got 0.5', 'ARGUMENT_TYPE'],
      [
        () => s.Uint64(2n ** 64n),
        'scalars.Uint64: args[0]: want uint64 (0 to 2^64 - 1), got 18446744073709551616n',
        'ARGUMENT_RANGE',
      ],
      [() => s.Uintptr(-1), 'scalars.Uintptr: args[0]: want uintptr (0 to 2^64 - 1), got -1', 'ARGUMENT_RANGE'],
      [() => s.Float32(1e39), 'scalars.Float32: args[0]: want float32 (up to 3.4e38), got 1e+39', 'ARGUMENT_RANGE'],
      [() => s.Float32(1n), 'scalars.Float32: args[0]: want float32 (a number), got 1n', 'ARGUMENT_TYPE'],
      [() => s.Float64('1'), 'scalars.Float64: args[0]: want float64, got "1"', 'ARGUMENT_TYPE'],
      [() => s.Float64(1n), 'scalars.Float64: args[0]: want float64 (a number), got 1n', 'ARGUMENT_TYPE'],
      [() => s.Complex(1), 'scalars.Complex: args[0]: want complex number ({ re, im }), got 1', 'ARGUMENT_TYPE'],
      [
        () => s.Complex({ re: 1 }),
        'scalars.Complex: args[0]: want complex number ({ re, im }), got a plain object',
        'ARGUMENT_TYPE',
      ],
    ],
    alive,
  );
});

describe('text', () => {
  const want = 'scalars.String: args[0]: want';
  refuses(
    [
      [() => s.String(5), `${want} string, got 5`, 'ARGUMENT_TYPE'],
      [() => s.String(Object('x')), `${want} string, got a String`, 'ARGUMENT_TYPE'],
      [() => s.String(Symbol('x')), `${want} string, got Symbol(x)`, 'ARGUMENT_TYPE'],
      [() => s.String(() => 1), `${want} string, got a function`, 'ARGUMENT_TYPE'],
      [() => s.String(function named() {}), `${want} string, got the function named`, 'ARGUMENT_TYPE'],
      [() => s.String({}), `${want} string, got a plain object`, 'ARGUMENT_TYPE'],
      [
        () => s.String(lone),
        `${want} text without lone surrogates (there is one at index 0), got "\\ud800"`,
        'ARGUMENT_TEXT',
      ],
      [
        () => s.String(`😀${'a'.repeat(100)}\udc00`),
        `${want} text without lone surrogates (there is one at index 102), got "😀${'a'.repeat(38)}…"`,
        'ARGUMENT_TEXT',
      ],
      [
        () => c.Bytes(lone),
        'collections.Bytes: args[0]: want text without lone surrogates (there is one at index 0), got "\\ud800"',
        'ARGUMENT_TEXT',
      ],
    ],
    alive,
  );
});

describe('the number of arguments', () => {
  refuses(
    [
      [() => s.Add(1), 'scalars.Add: want 2 arguments (a, b), got 1', 'ARGUMENT_COUNT'],
      [() => s.Add(1, 2, 3), 'scalars.Add: want 2 arguments (a, b), got 3', 'ARGUMENT_COUNT'],
      [() => s.Add(1, '2'), 'scalars.Add: args[1]: want int, got "2"', 'ARGUMENT_TYPE'],
      [() => c.Nil(1), 'collections.Nil: want no arguments, got 1', 'ARGUMENT_COUNT'],
      [() => c.Sum(), 'collections.Sum: want at least 1 argument (first, ...more), got 0', 'ARGUMENT_COUNT'],
      [() => c.Sum(1, 2, 'x'), 'collections.Sum: args[2]: want int, got "x"', 'ARGUMENT_TYPE'],
      [() => c.Sum('x', 2), 'collections.Sum: args[0]: want int, got "x"', 'ARGUMENT_TYPE'],
    ],
    alive,
  );
});

describe('bytes and number memory', () => {
  const memory = 'want Uint8Array, ArrayBuffer or string';
  refuses(
    [
      [() => c.Bytes([1]), `collections.Bytes: args[0]: ${memory}, got an array of 1`, 'ARGUMENT_TYPE'],
      [
        () => c.Bytes(new Float64Array(1)),
        `collections.Bytes: args[0]: ${memory}, got a Float64Array of 1`,
        'ARGUMENT_TYPE',
      ],
      [
        () => c.Fixed(new Uint8Array(3)),
        'collections.Fixed: args[0]: want Uint8Array of length 4, got a Uint8Array of 3',
        'ARGUMENT_LENGTH',
      ],
      [
        () => c.Fixed('abc'),
        'collections.Fixed: args[0]: want Uint8Array of length 4 (or text of 4 bytes), got "abc"',
        'ARGUMENT_LENGTH',
      ],
      [() => c.Fixed(null), 'collections.Fixed: args[0]: want Uint8Array of length 4, got null', 'ARGUMENT_NULL'],
      [
        () => c.Fixed([1, 2, 3, 4]),
        'collections.Fixed: args[0]: want Uint8Array of length 4, got an array of 4',
        'ARGUMENT_TYPE',
      ],
      [() => c.Floats(['x']), 'collections.Floats: args[0][0]: want float64, got "x"', 'ARGUMENT_TYPE'],
      [
        () => c.Floats(new Uint8Array(2)),
        'collections.Floats: args[0]: want Float64Array or array of float64, got a Uint8Array of 2',
        'ARGUMENT_TYPE',
      ],
      [() => c.Longs([1n, 1.5]), 'collections.Longs: args[0][1]: want int64, got 1.5', 'ARGUMENT_TYPE'],
      [
        () => c.Longs([2n ** 63n]),
        'collections.Longs: args[0][0]: want int64 (-2^63 to 2^63 - 1), got 9223372036854775808n',
        'ARGUMENT_RANGE',
      ],
      [
        () => c.Triple([1, 2]),
        'collections.Triple: args[0]: want Float32Array of length 3, got an array of 2',
        'ARGUMENT_LENGTH',
      ],
      [
        () => c.Triple(new Float32Array(2)),
        'collections.Triple: args[0]: want Float32Array of length 3, got a Float32Array of 2',
        'ARGUMENT_LENGTH',
      ],
      [
        () => c.Triple([1, 2, 1e39]),
        'collections.Triple: args[0][2]: want float32 (up to 3.4e38), got 1e+39',
        'ARGUMENT_RANGE',
      ],
      [() => c.Triple(null), 'collections.Triple: args[0]: want Float32Array of length 3, got null', 'ARGUMENT_NULL'],
    ],
    alive,
  );
});

describe('slices, arrays and maps', () => {
  refuses(
    [
      [() => c.Ints([1, 'x']), 'collections.Ints: args[0][1]: want int, got "x"', 'ARGUMENT_TYPE'],
      [() => c.Ints(new Set([1])), 'collections.Ints: args[0]: want array, got a Set of 1', 'ARGUMENT_TYPE'],
      [() => c.Ints('abc'), 'collections.Ints: args[0]: want array, got "abc"', 'ARGUMENT_TYPE'],
      [() => c.Ints(Array(2)), 'collections.Ints: args[0][0]: want int, got undefined', 'ARGUMENT_NULL'],
      [() => c.Nested([['a'], ['b', 5]]), 'collections.Nested: args[0][1][1]: want string, got 5', 'ARGUMENT_TYPE'],
      [() => c.Nested([['a'], 'b']), 'collections.Nested: args[0][1]: want array, got "b"', 'ARGUMENT_TYPE'],
      [() => c.Pair(['a']), 'collections.Pair: args[0]: want array of 2, got an array of 1', 'ARGUMENT_LENGTH'],
      [() => c.Pair([]), 'collections.Pair: args[0]: want array of 2, got an empty array', 'ARGUMENT_LENGTH'],
      [() => c.Pair(null), 'collections.Pair: args[0]: want array, got null', 'ARGUMENT_NULL'],
      [() => c.Counts({ a: 1, b: 'x' }), 'collections.Counts: args[0].b: want int, got "x"', 'ARGUMENT_TYPE'],
      [() => c.Counts({ 'b-c': 'x' }), 'collections.Counts: args[0]["b-c"]: want int, got "x"', 'ARGUMENT_TYPE'],
      [
        () => c.ByNumber(new Map<unknown, unknown>([[1n, 5]])),
        'collections.ByNumber: args[0][1n]: want string, got 5',
        'ARGUMENT_TYPE',
      ],
      [() => c.ByNumber([[-2, 5]]), 'collections.ByNumber: args[0][-2]: want string, got 5', 'ARGUMENT_TYPE'],
      [() => c.Counts({ a: null }), 'collections.Counts: args[0].a: want int, got null', 'ARGUMENT_NULL'],
      [
        () => c.Counts([1]),
        'collections.Counts: args[0]: want plain object or Map, got an array of 1',
        'ARGUMENT_TYPE',
      ],
      [() => c.Counts(new Map([[1, 2]])), 'collections.Counts: args[0][key 1]: want string, got 1', 'ARGUMENT_TYPE'],
      [
        () => c.ByNumber(new Map([['1', 'x']])),
        'collections.ByNumber: args[0][key "1"]: want int64, got "1"',
        'ARGUMENT_TYPE',
      ],
      [
        () => c.ByNumber([[1n]]),
        'collections.ByNumber: args[0][0]: want [key, value], got an array of 1',
        'ARGUMENT_TYPE',
      ],
      [
        () => c.ByNumber({ 1: 'x' }),
        'collections.ByNumber: args[0]: want Map or array of [key, value], got a plain object',
        'ARGUMENT_TYPE',
      ],
    ],
    alive,
  );
});
