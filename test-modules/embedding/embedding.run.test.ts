import { expect, test } from 'vitest';
import { InvalidArgumentError, snapshot } from '../../runtime/index.ts';
import { testModule } from '../../test/support/test-module.ts';

const m = await testModule('embedding');

test('promoted fields are read and assigned like own ones', () => {
  const page = new m.Page({ ID: 1, Title: 't', Over: 2 });
  expect([page.ID, page.Title, page.Over]).toEqual([1, 't', 2]);
  page.ID = 5;
  expect(page.Base.ID).toBe(5);
});

test('a field behind an embedded pointer is reached when the pointer is set', () => {
  const page = new m.Page({ Extra: new m.Extra({ Size: 3 }) });
  expect(page.Size).toBe(3);
  page.Size = 4;
  expect(page.Extra.Size).toBe(4);
});

test('a name that two embedded structs have at one depth is none', () => {
  const page = new m.Page();
  expect('Both' in page).toBe(false);
  expect(() => new m.Page({ Both: 'x' })).toThrow(InvalidArgumentError);
});

test('a method hides the promoted field of its name', () => {
  expect(new m.Page({ Title: 't', Extra: new m.Extra({ Name: 'n' }) }).Name()).toBe('page t');
  expect(() => new m.Page({ Name: 'x' })).toThrow(InvalidArgumentError);
});

test('a shallower field hides a deeper one', () => {
  const outer = new m.Outer({ ID: 'inner', Title: 7 });
  expect([outer.ID, outer.Title]).toEqual(['inner', 7]);
  expect([outer.Inner.Base.ID, outer.Inner.Base.Title]).toEqual([0, '']);
});

test('fields of an embedded struct that is not exported are promoted all the same', () => {
  expect(m.Sum({ X: 1, Y: 2, Z: 3 })).toBe(6);
  expect(new m.Point({ X: 4 }).X).toBe(4);
});

test('a snapshot flattens what is embedded by value, and keeps what is behind a pointer as one field', () => {
  const page = new m.Page({ ID: 1, Title: 't', Over: 2, Extra: new m.Extra({ Size: 3 }) });
  const { Extra, ...rest } = snapshot(page) as any;
  expect(rest).toEqual({ ID: 1, Title: 't', Over: 2 });
  expect(Extra).toBe(page.Extra);
  expect(snapshot(new m.Page())).toEqual({ ID: 0, Title: '', Over: 0, Extra: null });
  expect(snapshot(new m.Outer({ ID: 'inner', Title: 7 }))).toEqual({ ID: 'inner', Title: 7, Both: '', Over: '' });
});
