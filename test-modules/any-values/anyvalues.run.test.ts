import { describe, expect, it, test } from 'vitest';
import { GoError, InvalidArgumentError, typed } from '../../runtime/index.ts';
import { GoTime } from '../../runtime/time.ts';
import { caught } from '../../test/support/refused.ts';
import { testModule } from '../../test/support/test-module.ts';

const m = await testModule('any-values');

describe('what Go gets', () => {
  it.each<[value: unknown, type: string]>([
    [1, 'int'],
    [2 ** 40, 'int'],
    [-(2 ** 53 - 1), 'int'],
    [-0, 'float64'],
    [1.5, 'float64'],
    [1e300, 'float64'],
    [Number.NaN, 'float64'],
    [1n, 'int64'],
    [2n ** 63n, 'uint64'],
    [2n ** 64n, '*big.Int'],
    ['x', 'string'],
    [true, 'bool'],
    [null, '<nil>'],
    [undefined, '<nil>'],
    [new Date(0), 'time.Time'],
    [new Uint8Array(1), '[]uint8'],
    [new Uint8Array(10_000), '[]uint8'],
    [new ArrayBuffer(2), '[]uint8'],
    [new Float64Array(2), '[]float64'],
    [new BigInt64Array(2), '[]int64'],
    [[1], '[]interface {}'],
    [{ a: 1 }, 'map[string]interface {}'],
    [Object.create(null), 'map[string]interface {}'],
    [new Map([['a', 1]]), 'map[string]interface {}'],
    [new Map([[1, 'a']]), 'map[interface {}]interface {}'],
    [new Error('x'), '*goerr.JavaScriptError'],
    [typed('float32', 1), 'float32'],
    [typed('uint8', 255), 'uint8'],
    [typed('duration', 1500), 'time.Duration'],
  ])('of %s is %s', (value, type) => {
    expect(m.Type(value)).toBe(type);
  });

  it('of Go values is themselves', () => {
    expect(m.Type(m.NewCounter())).toBe('*anyvalues.Counter');
    expect(m.Type(m.Of('copy'))).toBe('anyvalues.Counter');
    expect(m.Type(m.Of('color'))).toBe('anyvalues.Color');
    expect(m.Type(typed(m.IDs, [1, 2]))).toBe('anyvalues.IDs');
    expect(m.Type(typed(m.Point, { X: 1 }))).toBe('anyvalues.Point');
    expect(m.Call(m.Of('func'))).toBe(true);
  });

  it('of a typed list is a slice', () => {
    expect(m.Type(typed([m.Point], [{ X: 1 }]))).toBe('[]anyvalues.Point');
    expect(m.Type(typed([m.Point], []))).toBe('[]anyvalues.Point');
    expect(m.Type([typed([m.IDs], [[1], null])])).toBe('[]interface {}');
    expect(m.Type(typed([m.IDs], [[1], null]))).toBe('[]anyvalues.IDs');
    expect(m.Print(typed([m.Point], [{ X: 1, tags: ['a'] }, { Y: 2 }]))).toBe('[{1 0 [a]} {0 2 []}]');
    expect(m.Print(typed([m.Color], [1, m.Of('color')]))).toBe('[color 1 color 3]');
    expect(caught(() => m.Print('x', typed([m.Point], [{}, { X: '1' }]))).message).toBe(
      'anyvalues.Print: args[1][1].X: want float64, got "1"',
    );
    expect(caught(() => typed([m.Counter], [])).message).toContain('a slice of objects comes from Go');
    expect(caught(() => typed([m.Point], 'x' as never)).message).toContain('args[1]: want an array');
  });

  it('prints as Go prints it', () => {
    expect(m.Print('a', 1, [2, 'b'], { k: null }, m.Of('color'))).toBe('a1 [2 b] map[k:<nil>] color 3');
  });
});

