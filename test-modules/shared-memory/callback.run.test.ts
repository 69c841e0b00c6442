import { describe, expect, it } from 'vitest';
import { GoPanicError } from '../../runtime/index.ts';
import { testModule } from '../../test/support/test-module.ts';

const m = await testModule('shared-memory');

describe('a slice that Go passes to a JavaScript function', () => {
  it('takes what the function writes to it', () => {
    expect(m.Fill(3, (p: Uint8Array) => p.set([1, 2], 1))).toEqual(Uint8Array.of(0, 1, 2));
    const grad = (grad: Float64Array, x: Float64Array) => {
      for (let i = 0; i < x.length; i++) grad[i] = 2 * x[i]!;
      x.fill(7);
    };
    expect(m.Gradient(grad, [1, -2, NaN])).toEqual(Float64Array.of(2, -4, NaN, 7, 7, 7));
  });

  it('is as it was where the function writes nothing', () => {
    expect(m.Fill(2, () => {})).toEqual(Uint8Array.of(0, 0));
    expect(m.Fill(0, (p: Uint8Array) => p.fill(1))).toEqual(new Uint8Array(0));
    const counter = m.NewCounter(2);
    // What Go itself writes in the meantime stays.
    expect(counter.Visit(() => counter.Add(1))).toEqual(Float64Array.of(0, 1));
  });

  it('may be long', () => {
    const large = m.Fill(1_000_000, (p: Uint8Array) => p.fill(9, 999_998));
    expect([large.length, large[0], ...large.subarray(-3)]).toEqual([1_000_000, 0, 0, 9, 9]);
  });

  it('is not touched when the function keeps the array, or transfers it', () => {
    const kept: Uint8Array[] = [];
    expect(m.Fill(2, (p: Uint8Array) => void kept.push(p))).toEqual(Uint8Array.of(0, 0));
    kept[0]!.fill(1);
    expect(m.Fill(2, (p: Uint8Array) => void structuredClone(p, { transfer: [p.buffer as ArrayBuffer] }))).toEqual(
      Uint8Array.of(0, 0),
    );
  });

  it('stands in methods too, beside results', () => {
    const Next = (dst: Int32Array, n: number) => {
      dst.fill(n);
      return n < 2;
    };
    expect(m.Rows({ Next }, 2)).toEqual([Int32Array.of(0, 0), Int32Array.of(1, 1)]);
  });

  it('that Go itself may only read is a panic, not the end of the process', () => {
    m.ReadOnly(() => {});
    expect(() => m.ReadOnly((p: Uint8Array) => p.fill(0))).toThrow(GoPanicError);
  });
});
