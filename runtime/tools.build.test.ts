import { describe, expect, it } from 'vitest';
import { caught } from '../test/support/refused.ts';
import { testModule } from '../test/support/test-module.ts';
import { asGoError, deref, isGoError, ref, snapshot, typed } from './index.ts';

const names = ['objects', 'records', 'values', 'interfaces', 'failures', 'live-collections'];
const [o, r, v, i, f, live] = await Promise.all(names.map(testModule));

describe('snapshot', () => {
  it('copies all exported fields at once; what is an object in it stays live', () => {
    const next = new o.Options({ Name: 'next' });
    const options = new o.Options({ Name: 'n', Limit: 3, Inner: { N: 4 } });
    options.Next = next;
    const copy = snapshot(options) as any;
    expect(Object.keys(copy)).toEqual(['Name', 'Limit', 'Inner', 'Next']);
    expect(copy).toMatchObject({ Name: 'n', Limit: 3 });
    expect(copy.Next).toBe(next);
    options.Limit = 9;
    expect(copy.Limit).toBe(3);
  });

  it('of a live map or slice is its pairs or elements, of a value object what is under it', () => {
    expect({ ...(snapshot(new live.Values({ a: ['1'] })) as object) }).toEqual({ a: ['1'] });
    expect(snapshot(new live.Path([1, 2]))).toEqual([1, 2]);
    expect(snapshot(v.Blue)).toBe(2);
    const id = new v.ID('abcd');
    const bytes = snapshot(id) as Uint8Array;
    bytes[0] = 0;
    expect(id.String()).toBe('abcd');
  });
});

describe('ref', () => {
  it('of a record is a pointer Go writes through; its value is a fresh copy', () => {
    const p = ref(r.Point) as any;
    expect(p.value).toEqual({ X: 0, Y: 0 });
    p.value.X = 100;
    expect(p.value).toEqual({ X: 0, Y: 0 });
    p.value = { X: 2, Y: 3 };
    r.Grow(p);
    expect(p.value).toEqual({ X: 4, Y: 6 });
    expect(r.EchoPtr(p)).toEqual({ X: 4, Y: 6 });
    expect(p.goType).toBe('*records.Point');
    p.dispose();
    expect(caught(() => p.value).message).toBe(
      'ref.value: this: the ref of records.Point was disposed; use it before its dispose() or the end of its scope',
    );
    expect(caught(() => r.Grow(p)).name).toBe('DisposedError');
  });

  it('of an object is the object', () => {
    const counter = ref(o.Counter, { N: 3 }) as any;
    expect(counter).toBeInstanceOf(o.Counter);
    counter.Double();
    expect(counter.N).toBe(6);
  });

  it('of one record is none of another', () => {
    expect(caught(() => r.Grow(ref(r.Person))).name).toBe('InvalidArgumentError');
  });
});

describe('deref and typed', () => {
  it('give an interface the value, or the name, of a type', () => {
    const square = new i.Square({ Side: 3 });
    expect(i.Area(square)).toBe(9);
    expect(i.Area(deref(square))).toBe(9);
    expect(typed(v.Color, 2)).toBe(v.Blue);
    expect(typed(live.Path, [3, 4])).toBeInstanceOf(live.Path);
  });
});

describe('errors', () => {
  const thrown = (call: () => unknown) => caught(call);

  it('isGoError asks Is along the whole chain, and of joined errors', () => {
    const wrapped = thrown(() => f.Fail());
    expect(isGoError(wrapped)).toBe(true);
    expect(isGoError(wrapped, f.ErrNotFound)).toBe(true);
    expect(
      isGoError(
        thrown(() => f.Join()),
        f.ErrNotFound,
      ),
    ).toBe(true);
    expect(
      isGoError(
        thrown(() => f.FailCode(1)),
        f.ErrNotFound,
      ),
    ).toBe(true);
    expect(
      isGoError(
        thrown(() => f.Path()),
        f.ErrNotFound,
      ),
    ).toBe(false);
    expect(isGoError(f.ErrNotFound, wrapped)).toBe(false);
  });

  it.each([[new Error('x')], [null], [undefined], ['text'], [{}]])('%s is no error of Go', (x) => {
    expect(isGoError(x)).toBe(false);
    expect(isGoError(x, f.ErrNotFound)).toBe(false);
    expect(asGoError(x, f.CodeError)).toBeUndefined();
  });

  it('asGoError gives the live object with its methods, wherever in the chain it is', () => {
    const error = thrown(() => f.FailCode(7));
    const code = asGoError(error, f.CodeError) as any;
    expect(code).toBeInstanceOf(f.CodeError);
    expect([code.Code, code.Error(), code.Err.message]).toEqual([7, 'code 7: no', 'not found']);
    expect(asGoError(error, f.CodeError)).toBe(code);
    expect(f.Describe(code)).toBe('code 7: no');
    expect(isGoError(code, f.ErrNotFound)).toBe(true);
    code.dispose();
    expect(caught(() => code.Error()).name).toBe('DisposedError');
    expect(f.Describe(error)).toBe('code 7: no');
  });

  it('can be read after all, and passes through Go as the same object', () => {
    const [back] = f.Last(true);
    expect(back).toBe(f.ErrNotFound);
    expect(thrown(() => f.FailCode(3)).message).toBe('code 3: no');
  });
});
