import { beforeAll, describe, expect, test } from 'vitest';
import { DisposedError, GoError, GoPanicError, InvalidArgumentError } from '../../abi/errors.ts';
import { loadArtifact, scope } from '../../runtime/index.ts';
import { buildFolder } from '../support/child.ts';

/** Everything that the Python usegolib could cross with, called: the lines of `lines.ts` point here. */
let m: any;
beforeAll(async () => {
  m = await loadArtifact(buildFolder('test/parity/go'));
});

describe('values', () => {
  test('of level 1 come back', () => {
    expect(m.Bool(true)).toBe(false);
    expect(m.Uint8(255)).toBe(255);
    expect(m.Float64(1)).toBe(1);
    expect(m.Float64(-1.5e300)).toBe(-1.5e300);
    expect(m.Text('naïve ☃')).toBe('naïve ☃');
    expect(m.Bytes(new Uint8Array([0, 255]))).toEqual(new Uint8Array([0, 255]));
    expect(m.Floats([1, 2.5])).toBe(3.5);
    expect(m.Texts(['a', ''])).toEqual(['a', '']);
    expect(m.Nothing()).toBeUndefined();
    expect(m.NilTexts()).toEqual([]);
  });

  test('an int64 is exact over its whole range', () => {
    for (const n of [0n, -1n, 2n ** 53n + 1n, 2n ** 63n - 1n, -(2n ** 63n)]) expect(m.Int64(n)).toBe(n);
    expect(() => m.Int64(2n ** 63n)).toThrow(InvalidArgumentError);
  });

  test('of level 2 are plain objects', () => {
    expect(m.Counts(['a', 'b', 'a'])).toEqual({ a: 2n, b: 1n });
    expect(m.Lists({ x: ['1', '2'], y: [] })).toEqual({ x: ['1', '2'], y: [] });
  });

  test('of any type keep theirs', () => {
    const value = { n: 200, big: 70000, text: 'x', none: null, list: [true, 1.5, { deep: [] }] };
    expect(m.Any(value)).toEqual(value);
    expect(m.Anys([200, 'x', null])).toEqual([200, 'x', null]);
    expect(m.Objects([{ a: 1 }, {}])).toEqual([{ a: 1 }, {}]);
  });

  test('time, duration and types with a text form', () => {
    expect(m.Later(new Date(1000), 500).getTime()).toBe(1500);
    const id = '00112233445566778899aabbccddeeff';
    expect(String(m.Same(id))).toBe(id);
  });
});

describe('records', () => {
  const whole = (more: object) => ({ id: 0n, name: '', note: '', next: null, Tags: [], ...more });

  test('have the key of the msgpack tag, then of the json tag, then the name', () => {
    const { next, ...item } = m.Rename({ id: 7n, name: 'a', Tags: ['t'] }, 'b');
    expect(item).toMatchObject({ id: 7n, name: 'b', Tags: ['t'] });
    expect(next).toBeNull();
  });

  test('take other names of a key, and what is left out is the zero value', () => {
    expect(m.Rename({ json_name: 'a' }, 'b').name).toBe('b');
    expect(m.Rename({ Name: 'a' }, 'b').id).toBe(0n);
    expect(m.Items(2)).toHaveLength(2);
  });

  test('do not have what the tag leaves out', () => {
    expect(m.Rename({}, 'b')).not.toHaveProperty('Secret');
    expect(() => m.Rename({ nmae: 'x' }, 'b')).toThrow(/no field "nmae"/);
  });

  test('have the fields of an embedded struct', () => {
    expect(m.Rename({ id: 9n }, 'x').id).toBe(9n);
  });

  test('nest, in lists, maps and behind pointers, and nil is null', () => {
    const named = m.ByName([{ name: 'a', next: { id: 5n } }]);
    expect(named.a.next.id).toBe(5n);
    expect(m.NoItem()).toBeNull();
    expect(whole(m.Items(1)[0])).toMatchObject({ name: '' });
  });
});

describe('calls', () => {
  test('take rest arguments', () => {
    expect(m.Join('-')).toBe('');
    expect(m.Join('-', 'a', 'b')).toBe('a-b');
    expect(m.Join('-', ...['a', 'b', 'c'])).toBe('a-b-c');
  });

  test('give several results as an array, and throw the error that is the last', () => {
    expect(m.Divide(7, 2)).toEqual([3, 1]);
    expect(m.Half(4)).toBe(2);
    expect(m.Check(true)).toBeUndefined();
    expect(() => m.Half(3)).toThrow(GoError);
    expect(() => m.Check(false)).toThrow('check: odd');
  });

  test('turn a panic into an error with its value and its stack', () => {
    expect(() => m.Crash()).toThrow(GoPanicError);
    expect(() => m.Crash()).toThrow(/panic: crash/);
  });

  test('refuse wrong arguments before they begin, by their place', () => {
    const code = (call: () => unknown) => {
      try {
        call();
      } catch (error) {
        return [(error as InvalidArgumentError).code, (error as InvalidArgumentError).path];
      }
      return undefined;
    };
    expect(code(() => m.Uint8(256))).toEqual(['ARGUMENT_RANGE', 'args[0]']);
    expect(code(() => m.Text(1))).toEqual(['ARGUMENT_TYPE', 'args[0]']);
    expect(code(() => m.Text())?.[0]).toBe('ARGUMENT_COUNT');
    expect(code(() => m.Texts(['a', 2]))).toEqual(['ARGUMENT_TYPE', 'args[0][1]']);
  });
});

describe('objects', () => {
  test('are made, called, closed, and refused afterwards', () => {
    const counter = new m.Counter({ Step: 2n });
    expect(counter.Add(3n)).toBe(6n);
    counter.dispose();
    expect(() => counter.Add(1n)).toThrow(DisposedError);
  });

  test('live as long as a scope', () => {
    const left = scope(() => {
      const counter = new m.Counter({ Step: 1n });
      return { text: String(counter.Add(1n)), counter: [counter].length };
    });
    expect(left).toEqual({ text: '1', counter: 1 });
  });

  test('come as results, alone and among several, and nil is null', () => {
    expect(m.Start().Add(2n)).toBe(2n);
    const [counter, names] = m.Two();
    expect([counter.Add(1n), names]).toEqual([1n, ['two']]);
    expect(m.NoCounter()).toBeNull();
  });

  test('are arguments', () => {
    const counter = m.Start();
    counter.Add(5n);
    expect(m.Total([counter, counter])).toBe(10n);
  });

  test('may be of a type that has no name outside', () => {
    expect(m.Where('a').And('b').Text()).toBe('a and b');
  });

  test('stand in variables of the package', () => {
    const before = m.Shared.Add(0n);
    expect(m.Shared.Add(1n)).toBe(before + 10n);
    expect(m.Shared).toBe(m.Shared);
  });
});

test('generic functions need no configuration', () => {
  expect(m.Max(1, 2.5)).toBe(2.5);
  expect(m.Max(1n, 2n)).toBe(2n);
  expect(m.First(['a', 'b'])).toBe('a');
  const user = {};
  expect(m.First([user])).toBe(user);
});
