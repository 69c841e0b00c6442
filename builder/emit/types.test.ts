import { describe, expect, test } from 'vitest';
import type { BuildOptions } from '../../manifests/options.ts';
import type { Schema, Type } from '../../manifests/schema.ts';
import { plainPlace } from './inspect.ts';
import { inType, outType } from './types.ts';

/** Types by number: 0 int, 1 string, 2 time, 3 Kind (named string), 4 a record, 5 a class, 6 a value class, 7 strings, 14 T, 15… generic types. */
const base: Type[] = [
  { kind: 'int' },
  { kind: 'string' },
  { kind: 'time' },
  { kind: 'named', pkg: 0, name: 'Kind', type: 1 },
  { kind: 'record', pkg: 0, name: 'Item', fields: [], ref: { make: 16, get: 17, set: 18 } },
  { kind: 'class', pkg: 0, name: 'Shop', of: 'struct', goType: 'shop.Shop', literal: [{ name: 'N', type: 0 }] },
  { kind: 'class', pkg: 0, name: 'ID', of: 'scalar', goType: 'shop.ID', value: 0, text: { from: 19 } },
  { kind: 'slice', elem: 1 },
  {
    kind: 'class',
    pkg: 0,
    name: 'IDs',
    of: 'slice',
    goType: 'shop.IDs',
    live: { elem: 0, size: 1, get: 1, set: 1, all: 1 },
  },
  {
    kind: 'class',
    pkg: 0,
    name: 'Tags',
    of: 'map',
    goType: 'shop.Tags',
    live: { key: 1, elem: 0, size: 1, get: 1, set: 1, delete: 1, all: 1 },
  },
  {
    kind: 'class',
    pkg: 0,
    name: 'Visit',
    of: 'func',
    goType: 'shop.Visit',
    calls: [
      {
        params: [
          { name: 'n', type: 0 },
          { name: 'more', type: 7 },
        ],
        results: [{ type: 0 }, { type: 1 }],
        variadic: true,
        fn: 1,
      },
    ],
  },
  {
    kind: 'class',
    pkg: 0,
    name: 'Option',
    of: 'func',
    goType: 'shop.Option',
    calls: [{ params: [{ name: 's', type: 5 }] }],
  },
  { kind: 'class', pkg: 0, name: 'Sealed', of: 'interface', goType: 'shop.Sealed', calls: [], sealed: 'why' },
  {
    kind: 'class',
    pkg: 0,
    name: 'Stringer',
    of: 'interface',
    goType: 'shop.Stringer',
    calls: [{ name: 'String', results: [{ type: 1 }] }],
  },
  { kind: 'erased', param: 'T' },
  { kind: 'class', pkg: 0, name: 'Cache', of: 'struct', goType: 'shop.Cache[any]', typeParams: ['T'], literal: [] },
  { kind: 'record', pkg: 0, name: 'Pair', typeParams: ['A', 'B'], fields: [] },
  { kind: 'named', pkg: 0, name: 'List', typeParams: ['T'], type: 18 },
  { kind: 'slice', elem: 14 },
  {
    kind: 'class',
    pkg: 0,
    name: 'Stack',
    of: 'slice',
    goType: 'shop.Stack[any]',
    typeParams: ['T'],
    live: { elem: 14, size: 1, get: 1, set: 1, all: 1 },
  },
];

/** Names in the form for what may be left incomplete get `Init`. */
function types(type: Type, options: BuildOptions = {}) {
  const schema: Schema = { packages: [{ path: 'example.org/shop', name: 'shop' }], types: [...base, type] };
  const place = plainPlace(schema, options);
  return [outType(place, base.length), inType(place, base.length)];
}

const INT = 'number | bigint';

