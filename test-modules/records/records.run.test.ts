import { expect, test } from 'vitest';
import { InvalidArgumentError, ref } from '../../runtime/index.ts';
import { testModule } from '../../test/support/test-module.ts';

const m = await testModule('records');
const ada = { id: 1n, name: 'Ada', age: 36, home: { X: 1, Y: 2 }, tags: ['a'], meta: { k: 'v' }, __proto___: 'p' };

test('a record is copied by its keys: msgpack tag, json tag, Go name', () => {
  const got = m.Echo(ada);
  expect(got.meta).toEqual({ k: 'v' });
  expect({ ...got, meta: { ...got.meta } }).toEqual(ada);
});

test('absent keys are the zero value, null is nil', () => {
  const got = m.Echo({});
  expect(got.age).toBeNull();
  expect(got.home).toBeNull();
  expect(got.name).toBe('');
  expect(m.EchoPtr(null)).toBeNull();
});

test('literals accept the Go name and the other tag; a name given twice and an unknown one are refused', () => {
  expect(m.Echo({ Name: 'B', address: { X: 3, Y: 4 } })).toMatchObject({ name: 'B', home: { X: 3, Y: 4 } });
  expect(() => m.Echo({ name: 'a', Name: 'b' })).toThrow(InvalidArgumentError);
  expect(() => m.Echo({ nam: 'a' })).toThrow(/did you mean/i);
});

test('a getter that calls Go while a record is encoded uses the next lane', () => {
  const p = {
    get X() {
      return m.Mirror({ X: 5, Y: 6 }).X;
    },
    Y: 1,
  };
  expect(m.Mirror(p)).toEqual({ X: 1, Y: 6 });
});

test('many records cross at once', () => {
  const many = Array.from({ length: 5000 }, (_, i) => ({ ...ada, id: BigInt(i) }));
  expect(m.Many(many)[4999].id).toBe(4999n);
});

test('ref gives Go a pointer to write through', () => {
  const p = ref(m.Point, { X: 1, Y: 2 }) as { value: unknown; dispose(): void };
  m.Grow(p);
  expect(p.value).toEqual({ X: 2, Y: 4 });
  p.value = { X: 10, Y: 0 };
  m.Grow(p);
  expect(p.value).toEqual({ X: 20, Y: 0 });
  p.dispose();
});

test('anonymous structs and new', () => {
  expect(m.Anonymous({ A: 'x', B: 'y' })).toBe('xy');
  expect(new m.Point({ X: 3 })).toEqual({ X: 3, Y: 0 });
});
