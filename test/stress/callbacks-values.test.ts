import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { SCALAR } from '../../abi/numbers.ts';
import { importGo, ref, typed } from '../../runtime/index.ts';
import { caught } from '../support/refused.ts';
import { size } from './size.ts';

let go: any;

beforeAll(async () => {
  go = await importGo(fileURLToPath(new URL('callbacks', import.meta.url)));
});

/** `[[[…]]]`. */
function nested(depth: number): unknown[] {
  let x: unknown[] = [];
  for (let i = 1; i < depth; i++) x = [x];
  return x;
}

function depthOf(x: unknown): number {
  let depth = 0;
  for (; Array.isArray(x); x = x[0]) depth++;
  return depth;
}

/** Through a call, through a function's argument and its result. */
const both = (value: unknown) => [go.Echo(value), go.Any((v: unknown) => v, value)];

describe('numbers at their edges', () => {
  const powers = [7, 8, 15, 16, 31, 32, 52, 53, 62, 63, 64, 65, 1000].map((n) => 2 ** n);
  const near = powers.flatMap((x) => [x - 1, x, x + 1, -x - 1, -x, -x + 1]);

  it.each([...near, 0, -0, 0.1, 5e-324, 1.7e308, Number.NaN, -Infinity])('%d is the same', (x) => {
    for (const y of both(x)) expect(y).toBe(x);
  });

  const bigs = [31n, 32n, 53n, 63n, 64n, 65n, 1000n].map((n) => 2n ** n);

  it.each(bigs.flatMap((x) => [x - 1n, x, x + 1n, -x - 1n, -x, -x + 1n]))('%s is the same', (x) => {
    for (const y of both(x)) expect(y).toBe(x);
  });

  const things = [
    null,
    true,
    'x',
    '',
    -1,
    0,
    1.5,
    300,
    2 ** 31,
    2 ** 32,
    2 ** 53,
    2 ** 63,
    1e39,
    Number.NaN,
    -Infinity,
  ];
  const more = [-1n, 2n ** 63n, 2n ** 64n, 2n ** 80n, { re: 1, im: 2 }, { re: 1e300, im: 0 }, {}, [], () => 1];

  it.each(Object.keys(SCALAR))('typed %s takes what it is, and refuses all else with a code', (kind) => {
    let taken = 0;
    for (const thing of [...things, ...more]) {
      let back: unknown;
      try {
        back = go.Echo(typed(kind as never, thing));
      } catch (error: any) {
        expect(error).toMatchObject({ code: expect.stringMatching(/^(ARGUMENT_|RESULT_RANGE$)/) });
        continue;
      }
      taken++;
      if (typeof thing === 'number' && Number.isSafeInteger(thing)) expect(Number(back)).toBe(thing);
    }
    expect(taken).toBeGreaterThan(0);
  });
});