/** Every kind has a row: a new kind does not compile until it has one here. */
const rows: Record<Type['kind'], [type: Type, out: string, given: string][]> = {
  bool: [[{ kind: 'bool' }, 'boolean', 'boolean']],
  string: [[{ kind: 'string' }, 'string', 'string']],
  text: [[{ kind: 'text', zero: 16 }, 'string', 'string']],
  int: [[{ kind: 'int' }, 'number', INT]],
  uint: [[{ kind: 'uint' }, 'number', INT]],
  uint8: [[{ kind: 'uint8' }, 'number', 'number']],
  int8: [[{ kind: 'int8' }, 'number', 'number']],
  int16: [[{ kind: 'int16' }, 'number', 'number']],
  int32: [[{ kind: 'int32' }, 'number', 'number']],
  int64: [[{ kind: 'int64' }, 'bigint', INT]],
  uint16: [[{ kind: 'uint16' }, 'number', 'number']],
  uint32: [[{ kind: 'uint32' }, 'number', 'number']],
  uint64: [[{ kind: 'uint64' }, 'bigint', INT]],
  uintptr: [[{ kind: 'uintptr' }, 'bigint', INT]],
  float32: [[{ kind: 'float32' }, 'number', 'number']],
  float64: [[{ kind: 'float64' }, 'number', 'number']],
  complex64: [[{ kind: 'complex64' }, '{ re: number; im: number }', '{ readonly re: number; readonly im: number }']],
  complex128: [[{ kind: 'complex128' }, '{ re: number; im: number }', '{ readonly re: number; readonly im: number }']],
  bytes: [[{ kind: 'bytes' }, 'Uint8Array', 'BytesInput | null']],
  byteArray: [[{ kind: 'byteArray', length: 16 }, 'Uint8Array', 'BytesInput']],
  error: [[{ kind: 'error' }, 'Error | null', 'ErrorInput | null']],
  time: [[{ kind: 'time' }, 'GoTime', 'TimeInput']],
  duration: [[{ kind: 'duration' }, 'number', 'DurationInput']],
  bigInt: [[{ kind: 'bigInt' }, 'bigint | null', 'number | bigint | null']],
  bigRat: [[{ kind: 'bigRat' }, 'string | null', 'string | number | bigint | null']],
  bigFloat: [[{ kind: 'bigFloat' }, 'string | null', 'string | number | bigint | null']],
  json: [[{ kind: 'json' }, 'unknown', 'unknown']],
  jsonNumber: [[{ kind: 'jsonNumber' }, 'string', 'string | number | bigint']],
  erased: [
    [{ kind: 'erased' }, 'unknown', 'unknown'],
    [{ kind: 'erased', param: 'T' }, 'T', 'T'],
  ],
  any: [[{ kind: 'any' }, 'unknown', 'unknown']],
  numbers: [
    [{ kind: 'numbers', elem: 'float64' }, 'Float64Array', 'Float64Array | readonly number[] | null'],
    [{ kind: 'numbers', elem: 'int64', list: true }, 'bigint[]', 'BigInt64Array | readonly (number | bigint)[] | null'],
    [{ kind: 'numbers', elem: 'int64', length: 3 }, 'BigInt64Array', 'BigInt64Array | readonly (number | bigint)[]'],
  ],
  slice: [
    [{ kind: 'slice', elem: 1 }, 'string[]', 'readonly string[] | null'],
    [{ kind: 'slice', elem: 7 }, 'string[][]', 'readonly (readonly string[] | null)[] | null'],
  ],
  array: [[{ kind: 'array', elem: 4, length: 2 }, 'Item[]', 'readonly ItemInit[]']],
  map: [
    [
      { kind: 'map', key: 14, elem: 0 },
      'Map<T, number>',
      '{ readonly [P in T & string]: number | bigint } | ReadonlyMap<T, number | bigint> | readonly (readonly [T, number | bigint])[] | null',
    ],
    [
      { kind: 'map', key: 1, elem: 0 },
      'Record<string, number>',
      '{ readonly [key: string]: number | bigint } | ReadonlyMap<string, number | bigint> | null',
    ],
    [
      { kind: 'map', key: 3, elem: 1 },
      'Record<string, string>',
      '{ readonly [key: string]: string } | ReadonlyMap<string, string> | null',
    ],
    [
      { kind: 'map', key: 2, elem: 4 },
      'Map<GoTime, Item>',
      'ReadonlyMap<TimeInput, ItemInit> | readonly (readonly [TimeInput, ItemInit])[] | null',
    ],
  ],
  instance: [
    [{ kind: 'instance', type: 16, args: ['K', 'V'] }, 'Pair<K, V>', 'PairInit<K, V>'],
    [{ kind: 'instance', type: 17, args: ['V'] }, 'List<V>', 'List<V> | readonly V[] | null'],
  ],
  optional: [
    [{ kind: 'optional', elem: 2 }, 'GoTime | null', 'TimeInput | Variable | null'],
    [{ kind: 'optional', elem: 4 }, 'Item | null', 'ItemInit | Ref<Item, ItemInit> | Variable | null'],
  ],
  named: [
    [{ kind: 'named', pkg: 0, name: 'Name', type: 1 }, 'Name', 'Name'],
    [{ kind: 'named', pkg: 0, name: 'Names', type: 7 }, 'Names', 'Names | readonly string[] | null'],
  ],
  record: [
    [{ kind: 'record', pkg: 0, name: 'Item', fields: [] }, 'Item', 'ItemInit'],
    [
      {
        kind: 'record',
        fields: [
          { name: 'X', key: 'x', type: 0 },
          { name: 'Y', key: 'a-b', aliases: ['b'], type: 1 },
        ],
      },
      '{ x: number; "a-b": string }',
      '{ x?: number | bigint; X?: number | bigint; "a-b"?: string; Y?: string; b?: string }',
    ],
  ],
  class: [[base[5]!, 'Shop', 'Shop']],
  object: [
    [{ kind: 'object', class: 5, pointer: true }, 'Shop | null', 'Shop | ShopInit | null'],
    [{ kind: 'object', class: 5 }, 'Shop', 'Shop | ShopInit'],
    [{ kind: 'object', class: 15, args: ['V'] }, 'Cache<V>', 'Cache<V>'],
    [{ kind: 'object', class: 15 }, 'Cache<unknown>', 'Cache<unknown>'],
    [{ kind: 'object', class: 19, args: ['V'] }, 'Stack<V>', 'Stack<V> | readonly V[]'],
    [{ kind: 'object', class: 8 }, 'IDs', 'IDs | readonly (number | bigint)[]'],
    [
      { kind: 'object', class: 9 },
      'Tags',
      'Tags | { readonly [key: string]: number | bigint } | ReadonlyMap<string, number | bigint>',
    ],
  ],
  value: [[{ kind: 'value', class: 6 }, 'ID', 'ID | number | bigint | string']],
  interface: [
    [{ kind: 'interface', class: 12 }, 'Sealed | null', 'Implements<Sealed> | null'],
    [{ kind: 'interface', class: 13 }, 'Stringer | null', 'StringerInit | null'],
  ],
  opaque: [[{ kind: 'opaque', class: 5 }, 'Shop | null', 'Shop | null']],
  func: [
    [
      { kind: 'func', class: 10 },
      'Visit | null',
      '((n: number, ...more: string[]) => readonly [number | bigint, string]) | null',
    ],
    [
      { kind: 'func', class: 10, call: { params: [{ name: 'item', type: 14 }], results: [{ type: 18 }] } },
      'Visit | null',
      '((item: T) => readonly T[] | null) | Visit | null',
    ],
    [{ kind: 'func', class: 11 }, 'Option | null', '((s: Shop) => void) | Option | null'],
  ],
};

