import { expect, it } from 'vitest';
import type { Package, Schema } from '../../manifests/schema.ts';
import { exportsEverywhere, liveVariables, namedExports } from './symbols.ts';

const pkg: Package = {
  path: 'example.org/shop',
  name: 'shop',
  bound: true,
  functions: [{ name: 'New', fn: 16 }],
  constants: [{ name: 'Limit', type: 0, value: '10' }],
  variables: [
    { name: 'Currency', type: 1, get: 17, set: 18 },
    { name: 'ErrEmpty', type: 2, get: 19 },
    { name: 'Bakery', type: 3, get: 20 },
  ],
  exports: { Shelf: 4 },
  skips: [
    {
      reason: 'channel',
      detail: '',
      members: [
        { name: 'Wait', pos: '', go: '' },
        { name: 'hidden', pos: '', go: '' },
      ],
    },
    { reason: 'channel', detail: '', on: ['Shelf'], members: [{ name: 'Watch', pos: '', go: '' }] },
  ],
};
const schema: Schema = {
  packages: [pkg],
  types: [
    { kind: 'int' },
    { kind: 'string' },
    { kind: 'error' },
    { kind: 'object', class: 4, pointer: true },
    { kind: 'class', pkg: 0, name: 'Shelf', of: 'struct', goType: 'shop.Shelf' },
  ],
};

it('everything with a name of its own is an export, but for variables of plain data', () => {
  expect(namedExports(schema, pkg)).toEqual(['Bakery', 'ErrEmpty', 'Limit', 'New', 'Shelf', 'Wait']);
  expect(liveVariables(schema, pkg)).toEqual(['Currency']);
});

it('what only some platforms have is no export', () => {
  const other = { ...schema, packages: [{ ...pkg, functions: [{ name: 'Fork', fn: 16 }] }] };
  expect(exportsEverywhere([schema, other], 'example.org/shop')).toEqual({
    names: ['Bakery', 'ErrEmpty', 'Limit', 'Shelf', 'Wait'],
    others: ['New', 'Fork'],
  });
});