describe('what comes back', () => {
  it.each<[value: unknown]>([
    [1],
    [2 ** 40],
    [-0],
    [1.5],
    [2n ** 60n],
    [2n ** 63n],
    [2n ** 100n],
    ['text'],
    ['ä'.repeat(100)],
    [false],
    [null],
    [[1, [2, { a: [null, 'x'] }]]],
    [new Uint8Array([1, 2, 3])],
    [new Uint8Array(10_000).fill(7)],
    [new Float32Array([1.5])],
    [new BigUint64Array([2n ** 64n - 1n])],
    [
      new Map<unknown, unknown>([
        [1, 'a'],
        ['b', 2],
      ]),
    ],
  ])('of %s is the same', (value) => {
    expect(m.Echo(value)).toEqual(value);
    expect(m.Named(value)).toEqual(value);
    expect(m.List([value, value])).toEqual([value, value]);
    expect(m.EchoRecord({ data: value, more: { value } })).toEqual({ data: value, more: { value } });
  });

  it('of an object drops what is undefined', () => {
    expect(m.Echo({ a: undefined, b: 1 })).toEqual({ b: 1 });
    expect(m.Echo(JSON.parse('{"__proto__": 1}'))).toEqual(Object.assign(Object.create(null), { ['__proto__']: 1 }));
  });

  it('keeps the identity of objects and errors', () => {
    const counter = m.NewCounter();
    const error = new TypeError('mine');
    expect(m.Echo(counter)).toBe(counter);
    expect(m.Echo([counter])[0]).toBe(counter);
    expect(m.Echo(error)).toBe(error);
    expect(m.Echo(m.Of('color'))).toBe(m.Of('color'));
  });
});

test('a Go value comes by its dynamic type', () => {
  expect(m.Of('int8')).toBe(-5);
  expect(m.Of('int64')).toBe(2n ** 60n);
  expect(m.Of('uint64')).toBe(2n ** 63n);
  expect(m.Of('big')).toBe(2n ** 100n);
  expect(m.Of('big values')).toEqual([2n ** 100n, '1/3', '1.5']);
  expect(m.Of('bytes')).toEqual(new Uint8Array([1, 2]));
  expect(m.Of('floats')).toEqual(new Float64Array([1.5, 2]));
  expect(m.Of('ints')).toEqual([1, 2]);
  expect(m.Of('ids')).toEqual([3, 4]);
  expect(m.Of('point')).toEqual({ X: 1, Y: 2, tags: [] });
  expect(m.Of('pointer')).toEqual({ X: 3, Y: 4, tags: ['a'] });
  expect(m.Of('nilpointer')).toBeNull();
  expect(m.Of('color')).toBeInstanceOf(m.Color);
  expect(m.Of('counter').Add(1)).toBe(8);
  expect(m.Of('copy').N).toBe(8);
  expect(m.Of('error')).toBeInstanceOf(GoError);
  expect(m.Of('time')).toBeInstanceOf(GoTime);
  expect(m.Of('time pointers')).toEqual([m.Of('time'), null]);
  expect(m.Of('duration')).toBe(1500);
  expect(m.Of('map')).toEqual(new Map([[1, 'one']]));
  expect(m.Of('tree')).toEqual({ a: [1, 'x', null, true], b: {} });
  expect(m.Of('struct')).toEqual({ a: 1, C: null });
  expect(m.Of('array of a map')).toEqual([{ a: 1 }]);
  expect(m.Of('complex')).toEqual({ re: 1, im: 2 });
  expect(m.Of('text')).toBe('');
  expect(m.Of('number')).toBe('1e400'); // a json.Number
  expect(m.Of('raw')).toEqual({ one: { b: [1, 2.5, null] }, none: null, list: ['ü'] }); // each a json.RawMessage
  expect(m.Of('nothing')).toBeNull();
  expect(m.Of('func').goType).toBe('func()');
});

test('what Go cannot hold is refused with its path', () => {
  expect(caught(() => m.Echo({ a: [1, Symbol('s')] })).message).toBe(
    'anyvalues.Echo: args[0].a[1]: want a value that Go can hold, got Symbol(s)',
  );
  expect(caught(() => m.Echo(Symbol('s')))).toBeInstanceOf(InvalidArgumentError);
  expect(caught(() => m.Echo(new Set([1]))).message).toContain('got a Set of 1');
  expect(caught(() => m.Print(1, new (class Foo {})())).message).toContain('anyvalues.Print: args[1]: ');
  expect(caught(() => m.Echo(new Map([[[1], 2]]))).message).toContain('cannot be the key of a Go map');
  expect(caught(() => typed('float' as never, 1)).message).toContain('float64');
  const loop: unknown[] = [];
  loop.push(loop);
  expect(caught(() => m.Echo(loop))).toMatchObject({ code: 'ARGUMENT_DEPTH' });
  expect(caught(() => m.Of('loop')).message).toContain('contains itself');
  expect(m.Echo([1])).toEqual([1]);
});
