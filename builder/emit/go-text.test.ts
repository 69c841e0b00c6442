import { describe, expect, test } from 'vitest';
import type { Func, Schema, Type } from '../../manifests/schema.ts';
import { goSignature, goText } from './go-text.ts';

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
const rows: Record<Type['kind'], [type: Type, go: string][]> = {
  bool: [[{ kind: 'bool' }, 'bool']],
  string: [[{ kind: 'string' }, 'string']],
  text: [[{ kind: 'text', zero: 16 }, 'text']],
  int: [[{ kind: 'int' }, 'int']],
  uint: [[{ kind: 'uint' }, 'uint']],
  uint8: [[{ kind: 'uint8' }, 'uint8']],
  int8: [[{ kind: 'int8' }, 'int8']],
  int16: [[{ kind: 'int16' }, 'int16']],
  int32: [[{ kind: 'int32' }, 'int32']],
  int64: [[{ kind: 'int64' }, 'int64']],
  uint16: [[{ kind: 'uint16' }, 'uint16']],
  uint32: [[{ kind: 'uint32' }, 'uint32']],
  uint64: [[{ kind: 'uint64' }, 'uint64']],
  uintptr: [[{ kind: 'uintptr' }, 'uintptr']],
  float32: [[{ kind: 'float32' }, 'float32']],
  float64: [[{ kind: 'float64' }, 'float64']],
  complex64: [[{ kind: 'complex64' }, 'complex64']],
  complex128: [[{ kind: 'complex128' }, 'complex128']],
  bytes: [[{ kind: 'bytes' }, '[]byte']],
  byteArray: [[{ kind: 'byteArray', length: 16 }, '[16]byte']],
  error: [[{ kind: 'error' }, 'error']],
  time: [[{ kind: 'time' }, 'time.Time']],
  duration: [[{ kind: 'duration' }, 'time.Duration']],
  bigInt: [[{ kind: 'bigInt' }, '*big.Int']],
  bigRat: [[{ kind: 'bigRat' }, '*big.Rat']],
  bigFloat: [[{ kind: 'bigFloat' }, '*big.Float']],
  json: [[{ kind: 'json' }, 'json.RawMessage']],
  jsonNumber: [[{ kind: 'jsonNumber' }, 'json.Number']],
  erased: [
    [{ kind: 'erased' }, 'any'],
    [{ kind: 'erased', param: 'T' }, 'T'],
  ],
  any: [[{ kind: 'any' }, 'any']],
  numbers: [
    [{ kind: 'numbers', elem: 'float64' }, '[]float64'],
    [{ kind: 'numbers', elem: 'int64', length: 3 }, '[3]int64'],
  ],
  slice: [
    [{ kind: 'slice', elem: 1 }, '[]string'],
    [{ kind: 'slice', elem: 7 }, '[][]string'],
  ],
  array: [[{ kind: 'array', elem: 4, length: 2 }, '[2]shop.Item']],
  map: [
    [{ kind: 'map', key: 1, elem: 0 }, 'map[string]int'],
    [{ kind: 'map', key: 3, elem: 0 }, 'map[shop.Kind]int'],
    [{ kind: 'map', key: 0, elem: 4 }, 'map[int]shop.Item'],
  ],
  optional: [[{ kind: 'optional', elem: 2 }, '*time.Time']],
  named: [[{ kind: 'named', pkg: 0, name: 'Names', type: 7 }, 'shop.Names']],
  instance: [[{ kind: 'instance', type: 4, args: ['A', 'B'] }, 'shop.Item[A, B]']],
  record: [
    [base[4]!, 'shop.Item'],
    [
      {
        kind: 'record',
        fields: [
          { name: 'X', key: 'x', type: 0 },
          { name: 'Y', type: 1 },
        ],
      },
      'struct{…}',
    ],
  ],
  class: [[base[5]!, 'shop.Shop']],
  object: [
    [{ kind: 'object', class: 5, pointer: true }, '*shop.Shop'],
    [{ kind: 'object', class: 5 }, 'shop.Shop'],
  ],
  value: [[{ kind: 'value', class: 6 }, 'shop.ID']],
  interface: [[{ kind: 'interface', class: 5 }, 'shop.Shop']],
  func: [[{ kind: 'func', class: 5 }, 'shop.Shop']],
  opaque: [[{ kind: 'opaque', class: 5 }, 'shop.Shop']],
};

describe.each(Object.entries(rows))('%s', (_, cases) => {
  test.each(cases)('%j is %s in Go', (type, go) => {
    expect(goText(schemaOf(type), base.length)).toBe(go);
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
