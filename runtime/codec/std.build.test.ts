import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testModule } from '../../test/support/test-module.ts';
import { GoTime } from '../index.ts';

/** Values of the standard library and the edges of scalars, there and back through Go. */

const [st, s, c] = await Promise.all(['standard', 'scalars', 'collections'].map(testModule));
const maxDate = 8.64e15;

describe('time', () => {
  it('keeps any second, nanosecond, offset and zone name', () => {
    const second = fc.integer({ min: -maxDate / 1000, max: maxDate / 1000 - 1 });
    const zone = fc.constantFrom('', 'XYZ', 'UTC+x', 'Zone With Blanks', 'Ünï');
    const offset = fc.integer({ min: -15 * 60, max: 15 * 60 });
    fc.assert(
      fc.property(second, fc.integer({ min: 0, max: 999_999_999 }), offset, zone, (seconds, nano, minutes, name) => {
        const back = st.Time(new GoTime(seconds, nano, minutes, name));
        expect([back.getTime(), back.nanosecond, back.offset, back.zone]).toEqual([
          seconds * 1000 + Math.floor(nano / 1e6),
          nano,
          minutes,
          name,
        ]);
      }),
    );
  });

  it('is the Date itself for any Date, and for its ISO text', () => {
    fc.assert(
      fc.property(fc.date({ noInvalidDate: true }), (date) => {
        expect(st.Time(date).getTime()).toBe(date.getTime());
        const back = st.Time(date.toISOString());
        expect([back.getTime(), back.zone]).toEqual([date.getTime(), 'UTC']);
      }),
      { examples: [[new Date(8.64e15)], [new Date(-8.64e15)], [new Date(-1)]] },
    );
  });

  it.each([
    ['2024-02-29', '2024-02-29T00:00:00Z'],
    ['2024-02-29T12:00Z', '2024-02-29T12:00:00Z'],
    ['2024-02-29T12:00:01.5+02:00', '2024-02-29T12:00:01.5+02:00'],
    ['2024-02-29 12:00:01,123456789-0130', '2024-02-29T12:00:01.123456789-01:30'],
    ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00Z'],
    ['1969-12-31T23:59:59.999999999Z', '1969-12-31T23:59:59.999999999Z'],
    ['0099-03-01T00:00:00Z', '0099-03-01T00:00:00Z'],
  ])('%s is read and printed as %s', (text, printed) => expect(String(st.Time(text))).toBe(printed));

  it.each([
    '2023-02-29',
    '2024-13-01',
    '2024-00-10',
    '2024-01-01T24:00:00Z',
    '2024-01-01T12:60:00Z',
    '2024-01-01T12:00:60Z',
    '24-01-01',
    '2024-01-01T12:00:00+24:00',
    '2024-01-01T12:00:00+01:60',
    '2024-01-01T12:00:00.1234567890Z',
    'now',
    '',
  ])('%s is refused', (text) => {
    expect(() => st.Time(text)).toThrow(expect.objectContaining({ code: 'ARGUMENT_TEXT' }));
  });

  it('set to another time is that time, without the nanoseconds it no longer has', () => {
    const time = st.Moment();
    time.setTime(1e12 + 7);
    const back = st.Time(time);
    expect([back.getTime(), back.nanosecond, back.zone]).toEqual([1e12 + 7, 7_000_000, 'XYZ']);
  });

  it('is null where the pointer is nil', () => {
    expect(st.Later(undefined)).toBeNull();
    expect(st.Later(new Date(5)).getTime()).toBe(5);
  });
});

describe('duration', () => {
  const most = 2n ** 63n - 1n;

  it('is exact to the nanosecond below 99 days', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -8_500_000_000_000_000n, max: 8_500_000_000_000_000n }), (ns) => {
        const ms = st.Duration(ns);
        expect(st.Duration(ms)).toBe(ms);
        const whole = Math.trunc(ms);
        expect(BigInt(whole) * 1_000_000n + BigInt(Math.round((ms - whole) * 1e6))).toBe(ns);
      }),
    );
  });

  it.each([
    [most, Infinity],
    [-most - 1n, -Infinity],
    [0n, 0],
    [1n, 1e-6],
    [-1n, -1e-6],
    [86_400_000_000_000n * 365n * 200n, 86_400_000 * 365 * 200],
  ])('%s ns are %s ms, both ways', (ns, ms) => {
    expect(st.Duration(ns)).toBe(ms);
    expect(st.Duration(ms)).toBe(ms);
  });

  it.each([9223372036853, -9223372036853, 8_553_600_000.5, 0.000001, -0.000001, 0.1, 1 / 3, 2 ** 53 / 1e6, 5e-324])(
    '%s ms come back as the ms of the nearest ns',
    (ms) => {
      const back = st.Duration(ms);
      expect(st.Duration(back)).toBe(back);
      expect(Math.abs(back - ms)).toBeLessThanOrEqual(0.5e-6);
    },
  );

  it.each([9223372036854, -9223372036854, 1e300])('%s ms are more than Go holds', (ms) => {
    expect(() => st.Duration(ms)).toThrow(expect.objectContaining({ code: 'ARGUMENT_RANGE' }));
  });

  it.each([2n ** 63n, -(2n ** 63n) - 1n])('%s ns are more than Go holds', (ns) => {
    expect(() => st.Duration(ns)).toThrow(expect.objectContaining({ code: 'ARGUMENT_RANGE' }));
  });

  it('that no number of ms holds is an error, never another duration', () => {
    expect(() => st.Duration(most - 1n)).toThrow(expect.objectContaining({ name: 'ResultRangeError' }));
    expect(st.Duration(5n)).toBe(5e-6);
  });

  it.each([
    ['1h2m3.5s', 3_723_500],
    ['-1.5h', -5_400_000],
    ['1us', 0.001],
    ['0', 0],
  ])('text %s is read as Go reads it', (text, ms) => expect(st.Duration(text)).toBe(ms));
});

