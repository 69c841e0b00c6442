import { expect, it } from 'vitest';
import { testModule } from '../../test/support/test-module.ts';

const m = await testModule('callback-results');

it('a function gives several results of several types', () => {
  expect(m.Ask(() => [['a', 'b'], [1, 2], true])).toBe('[a b] [1 2] true');
});

it('a method gives several results of several types', () => {
  expect(m.Describe({ Field: () => [['a'], 1, true] })).toBe('[a] 1 true');
});
