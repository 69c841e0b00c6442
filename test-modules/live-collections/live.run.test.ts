import { expect, test } from 'vitest';
import { testModule } from '../../test/support/test-module.ts';

const m = await testModule('live-collections');

test('a map with methods is live', () => {
  const v = m.NewValues();
  v.Add('a', '1');
  v.set('b', ['2', '3']);
  expect(v.Get('a')).toBe('1');
  expect(v.get('b')).toEqual(['2', '3']);
  expect(v.get('c')).toBeUndefined();
  expect(v.has('a')).toBe(true);
  expect(v.size).toBe(2);
  expect(new Map(v)).toEqual(
    new Map([
      ['a', ['1']],
      ['b', ['2', '3']],
    ]),
  );
  v.delete('a');
  expect(m.Count(v)).toBe(1);
  expect(m.Count({ x: [], y: ['1'] })).toBe(2);
  expect(new m.Values({ q: ['z'] }).Get('q')).toBe('z');
});

test('a new map is empty and not nil: what Go puts into a copy of it is there', () => {
  const v = new m.Values();
  m.Fill(v);
  expect(v.Get('filled')).toBe('yes');
});

test('a slice with methods is live', () => {
  const p = new m.Path([3, 4]);
  expect(p.Length()).toBe(7);
  p.Push(5);
  expect(p.length).toBe(3);
  p.set(0, 1);
  expect([...p]).toEqual([1, 4, 5]);
  expect(p.at(9)).toBeUndefined();
  expect([...m.Sorted([3, 1, 2])]).toEqual([1, 2, 3]);
});
