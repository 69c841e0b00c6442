import { expect, test } from 'vitest';
import { compareVersions, highest, must, textAt } from './read.ts';

test('versions are compared by their numbers', () => {
  expect(highest(['2.4', '2.28', '2.3.4'])).toBe('2.28');
  expect(compareVersions('12.0', '12')).toBe(0);
  expect(highest([])).toBe('0');
});

test('what is no number is later than every number: no old system has it', () => {
  expect(highest(['2.28', 'ABI_DT_RELR'])).toBe('ABI_DT_RELR');
  expect(compareVersions('ABI_DT_RELR', '2.28')).toBeGreaterThan(0);
});

test('text ends at its zero byte', () => {
  expect(textAt(Buffer.from('ab\0cd\0'), 3)).toBe('cd');
});

test('what does not hold is an error like reading beyond the end', () => {
  expect(() => must(false, 'no ELF file')).toThrow(RangeError);
  expect(() => Buffer.alloc(2).readUInt32LE(0)).toThrow(RangeError);
});
