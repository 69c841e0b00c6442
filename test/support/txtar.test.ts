import { expect, it } from 'vitest';
import { parseTxtar, printTxtar } from './txtar.ts';

it('splits a text into its comment and its files', () => {
  const { comment, files } = parseTxtar('# hi\nrun x\n-- a/b.go --\npackage b\n\n-- empty --\n-- c --\nx\n');
  expect(comment).toBe('# hi\nrun x\n');
  expect([...files]).toEqual([
    ['a/b.go', 'package b\n\n'],
    ['empty', ''],
    ['c', 'x\n'],
  ]);
});

it('prints what it read', () => {
  const text = '# hi\nrun x\n-- a/b.go --\npackage b\n\n-- empty --\n-- c --\nx\n';
  expect(printTxtar(parseTxtar(text))).toBe(text);
});
