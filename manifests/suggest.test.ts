import { expect, it } from 'vitest';
import { suggest } from './suggest.ts';

it.each([
  ['nam', ['name', 'age'], 'did you mean "name"?'],
  ['Limt', ['Name', 'Limit'], 'did you mean "Limit"?'],
  ['LIMIT', ['Name', 'Limit'], 'did you mean "Limit"?'],
  ['x', ['a', 'b'], 'known are a, b'],
  ['zebra', [], 'it has none'],
  ['q', 'abcdefghijklmno'.split(''), 'known are a, b, c, d, e, f, g, h, i, j, k, l, … (15)'],
] as const)('%s among %j: %s', (unknown, known, text) => expect(suggest(unknown, known)).toBe(text));
