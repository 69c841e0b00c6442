import { expect, test } from 'vitest';
import { InvalidArgumentError, lend } from '../../runtime/index.ts';
import { testModule } from '../../test/support/test-module.ts';

const m = await testModule('generics');

test('any JavaScript value goes through Go and keeps its identity', () => {
  const user = { name: 'a', team: 'x' };
  const fn = () => 1;
  const values = [user, fn, null, undefined, 1, -0, 'text', true, 5n, [1], new Date(0), m.NewCache()];
  expect(m.Map(values, (item: unknown) => item)).toEqual(values);
  m.Map(values, (item: unknown, i: number) => expect(item).toBe(values[i]));
  expect(m.First(values)).toBe(user);
  expect(m.Zero(user)).toEqual([undefined, false]);
  expect(() => m.First([])).toThrow('empty');
});

test('keys are compared as a Map compares them', () => {
  const a = { id: 1 };
  const b = { id: 1 };
  const groups = m.GroupBy(
    [
      { t: a, n: 1 },
      { t: b, n: 2 },
      { t: a, n: 3 },
    ],
    (x: { t: object }) => x.t,
  );
  expect(groups).toBeInstanceOf(Map);
  expect([...groups.keys()].sort()).toHaveLength(2);
  expect(groups.get(a).map((x: { n: number }) => x.n)).toEqual([1, 3]);
  expect(m.GroupBy(['aa', 'b', 'cc'], (s: string) => s.length)).toEqual(
    new Map([
      [2, ['aa', 'cc']],
      [1, ['b']],
    ]),
  );
  expect(m.Uniq([1, 1n, '1', a, b, a, null, null, undefined])).toEqual([1, 1n, '1', a, b, null, undefined]);
});

test('a plain object is a map with text for keys', () => {
  expect(m.Keys({ a: 1, b: 2 })).toBe(2);
  expect(m.Keys(new Map([[{}, 1]]))).toBe(1);
  expect(m.Keys([[1, 2]])).toBe(1);
  expect(() => m.Keys('ab')).toThrow('want plain object, Map or array of [key, value], got "ab"');
  expect(() => m.Keys([1])).toThrow('args[0][0]: want [key, value]');
});

test('what needs an order has instances for numbers, text and bigints', () => {
  expect(m.Max(1, 3.5, 2)).toBe(3.5);
  expect(m.Max('a', 'c', 'b')).toBe('c');
  expect(m.Max(1n, 2n ** 60n)).toBe(2n ** 60n);
  expect(() => m.Max({})).toThrow(InvalidArgumentError);
});

test('generic types hold any values', () => {
  const cache = m.NewCache();
  const key = { k: 1 };
  const value = { deep: [1, { x: 2 }] };
  cache.Add(key, value);
  cache.Add('text', 5);
  expect(cache.Get(key)).toEqual([value, true]);
  expect(cache.Get(key)[0]).toBe(value);
  expect(cache.Get({ k: 1 })).toEqual([undefined, false]);
  expect(cache.Len()).toBe(2);
  const evicted: unknown[] = [];
  cache.Evicted = (k: unknown, v: unknown) => evicted.push(k, v);
  cache.Remove(key);
  expect(evicted[0]).toBe(key);
  expect(evicted[1]).toBe(value);
  expect(cache).toBeInstanceOf(m.Cache);
  expect(m.Swap({ A: key, B: 2 })).toEqual({ A: 2, B: key });
  const stack = new m.Stack([1]);
  stack.Push(value);
  expect(stack.Pop()).toBe(value);
});

test('an instance that the API names has its own types', () => {
  const counts = m.Counts();
  expect(counts.Get('a')).toEqual([1, true]);
  expect(() => counts.Add('a', 'x')).toThrow(InvalidArgumentError);
});

test('a type of package reflect stands beside instances', () => {
  expect(m.AnyType().String()).toBe('interface {}');
});

