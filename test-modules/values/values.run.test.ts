import { expect, test } from 'vitest';
import { InvalidArgumentError } from '../../runtime/index.ts';
import { testModule } from '../../test/support/test-module.ts';

const m = await testModule('values');

test('value objects are interned and have methods', () => {
  expect(m.Mix(m.Red, m.Green)).toBe(m.Green);
  expect(m.Mix(1, 1)).toBe(m.Blue);
  expect(m.Blue.String()).toBe('blue');
  expect(`${m.Blue}`).toBe('blue');
  expect(m.Blue.valueOf()).toBe(2);
});

test('scalar arrays with a text form', () => {
  const id = m.NewID('abcd');
  expect(id.String()).toBe('abcd');
  expect(m.First('abcd')).toBe(97);
  expect(m.First(id)).toBe(97);
  expect(m.ID.from('wxyz').String()).toBe('wxyz');
  expect(JSON.stringify({ id })).toBe('{"id":"abcd"}');
  expect(() => m.First('too long')).toThrow(InvalidArgumentError);
});

test('named types without methods are their underlying value', () => {
  expect(m.Warmer(20.5)).toBe(21.5);
});

test('constants are exact', () => {
  expect(m.Answer).toBe(42);
  expect(m.Big).toBe(2n ** 62n);
  expect(m.Enormous).toBe(2n ** 100n);
  expect(m.Vast).toBe(10n ** 400n);
  expect(m.Complex).toEqual({ re: 1.5, im: -2 });
  expect(m.NotText).toEqual(Uint8Array.of(0xff, 0));
  expect(m.Pi).toBe(3.14159);
  expect(m.Greeting).toBe('hello');
  expect(m.Yes).toBe(true);
  expect(m.Typed).toBe(7n);
  expect(m.Letter).toBe(120);
});
