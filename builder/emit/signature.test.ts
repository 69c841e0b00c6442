import { describe, expect, test } from 'vitest';
import type { Func, Schema, Type } from '../../manifests/schema.ts';
import { goSignature, goText, typeText } from './signature.ts';

/** Types by number: 0 int, 1 string, 2 time, 3 Kind (named string), 4 a record, 5 a class, 6 a value class. */
const base: Type[] = [
  { kind: 'int' },
  { kind: 'string' },
  { kind: 'time' },
  { kind: 'named', pkg: 0, name: 'Kind', type: 1 },
  {
    kind: 'record',
    pkg: 0,
    name: 'Item',
    fields: [
      { name: 'Name', type: 1 },
      { name: 'Price', key: 'price', type: 0 },
    ],
  },
  { kind: 'class', pkg: 0, name: 'Shop', of: 'struct', goType: 'shop.Shop' },
  { kind: 'class', pkg: 0, name: 'ID', of: 'array', goType: 'shop.ID', value: 1 },
  { kind: 'slice', elem: 1 },
];
const schemaOf = (type: Type): Schema => ({
  packages: [{ path: 'example.org/shop', name: 'shop' }],
  types: [...base, type],
});

/** Every kind has a row: a new kind does not compile until it has one here. */
const rows: Record<Type['kind'], [type: Type, typescript: string, go: string][]> = {
  bool: [[{ kind: 'bool' }, 'boolean', 'bool']],
  string: [[{ kind: 'string' }, 'string', 'string']],
  int: [[{ kind: 'int' }, 'number', 'int']],
  uint: [[{ kind: 'uint' }, 'number', 'uint']],
  uint8: [[{ kind: 'uint8' }, 'number', 'uint8']],
  int8: [[{ kind: 'int8' }, 'number', 'int8']],
  int16: [[{ kind: 'int16' }, 'number', 'int16']],
  int32: [[{ kind: 'int32' }, 'number', 'int32']],
  int64: [[{ kind: 'int64' }, 'bigint', 'int64']],
  uint16: [[{ kind: 'uint16' }, 'number', 'uint16']],
  uint32: [[{ kind: 'uint32' }, 'number', 'uint32']],
  uint64: [[{ kind: 'uint64' }, 'bigint', 'uint64']],
  uintptr: [[{ kind: 'uintptr' }, 'bigint', 'uintptr']],
  float32: [[{ kind: 'float32' }, 'number', 'float32']],
  float64: [[{ kind: 'float64' }, 'number', 'float64']],
  complex64: [[{ kind: 'complex64' }, '{ re: number; im: number }', 'complex64']],
  complex128: [[{ kind: 'complex128' }, '{ re: number; im: number }', 'complex128']],
  bytes: [[{ kind: 'bytes' }, 'Uint8Array', '[]byte']],
  byteArray: [[{ kind: 'byteArray', length: 16 }, 'Uint8Array', '[16]byte']],
  error: [[{ kind: 'error' }, 'Error | null', 'error']],
  time: [[{ kind: 'time' }, 'GoTime', 'time.Time']],
  duration: [[{ kind: 'duration' }, 'number', 'time.Duration']],
  bigInt: [[{ kind: 'bigInt' }, 'bigint', '*big.Int']],
  bigRat: [[{ kind: 'bigRat' }, 'string', '*big.Rat']],
  bigFloat: [[{ kind: 'bigFloat' }, 'string', '*big.Float']],
  json: [[{ kind: 'json' }, 'unknown', 'json.RawMessage']],
  jsonNumber: [[{ kind: 'jsonNumber' }, 'string', 'json.Number']],
  any: [[{ kind: 'any' }, 'unknown', 'any']],
  numbers: [
    [{ kind: 'numbers', elem: 'float64' }, 'Float64Array', '[]float64'],
    [{ kind: 'numbers', elem: 'int64', length: 3 }, 'BigInt64Array', '[3]int64'],
  ],
  slice: [
    [{ kind: 'slice', elem: 1 }, 'string[]', '[]string'],
    [{ kind: 'slice', elem: 7 }, 'Array<string[]>', '[][]string'],
  ],
  array: [[{ kind: 'array', elem: 4, length: 2 }, 'Item[]', '[2]shop.Item']],
  map: [
    [{ kind: 'map', key: 1, elem: 0 }, 'Record<string, number>', 'map[string]int'],
    [{ kind: 'map', key: 3, elem: 0 }, 'Record<string, number>', 'map[shop.Kind]int'],
    [{ kind: 'map', key: 0, elem: 4 }, 'Map<number, Item>', 'map[int]shop.Item'],
  ],
  optional: [[{ kind: 'optional', elem: 2 }, 'GoTime | null', '*time.Time']],
  named: [[{ kind: 'named', pkg: 0, name: 'Names', type: 7 }, 'Names', 'shop.Names']],
  record: [
    [base[4]!, 'Item', 'shop.Item'],
    [
      {
        kind: 'record',
        fields: [
          { name: 'X', key: 'x', type: 0 },
          { name: 'Y', type: 1 },
        ],
      },
      '{ x: number; Y: string }',
      'struct{…}',
    ],
  ],
  class: [[base[5]!, 'Shop', 'shop.Shop']],
  object: [
    [{ kind: 'object', class: 5, pointer: true }, 'Shop | null', '*shop.Shop'],
    [{ kind: 'object', class: 5 }, 'Shop', 'shop.Shop'],
  ],
  value: [[{ kind: 'value', class: 6 }, 'ID', 'shop.ID']],
  interface: [[{ kind: 'interface', class: 5 }, 'Shop | null', 'shop.Shop']],
  opaque: [[{ kind: 'opaque', class: 5 }, 'Shop', 'shop.Shop']],
};

