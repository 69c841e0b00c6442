import { expect, test } from 'vitest';
import { moduleOf } from './module-of.ts';

const modules = ['example.org/a', 'example.org/a/v2', 'example.org/a/v2/inner'].map((path) => ({ path }));

test.each([
  ['example.org/a', 'example.org/a'],
  ['example.org/a/v1', 'example.org/a'],
  ['example.org/a/v2', 'example.org/a/v2'],
  ['example.org/a/v2/inner/deep', 'example.org/a/v2/inner'],
  ['example.org/a/v22', 'example.org/a'],
])('%s belongs to the module %s', (path, module) => {
  expect(moduleOf(modules, path)).toEqual({ path: module });
});

test('a path that no module begins belongs to none', () => {
  expect(moduleOf(modules, 'example.org/ab')).toBeUndefined();
});
