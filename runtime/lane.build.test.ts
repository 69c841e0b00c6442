import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { LANE } from '../abi/numbers.ts';
import { heldByGo, libraryOf } from '../test/support/live.ts';
import { caught } from '../test/support/refused.ts';
import { testModule } from '../test/support/test-module.ts';
import { scope } from './index.ts';

const names = ['scalars', 'collections', 'records', 'objects', 'callbacks'];
const [s, c, r, o, f] = await Promise.all(names.map(testModule));
const library = libraryOf(o.Counter);
const kept = 4 << 20;

describe('a lane', () => {
  it('grows with what is written, keeps a moderate size and lets go of a large one', async () => {
    for (const size of [10, LANE.bytes - 80, LANE.bytes, 200_000, 1 << 20]) {
      const text = 'x'.repeat(size);
      expect(s.String(text)).toBe(text);
    }
    const moderate = library.env.lane.size;
    expect(moderate).toBeGreaterThan(1 << 20);
    expect(moderate).toBeLessThanOrEqual(kept);
    await turn();
    expect(library.env.lane.size).toBe(moderate);

    const large = 'ä'.repeat(5 << 20);
    expect(s.String(large)).toBe(large);
    expect(library.env.lane.size).toBeGreaterThan(kept);
    await turn();
    await turn();
    expect(library.env.lane.size).toBe(LANE.bytes);
    expect(s.Add(1, 2)).toBe(3);
  });

  it('needs no timers of Node among the globals: a window has others', async () => {
    vi.stubGlobal('setImmediate', undefined);
    vi.stubGlobal('setTimeout', () => 5);
    try {
      const before = heldByGo(library);
      const large = 'ä'.repeat(5 << 20);
      expect(s.String(large)).toBe(large);
      o.NewCounter(1).dispose();
      expect(f.Apply((x: number) => x + 1, 2)).toBe(3);
      await turn();
      expect(heldByGo(library)).toBe(before);
    } finally {
      vi.unstubAllGlobals();
    }
  });

  it('holds every length around its edges', () => {
    for (let size = LANE.bytes - 200; size < LANE.bytes + 20; size++) {
      const texts = ['a'.repeat(size), 'b'];
      expect(c.Nested([texts])).toEqual([texts]);
    }
  });

  it('has room for a request that begins with many handles to give back', () => {
    const before = heldByGo(library);
    const many = o.Counters(1500);
    for (const counter of many) counter.dispose();
    const text = 'x'.repeat(LANE.bytes);
    expect(s.String(text)).toBe(text);
    expect(heldByGo(library)).toBe(before);
  });

  it('refuses more than it can ever hold, and works on', async () => {
    const error = caught(() => c.Ints(new Array(Math.ceil(LANE.maxBytes / 19)).fill(0)));
    expect(error).toMatchObject({ name: 'InvalidArgumentError', code: 'ARGUMENT_LENGTH', symbol: 'collections.Ints' });
    expect(error.message).toContain(
      `collections.Ints: ${error.path}: the arguments take more than ${LANE.maxBytes} bytes: pass large data as Uint8Array`,
    );
    expect(s.Add(1, 2)).toBe(3);
    const bytes = new Uint8Array(1 << 20).fill(7);
    expect(Buffer.compare(c.Bytes(bytes), bytes)).toBe(0);
  });

  it('shows a reply that did not fit, and its own memory again afterwards', () => {
    const before = heldByGo(library);
    scope(() => {
      const many = o.Counters(100_000);
      expect(many).toHaveLength(100_000);
      expect(many[99_999].Add(1)).toBe(100_000);
      expect(many[0].Add(1)).toBe(1);
    });
    expect(heldByGo(library)).toBe(before);
    expect(s.String('short')).toBe('short');
  });
});

describe('a getter that calls Go while its record is written', () => {
  const deep = (n: number): number =>
    n === 0
      ? 1
      : r.Mirror({
          get X() {
            return deep(n - 1) + 1;
          },
          Y: 0,
        }).Y;

  it('uses the next lane, to the depth of all lanes', () => {
    expect(deep(LANE.depth - 1)).toBe(LANE.depth);
    expect(deep(3)).toBe(4);
  });

  it('is stopped at one more, and all lanes are free again', () => {
    const { lane } = library.env;
    const error = caught(() => deep(LANE.depth + 4));
    expect(error.code).toBe('TOO_DEEP');
    expect(error.message).toContain('this looks like a loop');
    expect(library.env.lane).toBe(lane);
    expect(deep(LANE.depth - 1)).toBe(LANE.depth);
  });

  it('may throw: the error is its own, and nothing has changed', () => {
    const { lane } = library.env;
    const mine = new Error('mine');
    const record = {
      get X() {
        throw mine;
      },
      Y: 0,
    };
    o.NewCounter(1).dispose();
    expect(() => r.Mirror(record)).toThrow(mine);
    expect(() => r.Many([{}, { home: record }])).toThrow(mine);
    expect(library.env.lane).toBe(lane);
    expect(library.env.pending).toHaveLength(2);
    expect(r.Mirror({ X: 1, Y: 2 })).toEqual({ X: 2, Y: 1 });
    expect(library.env.pending).toHaveLength(0);
  });

  it('may dispose the object that is being written', () => {
    const counter = o.NewCounter(1);
    const literal = {
      get N() {
        counter.dispose();
        return 1;
      },
    };
    expect(o.Total(literal)).toBe(0);
    expect(caught(() => counter.Add(1)).name).toBe('DisposedError');
  });

  it('must not take memory away that the call lends to Go', () => {
    const bytes = new Uint8Array(100_000);
    const texts = Object.defineProperty([''], 0, {
      get() {
        structuredClone(bytes.buffer, { transfer: [bytes.buffer] });
        return 'x';
      },
    });
    const error = caught(() => c.IsNil(bytes, texts, null));
    expect(error.message).toBe('collections.IsNil: args: a Uint8Array changed its size while the arguments were read');
    expect(c.IsNil(new Uint8Array(100_000), ['x'], null)).toEqual([false, false, true]);
  });
});
