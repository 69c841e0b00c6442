import { expect, test } from 'vitest';
import { InvalidArgumentError } from '../../runtime/index.ts';
import { testModule } from '../../test/support/test-module.ts';

const m = await testModule('hidden-types');

test('slices of unnamed types come as arrays of objects and go back', () => {
  const all = m.Chain('a', 'b');
  expect(all.map((n: any) => n.Title())).toEqual(['node a', 'node b']);
  expect(m.Titles(all.reverse())).toEqual(['node b', 'node a']);
  expect(m.Titles([])).toEqual([]);
  expect(m.Titles(null)).toEqual([]);
});

test('an element that is a pointer keeps its identity', () => {
  const [a] = m.Chain('a');
  a.Rename('z');
  expect(m.Titles([a, a])).toEqual(['node z', 'node z']);
});

test('values are copied one by one', () => {
  const [a, b] = m.Copies('a', 'b');
  expect(m.Spread('- ', a, b, m.One('c'))).toEqual(['- node a', '- node b', '- node c']);
  expect(m.Spread('- ')).toEqual([]);
});

test('maps have them as elements and as keys', () => {
  const [a, b] = m.Chain('a', 'b');
  const byName = m.ByName(a, b);
  expect(byName.b).toBe(b);
  expect(m.Names({ ...byName, c: a })).toEqual(['a=a', 'b=b', 'c=a']);
  const counts = m.Counts(a, b);
  expect(counts.get(b)).toBe(2);
  expect(m.Count(counts, b)).toBe(2);
  expect(m.Count(new Map([[a, 7]]), a)).toBe(7);
});

test('arrays, nested types, named slices and pointers to slices work too', () => {
  expect(m.First(m.Two(m.One('x'), m.One('y'))).Title()).toBe('node x');
  expect(() => m.First([m.One('x')])).toThrow(InvalidArgumentError);
  const deep = m.Deep('d');
  expect(deep.d.map((row: any[]) => row.map((n) => n.Title()))).toEqual([['node d0'], ['node d1', 'node d2']]);
  expect(m.Titles(m.Flatten(deep))).toEqual(['node d0', 'node d1', 'node d2']);
  expect(m.Length(m.NewList('a', 'b'))).toBe(2);
  expect(m.Maybe()).toBeNull();
  expect(m.Size(m.Maybe('a'))).toBe(1);
  expect(m.Size(null)).toBe(-1);
});

test('fields of objects and records, variables and literals hold them', () => {
  const [a, b, c] = m.Chain('a', 'b', 'c');
  const tree = new m.Tree({ Root: a, Leafs: [b] });
  expect(tree.Root).toBe(a);
  expect(tree.Grow(c).LeafTitles()).toEqual(['node b', 'node c']);
  tree.Leafs = [a];
  expect(tree.LeafTitles()).toEqual(['node a']);
  const swapped = m.Swap({ Left: a, Other: [m.One('o')] });
  expect([swapped.Left.Title(), swapped.Other[0].Title()]).toEqual(['node o', 'node a']);
  m.Nodes = [b];
  expect(m.Nodes[0]).toBe(b);
});

test('functions and options over unnamed types travel', () => {
  expect(m.Apply(m.One('a'), ...m.Rename('b'))).toBe('b');
  expect(m.Plant(m.WithRoot('r')).Root.Title()).toBe('node r');
  expect(m.Plant().Root).toBeNull();
});

test('an object of another type is refused', () => {
  expect(() => m.Titles([new m.Tree()])).toThrow(InvalidArgumentError);
  expect(() => m.Plant(new m.Tree())).toThrow(InvalidArgumentError);
});

test('a function of JavaScript is taken for a func type without a name', () => {
  expect(m.Pick(['a', 'b', 'ab'], (name: string) => name.includes('a'))).toEqual(['a', 'ab']);
  const [a, b] = m.Chain('a', 'b');
  expect(new m.Tree({ Leafs: [a, b] }).PickLeafs((name: string) => name === 'node b')).toEqual(['node b']);
  const value = {};
  expect(m.Force(() => value)).toBe(value);
});

test('the methods of an unexported generic type give it again', () => {
  const user = { name: 'a' };
  const choose = (of: unknown) =>
    m
      .Choose(of)
      .Case(1, 'one')
      .Case('two', user)
      .CaseF(user, () => 3);
  expect(choose(1).Default(null)).toBe('one');
  expect(choose('two').Default(null)).toBe(user);
  expect(choose(user).Default(null)).toBe(3);
  expect(choose({}).Default(null)).toBeNull();
});

test('the methods of an unexported type take it, give it and fail', () => {
  const query = new m.Table({ Name: 't' }).Where('a');
  expect(query.And('b', 'c').Text()).toBe('t a b c');
  expect(query.And('d')).toBe(query);
  expect(query.Or(new m.Table({ Name: 'u' }).Where('x')).Text()).toBe('t a b c d u x');
  expect(() => query.And()).toThrow('and what?');
  expect(() => query.Or(m.One('a'))).toThrow(InvalidArgumentError);
});

test('a constant of an unexported type is an object that Go takes back', () => {
  expect([m.Low.Int(), m.High.Int(), m.Raise(m.High).Int()]).toEqual([1, 2, 3]);
  expect(m.Say(m.Word)).toBe('hm');
  expect(() => m.Raise(m.Word)).toThrow(InvalidArgumentError);
});
