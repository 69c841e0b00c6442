import { expect, test } from 'vitest';
import { testModule } from '../../test/support/test-module.ts';

const m = await testModule('names');

test('parameters and results called like words of JavaScript are of no consequence', () => {
  expect(m.Reserved(1, 2, 3, 'a', 'b')).toEqual([6, 'a']);
  expect(m.Blank(1, 2)).toBe(2);
});

test('an unexported type called like a word has an object', () => {
  expect(m.Hidden().Number()).toBe(7);
  expect(m.class).toBeUndefined();
});

test('keys that JavaScript gives a meaning are plain data', async () => {
  const keys = { then_: 'a', __proto___: 'b', toJSON: 'c', constructor: 'd', 'a-b': 'e', "it's": 'f' };
  const back = m.EchoKeys(keys);
  expect(back).toEqual(keys);
  expect(Object.getPrototypeOf(back)).toBe(Object.prototype);
  expect(await back).toBe(back);
  expect(m.EchoKeys({ Then: 'a', Proto: 'b' })).toMatchObject({ then_: 'a', __proto___: 'b' });
});

test('a record without a key has no inherited one', () => {
  expect(m.EchoKeys({}).constructor).toBe('');
  expect(m.EchoKeys({}).toJSON).toBe('');
});

test('names that differ only by case are different', () => {
  expect([m.ABC(), m.Abc()]).toEqual(['ABC', 'Abc']);
  const both = { URL: 'a', Url: 'b', ID: 'c', id: 'd' };
  expect(m.EchoCase(both)).toEqual(both);
  expect(m.EchoCase({ Id: 'c', ID_: 'd' })).toEqual({ URL: '', Url: '', ID: 'c', id: 'd' });
});

test('a tag called like a method or another field does not hide it', () => {
  const tagged = m.NewTagged({ String: 'tag', Other: 'other' });
  expect(tagged.Name).toBe('tag');
  expect(tagged.Other).toBe('other');
  expect(tagged.String()).toBe('tag,other');
  expect(m.NewTagged({ Name: 'name' }).Name).toBe('name');
});

test('types called like globals of JavaScript are Go’s, and the globals are JavaScript’s', () => {
  const [time, map, record, error, bytes, own] = m.Globals({ Year: 1 }, { Size: 2 }, { Code: 3 }, { Name: 'p' });
  expect(time).toBeInstanceOf(Date);
  expect(map).toEqual(new Map([[2, 'size']]));
  expect({ ...record }).toEqual({ r: { Key: 'k' } });
  expect(error).toBeNull();
  expect(bytes).toEqual(Uint8Array.of(1));
  expect(own).toEqual({ Name: 'p' });
  expect([...new m.List([{ Mark: 'x' }])]).toEqual([{ Mark: 'x' }]);
  expect(new m.Date({ Year: 5 })).toEqual({ Year: 5 });
  expect([m.NaN, m.Infinity, m.Object]).toEqual([1, 'no end', 3]);
});

test('two packages of one name, and one called like a word, stand side by side', () => {
  expect(m.Twins({ Left: 'l' }, { Right: 'r' }, { Text: 'd' })).toBe('lrd');
  const base = 'usegolib.test/modules/names';
  expect(new m.types[`${base}/left`].Side()).toEqual({ Left: '' });
  expect(new m.types[`${base}/delete`].Mark()).toEqual({ Text: '' });
});

test('names beyond ASCII are names', () => {
  expect(m.Ärger(4)).toBe(4);
});

test('nothing of the module is taken for a promise', async () => {
  expect(await m).toBe(m);
});
