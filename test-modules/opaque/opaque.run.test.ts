import { expect, test } from 'vitest';
import { InvalidArgumentError, UnsupportedSignatureError } from '../../runtime/index.ts';
import { testModule } from '../../test/support/test-module.ts';

const m = await testModule('opaque');

test('options travel Go → JS → Go', () => {
  expect(m.New().Port()).toBe(80);
  expect(m.New(m.WithPort(1), m.WithPort(8080)).Port()).toBe(8080);
  expect(m.New((server: any) => expect(server.Port()).toBe(80)).Port()).toBe(80);
  expect(() => m.New(5)).toThrow(InvalidArgumentError);
});

test('values of unexported types are objects', () => {
  const h = m.Hidden(7);
  expect(h.Number()).toBe(7);
  expect(m.Reveal(h)).toBe(7);
  expect(() => m.Reveal(m.New())).toThrow(InvalidArgumentError);
});

test('what is skipped says why when it is called', () => {
  expect(() => m.Walk(() => true)).toThrow(UnsupportedSignatureError);
  expect(() => m.Walk(() => true)).toThrow(/chan int/);
});
