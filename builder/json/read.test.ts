import { expect, test } from 'vitest';
import { readJson } from './read.ts';

test.each([
  ['9007199254740993', 9007199254740993n],
  ['-9223372036854775808', -9223372036854775808n],
  ['[18446744073709551615, 1, 1.5, 1e300]', [18446744073709551615n, 1, 1.5, 1e300]],
  ['{"12345678901234567890": "12345678901234567890"}', { '12345678901234567890': '12345678901234567890' }],
  ['"a \\" 99999999999999999999"', 'a " 99999999999999999999'],
  ['null', null],
])('%s keeps its value', (text, value) => {
  expect(readJson(text)).toEqual(value);
});

test('what is no JSON is an error of JSON', () => {
  expect(() => readJson('{a: 1}')).toThrow(SyntaxError);
  expect(() => readJson('99999999999999999999x')).toThrow(SyntaxError);
});
