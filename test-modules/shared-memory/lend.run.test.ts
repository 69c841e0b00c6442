import { describe, expect, it } from 'vitest';
import { GoError, GoPanicError, InvalidArgumentError, lend } from '../../runtime/index.ts';
import { testModule } from '../../test/support/test-module.ts';
import { thrown } from '../../test/support/thrown.ts';

const m = await testModule('shared-memory');

describe('lend', () => {
  it('shows what Go wrote when the call has ended', () => {
    const buf = new Uint8Array(10);
    expect(m.PutUvarint(lend(buf), 300n)).toBe(2);
    expect(buf).toEqual(Uint8Array.of(0xac, 2, 0, 0, 0, 0, 0, 0, 0, 0));
    const x = Float64Array.of(1, -2, 3);
    m.Scale(lend(x.subarray(1)), 10);
    expect(x).toEqual(Float64Array.of(1, -20, 30));
    const memory = Uint8Array.of(7, 7, 7).buffer;
    expect(m.PutUvarint(lend(memory), 1n)).toBe(1);
    expect(new Uint8Array(memory)).toEqual(Uint8Array.of(1, 7, 7));
  });

  it('takes large memory, and several pieces of it', () => {
    const large = new Float64Array(200_000).fill(0.5);
    m.Scale(lend(large), 4);
    expect(large.every((x) => x === 2)).toBe(true);
    m.Scale(lend(new Float64Array(0)), 4);
    const data = new Uint8Array(5).fill(1);
    expect(m.Clear({ Data: lend(data), Count: 1 })).toBe(5);
    expect(data).toEqual(new Uint8Array(5));
  });

  it('is not what Go gets otherwise', () => {
    const x = Float64Array.of(1);
    m.Scale(x, 10);
    expect(x[0]).toBe(1);
  });

  it('goes where Go takes any value', () => {
    const bytes = Uint8Array.of(1, 2);
    const numbers = Int32Array.of(1, -2);
    m.Negate(lend(bytes));
    m.Negate(lend(numbers));
    expect([bytes, numbers]).toEqual([Uint8Array.of(255, 254), Int32Array.of(-1, 2)]);
    m.Negate(lend(bytes.buffer));
    expect(bytes).toEqual(Uint8Array.of(1, 2));
  });

  it('shows what was written before an error or a panic', () => {
    const p = new Uint8Array(6);
    const e = thrown(() => m.Partly(lend(p)));
    expect(e).toBeInstanceOf(GoError);
    expect(e.result).toBe(4);
    expect(Buffer.from(p).toString()).toBe('part\0\0');
    p.fill(0);
    expect(() => m.Panics(lend(p))).toThrow(GoPanicError);
    expect(Buffer.from(p).toString()).toBe('part\0\0');
  });

  it('works in a call in which Go calls JavaScript, which lends too', () => {
    const p = new Uint8Array(2);
    const inner = Float64Array.of(1);
    m.During(lend(p), () => m.Scale(lend(inner), 3));
    expect([p, inner]).toEqual([Uint8Array.of(1, 2), Float64Array.of(3)]);
  });

  it('leaves memory alone that was transferred in the meantime', () => {
    const p = new Uint8Array(2);
    let moved!: Uint8Array;
    m.During(lend(p), () => {
      moved = structuredClone(p, { transfer: [p.buffer] });
    });
    expect([p.length, moved]).toEqual([0, Uint8Array.of(0, 0)]);
  });

  it('ends with the call, whatever Go keeps', () => {
    const p = new Uint8Array(5);
    m.Keep(lend(p));
    m.Later();
    expect(p).toEqual(new Uint8Array(5));
  });

  it('is refused where Go has no such slice, and as a result', () => {
    for (const memory of ['text', [1], new DataView(new ArrayBuffer(1)), new Uint8ClampedArray(1)]) {
      expect(() => lend(memory as never)).toThrow(InvalidArgumentError);
    }
    expect(() => m.Scale(lend(new Float32Array(1)), 1)).toThrow('want lend of a Float64Array');
    expect(() => m.PutUvarint(lend(new Float64Array(1)), 1n)).toThrow('want lend of a Uint8Array or ArrayBuffer');
    expect(() => m.PutUvarint(lend(new Uint8Array(1)), 'x')).toThrow('args[1]');
    expect(() => m.Twice(() => lend(new Uint8Array(1)))).toThrow('lend is for the arguments of a call');
    // A refused call leaves nothing behind.
    const p = new Uint8Array(1);
    m.PutUvarint(lend(p), 5n);
    expect(p[0]).toBe(5);
  });
});