describe('big numbers and JSON', () => {
  it('keep every integer', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 600n), max: 2n ** 600n }), (n) => {
        expect(st.BigInt(n)).toBe(n);
        expect(st.BigValue(n)).toBe(n);
      }),
    );
  });

  it('keep every fraction, in lowest terms', () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.bigInt({ min: 2n, max: 10n ** 30n }), (a, b) => {
        const [num, den = '1'] = st.Rat(`${a}/${b}`).split('/');
        expect(BigInt(num) * b).toBe(a * BigInt(den));
      }),
    );
    expect(st.Rat(0.1)).toBe('1/10');
    expect(st.Rat('1e3')).toBe('1000');
    expect(st.Rat(null)).toBeNull();
  });

  it('keep any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6, noUnicodeString: false }), (value) => {
        const text = JSON.stringify(value);
        expect(JSON.stringify(st.JSON(value))).toBe(text);
      }),
    );
    expect(st.JSON({ toJSON: () => [1] })).toEqual([1]);
  });
});

describe('scalars at their edges', () => {
  it.each([
    ['Int64', -(2n ** 63n)],
    ['Int64', 2n ** 63n - 1n],
    ['Uint64', 2n ** 64n - 1n],
    ['Int64', 2n ** 53n],
    ['Int', -Number.MAX_SAFE_INTEGER],
    ['Float64', -0],
    ['Float64', Number.MIN_VALUE],
    ['Float64', Number.MAX_VALUE],
    ['Float64', 2.2250738585072014e-308],
    ['Float32', Math.fround(1.4e-45)],
    ['Float32', Math.fround(3.4028234663852886e38)],
    ['Float32', -Infinity],
    ['String', ''],
    ['String', '\0'],
    ['String', '\u{10ffff}\u{10000}\ufffd\uffff'],
    ['String', `${'é'.repeat(15)}a`],
    ['String', `${'a'.repeat(31)}é`],
  ] as const)('%s keeps %s', (name, value) => expect(s[name](value)).toBe(value));

  it('integers turn -0 into 0, as Go has one zero', () => {
    for (const name of ['Int', 'Int8', 'Uint8', 'Int32', 'Uint32']) expect(s[name](-0)).toBe(0);
    expect(s.Int64(-0)).toBe(0n);
  });

  it('any number and any text come back', () => {
    fc.assert(fc.property(fc.double(), (x) => Object.is(s.Float64(x), x)));
    fc.assert(fc.property(fc.float(), (x) => Object.is(s.Float32(x), x)));
    fc.assert(fc.property(fc.maxSafeInteger(), (x) => s.Int(x) === (x === 0 ? 0 : x)));
    fc.assert(fc.property(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), (x) => s.Int64(x) === x));
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (x) => s.String(x) === x));
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (x) => s.String(x) === x));
  });
});

describe('collections at their edges', () => {
  it.each([0, 1, 15, 16, 31, 32, 65_535, 65_536])('of %i items come back', (n) => {
    const ints = Array.from({ length: n }, (_, i) => i - 5);
    expect(c.Ints(ints)).toEqual(ints);
    const counts = Object.fromEntries(ints.map((i) => [`k${i}`, i]));
    expect({ ...c.Counts(counts) }).toEqual(counts);
    const floats = Float64Array.from(ints, (i) => i / 3);
    expect(Buffer.compare(Buffer.from(c.Floats(floats).buffer), Buffer.from(floats.buffer))).toBe(0);
  });

  it('views of a part of a buffer are that part', () => {
    const memory = new Uint8Array(20_000).map((_, i) => i);
    for (const [from, to] of [
      [3, 10],
      [1000, 9000],
    ] as const) {
      const part = memory.subarray(from, to);
      expect(Buffer.compare(c.Bytes(part), part)).toBe(0);
      expect(c.Bytes(part).buffer).not.toBe(memory.buffer);
    }
    expect(c.Floats(new Float64Array(memory.buffer, 8, 3))).toEqual(new Float64Array(memory.buffer, 8, 3));
  });

  it('keys of any text come back, those of Object.prototype too', () => {
    const odd = { ['__proto__']: 1, constructor: 2, toString: 3, '': 4, 'ä\u{1f600}': 5, valueOf: 6 };
    const back = c.Counts(odd);
    expect(Object.keys(back).sort()).toEqual(Object.keys(odd).sort());
    for (const key of Object.keys(odd)) expect(back[key]).toBe((odd as Record<string, number>)[key]);
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'binary' }), fc.integer()), (map) => {
        expect({ ...c.Counts(map) }).toEqual({ ...map });
      }),
    );
  });

  it('nested text comes back', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string({ unit: 'binary' }))), (x) => {
        expect(c.Nested(x)).toEqual(x);
      }),
    );
  });
});
