import { describe, expect, it } from 'vitest';
import type { Schema } from '../manifests/schema.ts';
import { readTable, row, table, worse } from './compat-table.mjs';

const member = { name: 'F', pos: 'f.go:1:1', go: 'func F(any)' };
const schema: Schema = {
  packages: [
    {
      path: 'x.org/y',
      name: 'y',
      bound: true,
      functions: [{ name: 'A', fn: 16 }],
      constants: [{ name: 'C', type: 0, value: '1' }],
      skips: [
        { reason: 'function', detail: '', members: [member] },
        { reason: 'function', detail: '', on: ['T', 'U'], members: [member, member] },
        { reason: 'generic', detail: '', members: [member] },
        { reason: 'context', detail: '', members: [member] },
      ],
    },
    { path: 'io', name: 'io' },
  ],
  types: [
    { kind: 'int' },
    { kind: 'class', pkg: 0, name: 'T', of: 'struct', goType: 'y.T', methods: [{ name: 'M', fn: 17 }] },
    {
      kind: 'class',
      pkg: 1,
      name: 'Reader',
      of: 'interface',
      goType: 'io.Reader',
      methods: [{ name: 'Read', fn: 18 }],
    },
  ],
};

describe('the compatibility table', () => {
  const now = row('x.org/y@v1.0.0', 12.4, { schema, library: { size: 2_250_000 } });

  it('counts the symbols of bound packages and the skips by reason', () => {
    expect(now.line).toBe('| x.org/y@v1.0.0 | 1 | 10 | 3 | function 5, generic 1, context 1 | 12 | 2.3 |');
  });

  it('says how much can be called, and how much of what later versions are for is left out', () => {
    expect(table([now, now])).toContain(
      'Of 20 symbols 6 (30.0 %) can be called; of those without a context, channel or iterator, 33.3 %.',
    );
  });

  it('reads back what it prints', () => {
    expect(readTable(table([now])).get('x.org/y@v1.0.0')).toEqual(now);
  });

  it('complains when fewer symbols can be called, or the module no longer builds', () => {
    const broken = row('x.org/y@v1.0.0', 1, undefined);
    expect(worse(now, broken)).toEqual(['x.org/y@v1.0.0: 0 symbols can be called, 3 could before']);
    expect(worse(broken, now)).toEqual([]);
    expect(worse(undefined, now)).toEqual([]);
  });
});
