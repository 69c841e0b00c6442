import { describe, expect, it } from 'vitest';
import { collectUntil, heldByGo, libraryOf } from '../test/support/live.ts';
import { caught } from '../test/support/refused.ts';
import { testModule } from '../test/support/test-module.ts';
import { ref, scope, sink } from './index.ts';

const [o, i, f] = await Promise.all(['objects', 'interfaces', 'failures'].map(testModule));
const library = libraryOf(o.Counter);
const disposed = (object: { goType: string }) => caught(() => object.goType).name === 'DisposedError';

describe('identity', () => {
  it('is the Go pointer: a field, a method and an array give the same object', () => {
    const c = o.NewCounter(1);
    expect(c.Self()).toBe(c);
    const parent = new o.Options({ Next: { Name: 'child' } });
    expect(parent.Next).toBe(parent.Next);
    const other = new o.Options();
    other.Next = parent;
    expect(other.Next).toBe(parent);
    expect(other.Next.Next.Name).toBe('child');
  });

  it('ends with the object: what Go gives afterwards is a new one', () => {
    const parent = new o.Options({ Next: { Name: 'child' } });
    const first = parent.Next;
    first.dispose();
    expect(parent.Next).not.toBe(first);
    expect(parent.Next.Name).toBe('child');
    expect(disposed(first)).toBe(true);
  });

  it('is of the error too: one Go error is one GoError', () => {
    expect(f.ErrNotFound).toBe(f.ErrNotFound);
    expect(caught(() => f.Fail()).cause).toBe(f.ErrNotFound);
  });
});

describe('dispose', () => {
  it('gives back what was received more than once', () => {
    const before = heldByGo(library);
    const c = o.NewCounter(1);
    for (let n = 0; n < 5; n++) c.Self();
    expect(heldByGo(library)).toBe(before + 1);
    c.dispose();
    c.dispose();
    expect(heldByGo(library)).toBe(before);
  });

  it('has the name that using looks for', () => {
    const c = o.NewCounter(1);
    const symbol: symbol = Symbol.dispose ?? Symbol.for('nodejs.dispose');
    for (const one of [c, sink(), ref(1)] as any[]) expect(one[symbol]).toBe(one.dispose);
    c[symbol]();
    expect(disposed(c)).toBe(true);
    expect(String(c)).toBe('[objects.Counter, disposed]');
  });

  it('of a parent leaves its part, which keeps the memory', () => {
    const c = o.NewCounter(1);
    const inner = c.Inner;
    c.dispose();
    inner.N = 7;
    inner.Double();
    expect(inner.N).toBe(14);
  });

  it('is done by the garbage collector for whoever forgets', async () => {
    const before = heldByGo(library);
    (() => {
      for (let n = 0; n < 500; n++) o.NewCounter(n);
    })();
    await collectUntil(() => heldByGo(library) <= before);
    expect(heldByGo(library)).toBeLessThanOrEqual(before);
  });

  it('does not happen to what is still used', async () => {
    const c = o.NewCounter(5);
    // In a function of its own: the frame of this one would keep it.
    const weak = (() => new WeakRef(o.NewCounter(1)))();
    await collectUntil(() => weak.deref() === undefined);
    expect(c.Add(1)).toBe(6);
  });
});

describe('scope', () => {
  const make = () => o.NewCounter(1);

  it('keeps what it returns, however it is wrapped', () => {
    let lost: any;
    const inside = scope(() => {
      lost = make();
      return { list: [make()], map: new Map([['k', make()]]), set: new Set([make()]), deep: [{ x: [make()] }] };
    });
    const all = [inside.list[0], inside.map.get('k'), [...inside.set][0], (inside.deep[0] as any).x[0]];
    for (const object of all) expect(object.Add(1)).toBe(2);
    expect(disposed(lost)).toBe(true);
  });

  it('frees everything when it throws, but for what the error carries', () => {
    let lost: any;
    const kept = make();
    const cause = caught(() => f.Fail());
    const error: any = (() => {
      try {
        scope(() => {
          lost = make();
          throw Object.assign(new Error('mine', { cause }), { result: [make()] });
        });
      } catch (e) {
        return e;
      }
      return undefined;
    })();
    expect(error.message).toBe('mine');
    expect(error.result[0].Add(1)).toBe(2);
    expect(disposed(lost)).toBe(true);
    expect(kept.Add(1)).toBe(2);
  });

  it('hands what an inner one returns to the outer one', () => {
    let fromInner: any;
    const result = scope(() => {
      fromInner = scope(() => make());
      expect(fromInner.Add(1)).toBe(2);
      return make();
    });
    expect(disposed(fromInner)).toBe(true);
    expect(result.Add(1)).toBe(2);
  });

  it('of an async function lasts until it settles, and leaves others alone', async () => {
    const objects: any[] = [];
    const running = scope(async () => {
      objects.push(make());
      await new Promise((resolve) => setTimeout(resolve, 1));
      expect(objects[0].Add(1)).toBe(2);
      objects.push(make());
      return make();
    });
    const outside = make();
    const kept = await running;
    expect(objects.map(disposed)).toEqual([true, true]);
    expect([outside.Add(1), kept.Add(1)]).toEqual([2, 2]);

    const failed = scope(async () => {
      objects.push(make());
      throw new Error('late');
    });
    await expect(failed).rejects.toThrow('late');
    expect(disposed(objects[2])).toBe(true);
  });

  it('does not free what was there before, nor what was disposed in it', () => {
    const before = make();
    const again = scope(() => {
      const c = make();
      c.dispose();
      return before.Self();
    });
    expect(again).toBe(before);
    scope(() => before.Self());
    expect(before.Add(1)).toBe(2);
  });

  it('holds objects that came as interface values too', () => {
    const held = heldByGo(library);
    scope(() => [i.NewShape('circle'), i.NewShape('secret')].map((shape) => shape.Area()));
    expect(heldByGo(library)).toBe(held);
  });
});