describe.each(Object.entries(rows))('%s', (_, cases) => {
  test.each(cases)('%j is %s in TypeScript and %s in Go', (type, typescript, go) => {
    const schema = schemaOf(type);
    const id = base.length;
    expect(typeText(schema, id)).toBe(typescript);
    expect(goText(schema, id)).toBe(go);
  });
});

describe('options of the build', () => {
  test.each([
    [{ kind: 'int64' }, { int64: 'number' }, 'number'],
    [{ kind: 'uintptr' }, { int64: 'number' }, 'number'],
    [{ kind: 'duration' }, { duration: 'ns' }, 'bigint'],
    [{ kind: 'bytes' }, { nil: 'keep' }, 'Uint8Array | null'],
    [{ kind: 'slice', elem: 1 }, { nil: 'keep' }, 'string[] | null'],
    [{ kind: 'slice', elem: 7 }, { nil: 'keep' }, 'Array<string[] | null> | null'],
    [{ kind: 'array', elem: 1, length: 2 }, { nil: 'keep' }, 'string[]'],
    [{ kind: 'map', key: 1, elem: 0 }, { nil: 'keep' }, 'Record<string, number> | null'],
    [{ kind: 'numbers', elem: 'int8' }, { nil: 'keep' }, 'Int8Array | null'],
    [{ kind: 'numbers', elem: 'int8', length: 2 }, { nil: 'keep' }, 'Int8Array'],
  ] as const)('%j with %j is %s', (type, options, typescript) => {
    expect(typeText(schemaOf(type as Type), base.length, options)).toBe(typescript);
  });
});

describe('a Go signature', () => {
  const schema = schemaOf({ kind: 'object', class: 5, pointer: true });
  test.each<[Omit<Func, 'fn'>, string]>([
    [{ name: 'F' }, 'F()'],
    [{ name: 'F', throws: true }, 'F() error'],
    [{ name: 'F', params: [{ name: 'n', type: 0 }], results: [{ type: 1 }] }, 'F(n int) string'],
    [
      { name: 'F', params: [{ name: '', type: 0 }], results: [{ type: 8 }], throws: true },
      'F(_ int) (*shop.Shop, error)',
    ],
    [
      {
        name: 'F',
        params: [
          { name: 'a', type: 7 },
          { name: 'b', type: 7 },
        ],
        variadic: true,
      },
      'F(a []string, b ...string)',
    ],
  ])('%j is %s', (f, text) => {
    expect(goSignature(schema, { ...f, fn: 0 })).toBe(text);
  });
});
