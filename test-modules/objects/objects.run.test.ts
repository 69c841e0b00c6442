import { expect, test } from 'vitest';
import { DisposedError, InvalidArgumentError, scope, snapshot } from '../../runtime/index.ts';
import { testModule } from '../../test/support/test-module.ts';

const m = await testModule('objects');

test('an object keeps its state in Go, and its identity', () => {
  const c = m.NewCounter(5);
  expect(c).toBeInstanceOf(m.Counter);
  expect(c.Add(2)).toBe(7);
  expect(c.Self()).toBe(c);
  expect(m.Same(c, c.Self())).toBe(true);
  expect(m.Same(c, m.NewCounter(5))).toBe(false);
  expect(m.None()).toBeNull();
});

test('a value is a private copy each time', () => {
  const c = m.NewCounter(1);
  const copy = c.Copy();
  expect(copy).not.toBe(c.Copy());
  c.Add(10);
  expect(m.Total(copy)).toBe(1);
  expect(m.Total(c)).toBe(11);
});

test('promoted methods and fields work', () => {
  const c = m.NewCounter(0);
  c.N = 4;
  c.Double();
  expect(c.N).toBe(8);
  expect(c.Inner.N).toBe(8);
  expect(c.Inner).toBe(c.Inner);
  c.Inner.Double();
  expect(c.N).toBe(16);
});

test('literals make objects, nested ones too', () => {
  expect(m.Configure({ Name: 'a', Limit: 2, Inner: { N: 3 } })).toBe('a/2/3');
  expect(m.ConfigureValue({ Name: 'b' })).toBe('b/0/0');
  expect(m.ConfigureValue({})).toBe('/0/0');
  expect(() => m.ConfigureValue(null)).toThrow(InvalidArgumentError);
  expect(() => m.Configure({ Nam: 'a' })).toThrow(/Name/);
});

test('new makes a live object; its fields are accessors', () => {
  const o = new m.Options({ Name: 'n' });
  o.Limit = 9;
  o.Next = new m.Options({ Name: 'next' });
  expect(o.Describe()).toBe('n/9/0');
  expect(o.Next.Name).toBe('next');
  expect(snapshot(o)).toMatchObject({ Name: 'n', Limit: 9 });
  expect(() => {
    o.Limit = 'x';
  }).toThrow(InvalidArgumentError);
});

test('a package variable is live', () => {
  expect(m.Default.Name).toBe('default');
  m.Default.Limit = 4;
  expect(m.Default.Limit).toBe(4);
  m.Default = { Name: 'other' };
  expect(m.Default.Name).toBe('other');
});

test('use after dispose is a typed error, twice is none', () => {
  const c = m.NewCounter(1);
  c.dispose();
  c.dispose();
  expect(() => c.Add(1)).toThrow(DisposedError);
  expect(() => m.Same(c, c)).toThrow(DisposedError);
});

test('scope frees what it made, except what it returns', () => {
  let inner: { Add(n: number): number } | undefined;
  const kept = scope(() => {
    inner = m.NewCounter(1);
    return m.NewCounter(2);
  });
  expect(kept.Add(1)).toBe(3);
  expect(() => inner?.Add(1)).toThrow(DisposedError);
});

test('wrong receivers and arguments are refused', () => {
  expect(() => m.Counter.prototype.Add.call({}, 1)).toThrow();
  expect(() => m.Total(new m.Options())).toThrow(InvalidArgumentError);
  expect(m.Counters(1000)).toHaveLength(1000);
});
