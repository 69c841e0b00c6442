import { expect, test } from 'vitest';
import { InvalidArgumentError, UnsupportedSignatureError } from '../../runtime/index.ts';
import { testModule } from '../../test/support/test-module.ts';

const m = await testModule('hidden-types');

test('an instance for an unexported type is an object with methods', () => {
  const box = m.Wrap('a');
  expect(m.Unwrap(box)).toBe('node a');
  expect(box.Full()).toBe(true);
  expect(box.Get().Title()).toBe('node a');
  box.Set(m.One('b'));
  expect(m.Unwrap(box)).toBe('node b');
  expect(m.Innermost(m.Nest('c'))).toBe('node c');
});

test('so is one for an internal type', () => {
  const box = m.Ship(4);
  expect(m.Unpack(box)).toBe(4);
  box.Set(m.Ship(5).Get());
  expect(m.Unpack(box)).toBe(5);
  expect(() => m.Unpack(m.Wrap('a'))).toThrow(InvalidArgumentError);
});

test('slices, maps and arrays of instances travel', () => {
  const [list, byName, ends] = m.Pile('a', 'b');
  expect(m.Weigh(list, byName, ends)).toEqual(['node a', 'node b', 'node a', 'node b']);
  expect(m.Weigh([ends[1]], {}, ends)).toEqual(['node b', 'missing', 'node a', 'missing', 'node b', 'missing']);
  expect(m.Times(m.Enter('a', 2), m.Enter('b', 3))).toBe(5);
});

test('collections of such types travel as their elements do, or are objects for their methods', () => {
  const [row, index] = m.LineUp('a', 'b');
  expect(row.map((n: any) => n.Title())).toEqual(['node a', 'node b']);
  expect(m.Front(row, index)).toBe(1);
  expect(m.Front(row.reverse(), index)).toBe(2);
  const stack = m.Heap('a', 'b');
  expect([stack.Len(), m.Top(stack)]).toEqual([2, 'node b']);
  stack.Push(m.One('c'));
  expect([stack.Len(), m.Top(stack)]).toEqual([3, 'node c']);
});

test('numbers and bytes that only carry the type argument in their name are objects', () => {
  const [id, digest, mask] = m.Identify(3);
  expect(m.Verify(id, digest, mask)).toBe(true);
  expect(id.Next().Int()).toBe(4);
  expect(m.Verify(id.Next(), digest, mask)).toBe(false);
  expect(m.Zero.Next().Int()).toBe(1);
});

test('such a type for any value is a class', () => {
  const id = new m.ID(4);
  expect([id.Next().Int(), Number(id)]).toEqual([5, 4]);
});

test('a function of JavaScript is taken for an instance of a func type that Go does not hand out', () => {
  expect(m.Apply10((n: number) => n + 1)).toBe(11);
  expect(m.Sentence(m.Judges('good '), m.One('a'))).toBe('good node a');
});

test('interfaces, fields, variables and embedded instances hold them', () => {
  expect(m.IsFull(m.Keep('a'))).toBe(true);
  expect(m.IsFull(m.Wrap('a'))).toBe(true);
  const store = m.Open('a');
  expect([store.Get().Title(), store.Full(), store.Times, m.Unwrap(store.First)]).toEqual([
    'node a',
    true,
    3,
    'node a1',
  ]);
  store.Record = m.Enter('b', 8);
  store.First = m.Wrap('b1');
  store.Number = store.Number.Next();
  store.Rows = [m.Chain('x'), m.Chain('y', 'z')];
  expect([m.Times(store.Record), m.Unwrap(store.First), store.Number.Int()]).toEqual([8, 'node b1', 6]);
  expect(store.Rows.map((row: any[]) => row.length)).toEqual([1, 2]);
  m.Spares = [m.Spare, m.Enter('c', 5)];
  m.Spare = m.Enter('d', 1);
  expect(m.Times(m.Spare, ...m.Spares)).toBe(8);
});

test('records have fields of such types, and may be made of one', () => {
  const receipt = m.Bill('a', 3);
  expect(m.Paid(receipt)).toBe(true);
  expect(m.Paid({ ...receipt, No: receipt.No.Next() })).toBe(false);
  const [kept, shelf] = m.KeepIt('a');
  expect([kept.Value.Title(), kept.Times, m.IsKept(kept, shelf)]).toEqual(['node a', 1, true]);
  expect(m.IsKept({ Value: m.One('b') }, shelf)).toBe(false);
});

test('as any values they are objects, or their fields', () => {
  const [box, entry] = m.Anything('a');
  expect(m.Unwrap(box)).toBe('node a');
  expect([entry.Value.Title(), entry.Times]).toEqual(['node a', 1]);
});

test('instances whose constraint wants more than a type parameter offers travel as a whole', () => {
  const label = m.LabelNode('a');
  expect([m.ReadLabel(label), label.Text(), label.Self().Text()]).toEqual(['node a', 'node a', 'node a']);
  expect(m.ReadLabels(m.LabelMap('b'), 'b')).toBe('node b');
  expect(m.Ranks(...m.Rank(2))).toBe(true);
  expect(m.Ranks(m.Rank(2)[0], m.Rank(3)[1])).toBe(false);
  expect(m.Announced(...m.Announcer('a'))).toBe('the node a');
});

test('a constraint without a name is implemented by its methods', () => {
  const label = m.Label({ Title: () => 'mine' });
  expect(label.Text()).toBe('mine');
  expect(label.Of.Title()).toBe('mine');
  expect(new m.Labelled({ Of: m.One('a') }).Text()).toBe('node a');
  expect(m.Sum({ Count: () => 3 }, { Count: () => 4 })).toBe(7);
});

test('a function whose type argument cannot be written down says so', () => {
  expect(() => m.Longest(m.Chain('a'))).toThrow(UnsupportedSignatureError);
  expect(() => m.Longest(m.Chain('a'))).toThrow('its type argument []hidden.node cannot be written down');
  const joiner = { Join: (a: string | undefined, b: string) => (a ?? '') + b };
  expect(m.JoinAll(joiner, 'a', 'b')).toBe('ab');
});
