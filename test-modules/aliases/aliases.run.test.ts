import { expect, test } from 'vitest';
import { testModule } from '../../test/support/test-module.ts';

const m = await testModule('aliases');

test('an internal struct is a class under its alias', () => {
  const engine = new m.Engine({ Label: 'v8' });
  expect(engine).toBeInstanceOf(m.Engine);
  expect(m.Engine.name).toBe('Engine');
  expect(m.Motor).toBe(m.Engine);
  engine.Label = 'v6';
  expect(engine.Start()).toBe('v6 runs');
  expect(m.New('v12')).toBeInstanceOf(m.Engine);
  expect(engine.Same(engine)).toBe(engine);
});

test('it takes literals, and its methods may name other internal types', () => {
  expect(m.Inspect({ Label: 'one' })).toEqual({ Name: 'one', Count: 0 });
  expect(m.New('two', { Name: 'p', Count: 2 }).Parts()).toEqual([{ Name: 'p', Count: 2 }]);
});

test('a record, a value, a slice, a map and an interface have names too', () => {
  expect(new m.Item({ Name: 'p' })).toEqual({ Name: 'p', Count: 0 });
  expect(new m.Chain()).toEqual({ Name: '', Count: 0 });
  const high = m.Raise(0);
  expect(high).toBeInstanceOf(m.Grade);
  expect(high.String()).toBe('high');
  expect(m.Join(['a', 'b'])).toBe('a b');
  expect(m.Sum(new m.Count({ a: 1, b: 2 }))).toBe(3);
  expect(m.Start(m.New('x'))).toBe('x runs');
  expect(m.New('x')).not.toBeInstanceOf(m.Runner);
});

test('functions over internal types travel', () => {
  expect(m.Notify(null, m.Watch(1)).String()).toBe('high');
});

test('instances of generic types that have an alias are bound', () => {
  const set = m.Letters('abc');
  expect(set).toBeInstanceOf(m.Strings);
  expect([set.Has('a'), set.Has('z')]).toEqual([true, false]);
  const own = new m.Strings();
  own.Add('q');
  expect(own.Has('q')).toBe(true);
  const entry = m.Label('k', { Name: 'p', Count: 1 });
  expect(entry).toEqual({ First: 'k', Second: { Name: 'p', Count: 1 } });
  expect(m.Last([entry, { First: 'last' }])).toEqual({ First: 'last', Second: { Name: '', Count: 0 } });
  expect(m.Boxed(0)).toBeInstanceOf(m.Local);
  expect(m.Boxed(0).Value().String()).toBe('low');
});

test('an alias may export an unexported type, or name a type of another package', () => {
  expect(m.Show(4)).toBeInstanceOf(m.Shown);
  expect(m.Show(4).Secret()).toBe(4);
  const text = m.Write('hi');
  expect(text).toBeInstanceOf(m.Text);
  expect(text.String()).toBe('hi');
  expect(m.Year(new Date(Date.UTC(2020, 5, 1)))).toBe(2020);
});

test('without any name a type is an object all the same', () => {
  expect(m.Bare(3).Get()).toBe(3);
});
