import { expect, test } from 'vitest';
import { testModule } from '../../test/support/test-module.ts';

const m = await testModule('standard');

test('time keeps nanoseconds and zone', () => {
  const t = m.Moment();
  expect(t).toBeInstanceOf(Date);
  expect(t.getTime()).toBe(Date.UTC(2026, 0, 2, 2, 4, 5, 678));
  expect(t.nanosecond).toBe(678901234);
  expect(t.zone).toBe('XYZ');
  expect(t.offset).toBe(60);
  expect(m.Time(t).nanosecond).toBe(678901234);
  const d = new Date(1e12);
  expect(m.Time(d).getTime()).toBe(1e12);
  expect(m.Later(null)).toBeNull();
});

test('durations are milliseconds', () => {
  expect(m.Duration(1500)).toBe(1500);
  expect(m.Duration(0.000001)).toBe(0.000001);
  expect(m.Duration('1h30m')).toBe(5_400_000);
  expect(m.Duration(Infinity)).toBe(Infinity);
  expect(m.Duration(5_000_000n)).toBe(5);
});

test('big numbers, JSON and SQL values', () => {
  expect(m.BigInt(2n ** 200n)).toBe(2n ** 200n);
  expect(m.BigInt(-5)).toBe(-5n);
  expect(m.BigInt(null)).toBeNull();
  expect(m.BigValue(-(2n ** 70n))).toBe(-(2n ** 70n));
  expect(m.Rat('1/3')).toBe('1/3');
  expect(m.JSON({ a: [1, null] })).toEqual({ a: [1, null] });
  expect(m.Number('1.50')).toBe('1.50');
  expect(m.Null(null)).toBeNull();
  expect(m.Null('x')).toBe('x');
});

test('objects of other packages have their methods', () => {
  const u = m.Parse('https://user@example.test/p?q=1');
  expect(u.Host).toBe('example.test');
  expect(u.Hostname()).toBe('example.test');
  expect(u.Query).toThrow(/net\/url/); // url.Values is not bound: nothing here names it
  expect(u.String()).toBe('https://user@example.test/p?q=1');
});

test('types of packages that are not bound are reached through the module', () => {
  const { URL } = m.types['net/url'];
  const u = m.Parse('https://example.test');
  expect(u).toBeInstanceOf(URL);
  expect(u.as(URL)).toBe(u);
  expect(new URL({ Host: 'go.dev' }).Host).toBe('go.dev');
});