describe('shapes', () => {
  it('nest 1000 deep, not deeper, and do not contain themselves', () => {
    for (const x of both(nested(1000))) expect(depthOf(x)).toBe(1000);
    const map = new Map<unknown, unknown>();
    map.set('map', [map]);
    const record = { list: [{}] as unknown[] };
    record.list.push(record);
    for (const x of [nested(1001), nested(size(5000, 1_000_000)), map, record]) {
      expect(caught(() => go.Echo(x)).code).toBe('ARGUMENT_DEPTH');
      expect(caught(() => go.Any(() => x, 1)).code).toBe('ARGUMENT_DEPTH');
    }
  });

  it('of text are up to many megabytes', () => {
    for (const text of ['x', 'ä', '漢', '😀']) {
      const long = text.repeat(size(1 << 20, 10 << 20));
      for (const x of both(long)) expect(x === long).toBe(true);
    }
  });

  it('may be sparse, but not endless', () => {
    const sparse: unknown[] = [];
    sparse[3] = 1;
    expect(go.Echo(sparse)).toEqual([null, null, null, 1]);
    expect(caught(() => go.Echo(new Array(2 ** 32 - 1))).code).toBe('ARGUMENT_LENGTH');
    expect(caught(() => go.Map(new Array(2 ** 32 - 1), (x: unknown) => x)).code).toBe('ARGUMENT_LENGTH');
  });

  it('may change while they are read: Go gets as much as there was', () => {
    const getter = (change: (list: unknown[]) => void) => {
      const list: unknown[] = [0, 1, 2];
      return Object.defineProperty(list, 0, {
        get() {
          change(list);
          return go.Echo('from Go');
        },
      });
    };
    expect(go.Echo(getter((list) => list.splice(1)))).toEqual(['from Go', null, null]);
    expect(go.Echo(getter((list) => list.push(3)))).toEqual(['from Go', 1, 2]);
  });

  it('may be Proxies, of whatever they say', () => {
    expect(go.Echo(new Proxy([1, 2], {}))).toEqual([1, 2]);
    expect(go.Echo(new Proxy({ a: 1 }, {}))).toEqual({ a: 1 });
    const says = (length: unknown) =>
      new Proxy([1, 2], { get: (list, key) => (key === 'length' ? length : Reflect.get(list, key)) });
    expect(go.Echo(says('x'))).toEqual([]);
    expect(go.Echo(says(3))).toEqual([1, 2, null]);
    expect(caught(() => go.Echo(says(-1))).code).toBe('ARGUMENT_LENGTH');
  });

  it('of memory that was transferred, cut off or resized on the way are refused', () => {
    const memory: any = new (ArrayBuffer as any)(20_000, { maxByteLength: 40_000 });
    const all = new Uint8Array(memory);
    for (const x of both(all)) expect(x).toEqual(all);
    for (const bytes of [10, 30_000]) {
      memory.resize(20_000);
      const later = { get now() { return memory.resize(bytes); } }; // biome-ignore format: one line
      expect(caught(() => go.Echo([all, later])).code).toBe('ARGUMENT_LENGTH');
    }
    memory.resize(20_000);
    const part = new Uint8Array(memory, 10, 10_000);
    memory.resize(5);
    const gone = new Uint8Array(10);
    structuredClone(gone, { transfer: [gone.buffer] });
    for (const x of [part, gone, gone.buffer]) expect(caught(() => go.Echo(x)).code).toBe('ARGUMENT_TYPE');
    expect(go.Echo(new SharedArrayBuffer(2))).toEqual(new Uint8Array(2));
  });
});

test('keys of a Map stay as many as they were, or the Map is refused', () => {
  const keys = new Map<unknown, unknown>([[Number.NaN, 1], [-0, 2], [1n, 3], [null, 4], [true, 6], [1.5, 7], ['x', 8]]); // biome-ignore format: one line
  for (const x of both(keys)) expect(x).toEqual(keys);
  expect(caught(() => go.Echo(new Map([[null, 1], [undefined, 2]])))).toMatchObject({ code: 'ARGUMENT_TYPE' }); // biome-ignore format: one line
  expect(caught(() => go.Echo(new Map([[new Date(0), 1], [new Date(0), 2]]))).message).toContain('two keys of the map'); // biome-ignore format: one line
  expect(caught(() => go.Echo(new Map([[new Uint8Array(1), 1]]))).message).toContain('cannot be the key of a Go map');
  expect(caught(() => go.Twins()).message).toContain('two keys that are both 1 in JavaScript');
});

test('values for type parameters come back as they went', () => {
  const values = [Number.NaN, -0, null, undefined, 1n, 2n ** 63n - 1n, '', true, Map, new Proxy({}, {}), [], Promise.resolve()]; // biome-ignore format: one line
  const back = go.Map(values, (x: unknown) => (x instanceof Promise ? 1 : x));
  for (const [i, value] of values.entries()) expect(back[i]).toBe(value instanceof Promise ? 1 : value);
});

test('a ref takes what converts to its type without a loss', () => {
  const int = ref(1);
  go.Set(int);
  expect(int.value).toBe(2);
  for (const wrong of ['x', 1.5, [], {}, new Uint8Array(1), 2n ** 63n, new Date(0)]) {
    expect(caught(() => go.Set(ref(wrong as never)))).toMatchObject({ code: 'ARGUMENT_TYPE' });
    expect(caught(() => Object.assign(int, { value: wrong }))).toMatchObject({ code: 'ARGUMENT_TYPE' });
  }
  int.value = 5;
  go.Set(int);
  expect(int.value).toBe(6);
  for (const wrong of [65, 1.5, {}, [], new Int32Array(1)]) {
    expect(caught(() => go.SetText(ref(wrong as never)))).toMatchObject({ code: 'ARGUMENT_TYPE' });
  }
});
