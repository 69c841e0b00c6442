import { expect, it } from 'vitest';
import { parseTxtar } from './txtar.ts';

it('splits a text into its comment and its files', () => {
  const { comment, files } = parseTxtar('# hi\nrun x\n-- a/b.go --\npackage b\n\n-- empty --\n-- c --\nx\n');
  expect(comment).toBe('# hi\nrun x\n');
  expect([...files]).toEqual([
    ['a/b.go', 'package b\n\n'],
    ['empty', ''],
    ['c', 'x\n'],
  ]);
});
