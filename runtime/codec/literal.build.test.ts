import { runInNewContext } from 'node:vm';
import { beforeEach, describe, expect, it } from 'vitest';
import { caught } from '../../test/support/refused.ts';
import { testModule } from '../../test/support/test-module.ts';
import { snapshot } from '../index.ts';

const [r, o, c] = await Promise.all(['records', 'objects', 'collections'].map(testModule));

describe('a record is taken from', () => {
  it.each([
    ['a plain object', { X: 1, Y: 2 }],
    ['one without a prototype', Object.assign(Object.create(null), { X: 1, Y: 2 })],
    ['one that inherits', Object.create({ X: 1, Y: 2 })],
    ['one with symbols', { X: 1, Y: 2, [Symbol('s')]: 3 }],
    ['a frozen one', Object.freeze({ X: 1, Y: 2 })],
    [
      'an object of a class',
      new (class {
        X = 1;
        get Y() {
          return 2;
        }
      })(),
    ],
  ])('%s', (_, value) => expect(r.Mirror(value)).toEqual({ X: 2, Y: 1 }));

  it('one whose absent keys are undefined', () => {
    expect(r.Mirror({ X: undefined, Y: 2 })).toEqual({ X: 2, Y: 0 });
    expect(r.Mirror({ X: undefined })).toEqual({ X: 0, Y: 0 });
  });

  it('what new made of other names of its keys', () => {
    expect(new r.Person({ Name: 'n', address: { X: 1, Y: 2 } })).toMatchObject({ name: 'n', home: { X: 1, Y: 2 } });
    expect(r.Echo(new r.Person({ Name: 'n' }))).toMatchObject({ name: 'n', id: 0n });
  });

  it('no object of a class with an unknown key, even if as many getters make up for it', () => {
    class Wrong {
      Z = 1;
      get X() {
        return 5;
      }
    }
    expect(caught(() => r.Mirror(new Wrong())).code).toBe('ARGUMENT_KEY');
  });
});

describe('what says nothing is no literal', () => {
  it.each([
    ['a URL', new URL('https://go.dev'), 'a URL'],
    ['an object of an empty class', new (class Nothing {})(), 'a Nothing'],
    ['a WeakMap', new WeakMap(), 'a WeakMap'],
    ['a Map of another realm', runInNewContext('new Map([["X", 1]])'), 'a Map'],
    ['a Date of another realm', runInNewContext('new Date()'), 'a Date'],
  ])('%s', (_, value, what) => {
    expect(caught(() => r.Mirror(value)).message).toBe(`records.Mirror: args[0]: want records.Point, got ${what}`);
    expect(caught(() => o.Configure(value)).code).toBe('ARGUMENT_TYPE');
    expect(caught(() => c.Counts(value)).message).toBe(
      `collections.Counts: args[0]: want plain object or Map, got ${what}`,
    );
  });

  it.each([
    ['a plain object', {}],
    ['one without a prototype', Object.create(null)],
    ['one of another realm', runInNewContext('({})')],
    [
      'one of a class whose field is undefined',
      new (class {
        X = undefined;
      })(),
    ],
  ])('but %s is the zero value', (_, value) => expect(r.Mirror(value)).toEqual({ X: 0, Y: 0 }));
});

describe('a getter runs once', () => {
  let runs: string[] = [];
  beforeEach(() => {
    runs = [];
  });
  const counted = (name: string, value: unknown) => {
    runs.push(name);
    return value;
  };
  it.each<[what: string, value: object, read: string[]]>([
    [
      'of a plain object',
      {
        get X() {
          return counted('X', 1);
        },
        Y: 2,
      },
      ['X'],
    ],
    [
      'beside an absent key',
      {
        get X() {
          return counted('X', 1);
        },
        Y: undefined,
      },
      ['X'],
    ],
    [
      'of a class',
      new (class {
        get X() {
          return counted('X', 1);
        }
        get Y() {
          return counted('Y', undefined);
        }
      })(),
      ['X', 'Y'],
    ],
    [
      'of the object itself, though its class has more',
      Object.defineProperty(Object.create({ Y: 5 }), 'X', { enumerable: true, get: () => counted('X', undefined) }),
      ['X'],
    ],
  ])('%s', (_, value, read) => {
    r.Mirror(value);
    expect(runs).toEqual(read);
  });

  it('under another name of its key', () => {
    const person = {
      get Name() {
        return counted('Name', 'n');
      },
    };
    expect(r.Echo(person).name).toBe('n');
    expect(runs).toEqual(['Name']);
  });
});

it('a snapshot has the fields that an embedded struct promotes', () => {
  const counter = o.NewCounter(1);
  counter.N = 4;
  expect(snapshot(counter)).toEqual({ N: 4 });
  expect(JSON.stringify(counter)).toBe('{"N":4}');
});