test('what generic code gives as any value is what it was', () => {
  const value = { a: 1 };
  expect(m.Any(value)).toBe(value);
  expect(m.Any('x')).toBe('x');
  expect(m.Any(null)).toBeNull();
  expect(m.Any(undefined)).toBeNull(); // Go's nil
  const list = m.List(value, 1, null, test);
  expect(list).toEqual([value, 1, null, test]);
  expect(list[0]).toBe(value);
});

test('instances of one generic type have names of their own', () => {
  expect(m.Pairs()).toEqual([
    { A: 'a', B: 1 },
    { A: 2, B: 'b' },
  ]);
  const boxes = [...m.Boxes(), ...m.Halves(test)];
  expect(boxes.map((box) => box.constructor.name)).toEqual([
    'Box_int__string',
    'Box_int__string_',
    'Box_error_any',
    'Box_any_error',
  ]);
  expect(boxes.slice(0, 3).map((box) => box.Get())).toEqual([
    [1, ['a']],
    [2, null],
    [null, test],
  ]);
});

test('zero values of strings, numbers, bigints and booleans are what they are in Go', () => {
  expect(m.Compact(['', 'a', ''])).toEqual(['a']);
  expect(m.Compact([0, 1, -0])).toEqual([1]);
  expect(m.Compact([0n, 5n])).toEqual([5n]);
  expect(m.Compact([false, true])).toEqual([true]);
  expect([m.IsZero(''), m.IsZero(0), m.IsZero(0n), m.IsZero(false), m.IsZero(undefined)]).toEqual(Array(5).fill(true));
  expect([m.IsZero('a'), m.IsZero(1), m.IsZero(null), m.IsZero({})]).toEqual(Array(4).fill(false));
});

test('the zero value among values of several types is undefined', () => {
  const user = { name: '' };
  expect(m.Compact(['', 0, user, undefined, null])).toEqual(['', 0, user, null]);
  expect(m.Compact([user, ''])[0]).toBe(user);
  expect(m.Compact([])).toEqual([]);
});

test('values are looked for wherever they stand in the arguments', () => {
  const counts: number[] = [];
  const last = (...lists: unknown[]) => m.Last((n: number) => counts.push(n), ...lists);
  expect(last({ a: [] }, { b: ['x'] })).toBe('x');
  expect(last({ a: ['x'] }, new Map([['b', ['']]]))).toBe('');
  expect(last({ a: [1n] }, { b: null })).toBe(1n);
  expect(last({ a: [1] }, { b: ['x'] })).toBe('x');
  expect(last({ a: [] })).toBeUndefined();
  expect(counts).toEqual([0, 1, 1, 1, 1, 0, 1, 1, 0]);
});

test('a list comes back as an array, from a TypedArray too', () => {
  expect(m.Compact(new Float64Array([0, 1]))).toEqual([1]);
  expect(m.Compact(new BigInt64Array([0n, 1n]))).toEqual([1n]);
  expect(m.Compact(lend(new Float64Array([0, 1])))).toEqual([1]);
  expect(m.Compact(new Int8Array([0, 1]))).toEqual([0, 1]); // no instance for int8
});

test('numbers compare as in Go where all are numbers, as in a Map otherwise', () => {
  expect(m.Uniq([Number.NaN, Number.NaN, 1])).toEqual([Number.NaN, Number.NaN, 1]);
  expect(m.Uniq([Number.NaN, Number.NaN, 'a'])).toEqual([Number.NaN, 'a']);
  expect(m.Uniq([0, -0])).toEqual([0]);
  expect(m.GroupBy([1, 2], () => Number.NaN)).toEqual(new Map([[Number.NaN, [1, 2]]]));
});

test('what no instance takes is refused with the ones there are, and how to add one', () => {
  expect(() => m.Max({})).toThrow(
    'generics.Max: args[0]: want float64, got a plain object; generics.Max has the instances float64 | string | int64; ' +
      'in package.json "usegolib": { "instances": { "usegolib.test/modules/generics.Max": ["int"] } } adds one',
  );
  expect(() => m.Max()).toThrow('want at least 1 argument');
});

