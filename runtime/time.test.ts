import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { GoTime } from './time.ts';

describe('a GoTime', () => {
  it('is a Date', () => {
    const time = new GoTime(1e9, 123_456_789, 120, 'CEST');
    expect(time).toBeInstanceOf(Date);
    expect(time.getTime()).toBe(1e12 + 123);
    expect(time.toISOString()).toBe('2001-09-09T01:46:40.123Z');
    expect(JSON.stringify(time)).toBe('"2001-09-09T01:46:40.123Z"');
    expect(inspect(time)).toBe('GoTime 2001-09-09T03:46:40.123456789+02:00 (CEST)');
  });

  it.each([
    [new GoTime(0), '1970-01-01T00:00:00Z'],
    [new GoTime(0, 1), '1970-01-01T00:00:00.000000001Z'],
    [new GoTime(0, 500_000_000), '1970-01-01T00:00:00.5Z'],
    [new GoTime(-1, 999_999_999), '1969-12-31T23:59:59.999999999Z'],
    [new GoTime(0, 0, -90, ''), '1969-12-31T22:30:00-01:30'],
    [new GoTime(0, 0, 330, 'IST'), '1970-01-01T05:30:00+05:30'],
    [new GoTime(Number.NaN), 'Invalid Date'],
  ])('prints %s', (time, text) => expect(String(time)).toBe(text));

  it('forgets its nanoseconds when it is set to another millisecond, and finds them again', () => {
    const time = new GoTime(10, 123_456_789);
    expect(time.exact()).toBe(true);
    time.setMilliseconds(5);
    expect(time.exact()).toBe(false);
    expect(String(time)).toBe('1970-01-01T00:00:10.005Z');
    time.setMilliseconds(123);
    expect(time.exact()).toBe(true);
  });
});
