import { expect, test } from 'vitest';
import { UnsupportedSignatureError } from '../../runtime/index.ts';
import { testModule } from '../../test/support/test-module.ts';

const m = await testModule('c-types');

test('a package with C in it is compiled and called', () => {
  expect(m.Twice(21)).toBe(42);
});

test('a function that mentions a type of C is a skip', () => {
  expect(() => m.Raw(1)).toThrow(UnsupportedSignatureError);
});
