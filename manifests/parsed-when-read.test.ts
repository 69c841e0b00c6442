import { expect, test } from 'vitest';
import { parsedWhenRead } from './parsed-when-read.ts';

const rows = [{ name: 'a' }, { name: 'b,\nc' }, { name: 'd' }];
const text = Buffer.from(rows.map((row) => JSON.stringify(row)).join(',\n'));

test('it is the array of what its lines say', () => {
  const all = parsedWhenRead<{ name: string }>(text);
  expect(all.length).toBe(3);
  expect(all[1]).toEqual({ name: 'b,\nc' });
  expect(all[3]).toBeUndefined();
  expect(all.map(({ name }) => name)).toEqual(['a', 'b,\nc', 'd']);
  expect(all.find(({ name }) => name === 'd')).toBe(all[2]);
  expect([...all]).toEqual(rows);
  expect(JSON.stringify(all)).toBe(JSON.stringify(rows));
  expect(parsedWhenRead(Buffer.alloc(0))).toHaveLength(0);
});

test('a line that nobody reads is not parsed, and one that is read, once', () => {
  const all = parsedWhenRead<object>(Buffer.from('{"a":1},\nno JSON,\n{"b":"…"}'));
  expect(all[0]).toBe(all[0]);
  expect(all[2]).toEqual({ b: '…' });
  expect(() => all[1]).toThrow(SyntaxError);
});

test('nothing can be written', () => {
  const all = parsedWhenRead<object>(text);
  expect(() => all.push({})).toThrow(TypeError);
  expect(() => {
    all[0] = {};
  }).toThrow(TypeError);
  expect(all).toHaveLength(3);
});