test('names of types are those of Go with any for any value', () => {
  const cache = m.NewCache();
  expect(cache.constructor.name).toBe('Cache');
  expect(cache.goType).toBe('*generics.Cache[any,any]');
  expect(() => cache.Get(Symbol('x'))).toThrow(
    'generics.Cache[any,any].Get: args[0]: want a value other than a symbol',
  );
  expect(() => m.Swap(m.NewCache())).toThrow('generics.Pair');
  expect(() => m.Cache.prototype.Len.call(new m.Stack([]))).toThrow(
    'want generics.Cache[any,any], as in x.Method(), got generics.Stack[any]',
  );
});

test('a generic interface is taken with the type arguments its implementations have', () => {
  const user = { name: 'a' };
  const sides = (f: unknown) =>
    m.Fold(
      f,
      (left: unknown) => ['left', left],
      (right: unknown) => ['right', right],
    );
  expect(sides(m.Left(user))).toEqual(['left', user]);
  expect(sides(m.Right(5n))).toEqual(['right', 5n]);
  expect(sides(m.Try(() => user))[1]).toBe(user);
  const error = new Error('no');
  expect(
    sides(
      m.Try(() => {
        throw error;
      }),
    ),
  ).toEqual(['left', error]);
  expect(() => sides(new m.Stack([]))).toThrow('does not implement generics.Foldable');
});

test('generic functions, interfaces and plain types take what JavaScript makes', () => {
  const users = [{ age: 3 }, { age: 30 }];
  const adult = (user: { age: number }) => user.age > 17;
  expect(m.Filter(users, adult)[0]).toBe(users[1]);
  const predicate = new m.Predicate(adult);
  expect(m.Filter(users, predicate.Not())).toEqual([users[0]]);
  const rests: unknown[] = [];
  const visitor = {
    Visit(user: unknown, rest: unknown[]) {
      rests.push(rest.length);
      return [user, rest.length > 0];
    },
  };
  expect(m.Walk(users, visitor)[0]).toBe(users[0]);
  expect(rests).toEqual([1, 0]);
});

test('a generic type whose keys want an order has an instance for each kind of key', () => {
  const user = { name: 'a' };
  const tree = m.Leaf(5, 'five', user).Put(m.Leaf(3, 3n)).Put(m.Leaf(7));
  expect(tree).toBeInstanceOf(m.Tree_float64_any);
  expect(tree.Values()).toEqual([3n, 'five', user]);
  expect(tree.Right.Key).toBe(7);
  expect(tree.Pairs[1]).toEqual({ A: 5, B: user });
  expect(m.Leaf('k')).toBeInstanceOf(m.Tree_string_any);
  expect(() => tree.Put(m.Leaf('k'))).toThrow('want generics.Tree[float64,any]');
});

test('a generic interface is given back to generic functions', () => {
  const network = m.NewNetwork((user: { name: string }) => user.name);
  const user = { name: 'a' };
  network.Put('a', user);
  network.Put('b', { name: 'b' });
  expect(network.Get('a')).toBe(user);
  expect(m.Reachable(network, 'b', () => true)).toEqual(['a']);
  expect(m.Reachable(network, 'c', (key: string) => key !== 'a')).toEqual(['b']);
  expect(network.Near().get('a')).toEqual(new Map([['a', { Source: 'a', Target: 'a' }]]));
  const other = m.NewNetwork((key: string) => key);
  other.Join(network);
  expect(other.Get('a')).toBe(user);
});

test('instances that no argument tells apart have names of their own', () => {
  const [numbers, texts, words] = [m.NewSorted(), m.NewSorted_string(), m.NewSorted_int64()];
  numbers.Add(2);
  expect([...numbers.Add(1.5)]).toEqual([1.5, 2]);
  texts.Add('b');
  expect(texts.Add('a')).toEqual(['a', 'b']);
  words.Add(2n ** 60n);
  expect([...words.Add(1)]).toEqual([1n, 2n ** 60n]);
  expect(m.NewSorted_float64()).toBeInstanceOf(m.Sorted_float64);
});
