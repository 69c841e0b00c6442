import { expect, test } from 'vitest';
import type { Package, Type } from '../manifests/schema.ts';
import { sampleManifest } from '../test/support/manifest.ts';
import { summarize } from './summary.ts';

test('counts what can be called, and skipped members by reason, the most frequent first; a promoted one once', () => {
  const members = [{ name: 'C', pos: '', go: '' }];
  const packages: Package[] = [
    {
      path: 'example.org/shop',
      name: 'shop',
      bound: true,
      functions: [
        { name: 'A', fn: 16 },
        { name: 'B', fn: 17 },
      ],
      skips: [
        { reason: 'generic', detail: '', members },
        { reason: 'function', detail: '', on: ['T', 'W'], members },
      ],
    },
    { path: 'io', name: 'io' },
  ];
  const types: Type[] = [
    { kind: 'int' },
    { kind: 'class', pkg: 0, name: 'T', of: 'struct', goType: 'shop.T', methods: [{ name: 'M', fn: 18 }] },
    { kind: 'class', pkg: 1, name: 'W', of: 'interface', goType: 'io.W' },
  ];
  const manifest = sampleManifest({
    schema: { packages, types },
    skips: [{ package: 'example.org/shop/cmd', reason: 'main-package', detail: '' }],
  });
  const summary = summarize(manifest);
  expect(summary).toEqual({
    modules: ['example.org/shop@v1.2.3'],
    packages: 1,
    callable: 3,
    skipped: { function: 2, generic: 1, 'main-package': 1 },
    bytes: 12,
  });
  expect(Object.keys(summary.skipped)[0]).toBe('function');
});
