import { expect, describe as group, it } from 'vitest';
import { about, argumentError, describe, Refusal, refuse, within, withinElement, withinKey } from './refusal.ts';

const refusal = (run: () => unknown): Refusal => {
  try {
    run();
  } catch (error) {
    return error as Refusal;
  }
  return expect.unreachable();
};

group('a value is described', () => {
  class Version {}
  class Url {}
  it.each<[value: unknown, text: string]>([
    ['x', '"x"'],
    ['a'.repeat(41), `"${'a'.repeat(40)}…"`],
    ['say "hi"\n', '"say \\"hi\\"\\n"'],
    [-0, '-0'],
    [Number.NaN, 'NaN'],
    [null, 'null'],
    [undefined, 'undefined'],
    [true, 'true'],
    [Symbol('s'), 'Symbol(s)'],
    [[], 'an empty array'],
    [[1, 2], 'an array of 2'],
    [{}, 'a plain object'],
    [Object.create(null), 'a plain object'],
    [Object.create({}), 'an Object'],
    [new Version(), 'a Version'],
    [new Url(), 'a Url'],
    [new Error('x'), 'an Error'],
    [new Map([[1, 2]]), 'a Map of 1'],
    [new Uint8Array(3), 'a Uint8Array of 3'],
    [new Int8Array(3), 'an Int8Array of 3'],
    [new DataView(new ArrayBuffer(7)), 'a DataView of 7'],
    [new ArrayBuffer(7), 'an ArrayBuffer of 7'],
    [globalThis, 'the global object'],
    [Version, 'the function Version'],
    [() => 1, 'a function'],
    [5n, '5n'],
  ])('as $1', (value, text) => expect(describe(value)).toBe(text));

  it('without running its code', () => {
    const trap = new Proxy(class {}, {
      get: (_, key) => (key === 'name' ? 'Trap' : expect.unreachable(String(key))),
    });
    expect(describe(trap)).toBe('the function Trap');
  });
});

group('a path', () => {
  it('grows from the inside, and prints what is no name in brackets', () => {
    const inner = refusal(() => refuse('int', 'x'));
    for (const step of ['id', 3, 'items', 'with blank', '0x', 'größe']) within(inner, step);
    withinKey(inner, 5n);
    expect(inner.path).toBe('[key 5n].größe["0x"]["with blank"].items[3].id');
    expect(argumentError(inner, 'm.F', 'args[1]').message).toBe(
      'm.F: args[1][key 5n].größe["0x"]["with blank"].items[3].id: want int, got "x"',
    );
  });

  it.each<[key: unknown, path: string]>([
    ['a', '.a'],
    ['1', '["1"]'],
    [1, '[1]'],
    [1n, '[1n]'],
    [true, '[true]'],
    [{ toString: () => 'red' }, '.red'],
  ])('names the element of a map by its key %o', (key, path) => {
    const inner = refusal(() => refuse('int', 'x'));
    expect(withinElement(inner, key)).toBe(inner);
    expect(inner.path).toBe(path);
  });

  it('begins where the innermost writer says', () => {
    const inner = refusal(() => about('this', () => about('args[2]', () => refuse('int', 1.5))));
    expect(argumentError(inner, 'm.F', 'args[0]')).toMatchObject({
      path: 'args[2]',
      symbol: 'm.F',
      code: 'ARGUMENT_TYPE',
    });
  });

  it('is not for errors of the user', () => {
    const mine = new Error('mine');
    expect(within(mine, 'a')).toBe(mine);
    expect(mine.message).toBe('mine');
  });
});

it('null and undefined have a code of their own, unless another is given', () => {
  expect(refusal(() => refuse('int', null)).code).toBe('ARGUMENT_NULL');
  expect(refusal(() => refuse('int', undefined)).code).toBe('ARGUMENT_NULL');
  expect(refusal(() => refuse('int', 0)).code).toBe('ARGUMENT_TYPE');
  expect(refusal(() => refuse('int', null, 'ARGUMENT_KEY')).code).toBe('ARGUMENT_KEY');
});

it.each([
  ['DISPOSED', 'DisposedError'],
  ['FOREIGN_OBJECT', 'ForeignObjectError'],
  ['ARGUMENT_RANGE', 'InvalidArgumentError'],
] as const)('the code %s makes a %s', (code, name) => {
  expect(argumentError(new Refusal('x', code), 'm.F', 'this')).toMatchObject({ name, code, message: 'm.F: this: x' });
});