describe.each(Object.entries(rows))('%s', (_, cases) => {
  test.each(cases)('%j comes from Go as %s, and Go takes %s', (type, out, given) => {
    expect(types(type)).toEqual([out, given]);
  });
});

describe('options of the build', () => {
  test.each<[Type, BuildOptions, string]>([
    [{ kind: 'int64', number: true }, {}, 'number'],
    [{ kind: 'uintptr', number: true }, {}, 'number'],
    [{ kind: 'duration' }, { duration: 'ns' }, 'bigint'],
    [{ kind: 'bytes' }, { nil: 'keep' }, 'Uint8Array | null'],
    [{ kind: 'slice', elem: 1 }, { nil: 'keep' }, 'string[] | null'],
    [{ kind: 'slice', elem: 7 }, { nil: 'keep' }, '(string[] | null)[] | null'],
    [{ kind: 'array', elem: 1, length: 2 }, { nil: 'keep' }, 'string[]'],
    [{ kind: 'map', key: 1, elem: 0 }, { nil: 'keep' }, 'Record<string, number> | null'],
    [{ kind: 'numbers', elem: 'int8' }, { nil: 'keep' }, 'Int8Array | null'],
    [{ kind: 'numbers', elem: 'int8', length: 2 }, { nil: 'keep' }, 'Int8Array'],
  ])('%j with %j is %s', (type, options, out) => {
    expect(types(type, options)[0]).toBe(out);
  });

  test('records "exact" wants every field but pointers and those with omitempty', () => {
    const type: Type = {
      kind: 'record',
      fields: [
        { name: 'A', key: 'a', type: 1 },
        { name: 'B', type: 1, omit: true },
      ],
    };
    expect(types(type, { records: 'exact' })[1]).toBe('{ a: string; B?: string }');
  });
});
