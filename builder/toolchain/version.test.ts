import { expect, test } from 'vitest';
import { compareGo } from './version.ts';

test('versions are ordered as Go orders them', () => {
  const ordered = ['1.9', '1.21beta1', '1.21rc1', '1.21rc2', '1.21', '1.21.1', '1.21.10', '1.26.8', '1.27rc1', '1.27'];
  expect([...ordered].reverse().sort(compareGo)).toEqual(ordered);
  expect(compareGo('1.26', '1.26.0')).toBe(0);
  expect(compareGo('go1.26.8', '1.26.8')).toBe(0);
  expect(() => compareGo('devel', '1.26')).toThrow('"devel" is not a Go version');
});
