import { expect, test } from 'vitest';
import type { BuildOptions } from '../../manifests/options.ts';
import type { Schema } from '../../manifests/schema.ts';
import { checkParts } from './parts.ts';

const schema: Schema = {
  packages: [
    { path: 'a.b/m', name: 'm', bound: true, functions: [{ name: 'Total', fn: 16 }], exports: { Alias: 2 } },
    { path: 'a.b/m/v2', name: 'm', bound: true, variables: [{ name: 'Count', type: 0, get: 17 }] },
    { path: '', name: '' },
  ],
  types: [
    { kind: 'int64' },
    { kind: 'record', pkg: 0, name: 'Row', fields: [{ name: 'Size', key: 'size', type: 0 }] },
    { kind: 'class', pkg: 1, name: 'File', of: 'struct', goType: 'm.File', methods: [{ name: 'Len', fn: 18 }] },
    { kind: 'record', fields: [{ name: 'X', type: 0 }] },
  ],
};

const message = (options: BuildOptions) => {
  try {
    checkParts(options, schema);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
};

test.each([
  '*',
  'a.b/m',
  'a.b/m.Total',
  'a.b/m.Alias',
  'a.b/m.Row',
  'a.b/m.Row.Size',
  'a.b/m/v2.Count',
  'a.b/m/v2.File.Len',
])('%s is there', (part) =>
  expect(message({ int64: { [part]: 'number' }, utf8: { [part]: 'replace' } })).toBeUndefined(),
);

test.each([
  ['a.b/n', 'int64: no package of this build is called a.b/n; did you mean "a.b/m"?'],
  ['a.b/m.total', 'int64: nothing in a.b/m is called total; did you mean "Total"?'],
  ['a.b/m.Row.size', 'int64: nothing in a.b/m is called Row.size; did you mean "Row.Size"?'],
  ['a.b/m/v2.File.Lem', 'int64: nothing in a.b/m/v2 is called File.Lem; did you mean "File.Len"?'],
  ['a.b/m/v2.Zzzzz', 'int64: nothing in a.b/m/v2 is called Zzzzz; known are Count, File, File.Len'],
])('%s is not', (part, text) => expect(message({ int64: { [part]: 'number' } })).toBe(text));

test('the option that names it is said', () => {
  expect(message({ utf8: { 'a.b/m.F': 'replace' } })).toMatch(/^utf8: nothing in a\.b\/m is called F/);
});
