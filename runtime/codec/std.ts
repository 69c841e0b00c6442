import { ResultRangeError } from '../../abi/errors.ts';
import type { Lane } from '../lane.ts';
import { GoTime } from '../time.ts';
import { number, bigint as readBigint, float64 as readFloat64, nil as readNil, string as readString } from './read.ts';
import { describe, Refusal, refuse, refuseNull } from './refusal.ts';
import { double, int64, integer, nil, string } from './write.ts';

/** The standard library's own values: times, big numbers, JSON. Writers and readers stand together. */

const WANT_TIME = 'Date, GoTime, ISO 8601 text with a zone or Temporal';

/** [seconds, nanoseconds, offset in seconds, zone] */
export function time(l: Lane, x: unknown): void {
  if (x === null || x === undefined) refuseNull(WANT_TIME, x);
  const { seconds, nanosecond, offset, zone } = instant(x) ?? refuse(WANT_TIME, x);
  l.u8[l.pos++] = 0x94;
  integer(l, seconds);
  integer(l, nanosecond);
  integer(l, offset);
  string(l, zone);
}

interface Instant {
  seconds: number;
  nanosecond: number;
  /** Seconds. */
  offset: number;
  zone: string;
}

function instant(x: unknown): Instant | undefined {
  if (x instanceof Date) return ofDate(x);
  if (typeof x === 'string') return ofText(x);
  return ofTemporal(x);
}

function ofDate(date: Date): Instant {
  const ms = date.getTime();
  if (Number.isNaN(ms)) refuse('a valid Date', 'Invalid Date', 'ARGUMENT_RANGE');
  const seconds = Math.floor(ms / 1000);
  const nanosecond = (ms - seconds * 1000) * 1e6;
  if (!(date instanceof GoTime)) return { seconds, nanosecond, offset: 0, zone: 'UTC' };
  const { zone } = date;
  return {
    seconds,
    nanosecond: date.exact() ? date.nanosecond : nanosecond,
    offset: Math.round(date.offset * 60),
    zone,
  };
}

const ISO =
  /^([+-]\d{6}|\d{4})-(\d\d)-(\d\d)(?:[Tt ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?([Zz]|[+-]\d\d(?::?\d\d)?))?$/;

/** Exact to the nanosecond. A date alone is midnight UTC; a time needs a zone. */
function ofText(text: string): Instant | undefined {
  const match = ISO.exec(text);
  if (!match) return refuse(WANT_TIME, text, 'ARGUMENT_TEXT');
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '', zone = 'Z'] = match;
  const date = new Date(0);
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  date.setUTCHours(Number(hour), Number(minute), Number(second));
  const [, sign, hours = '0', minutes = '0'] = /^([+-])(\d\d):?(\d\d)?$/.exec(zone) ?? [];
  const sameDay = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  const sameTime = Number(hour) < 24 && [minute, second, minutes].every((x) => Number(x) < 60) && Number(hours) < 24;
  if (!sameDay || !sameTime) return refuse('a date and time that exist', text, 'ARGUMENT_TEXT');
  const utc = zone === 'Z' || zone === 'z';
  const offset = utc ? 0 : (sign === '-' ? -60 : 60) * (Number(hours) * 60 + Number(minutes));
  return {
    seconds: date.getTime() / 1000 - offset,
    nanosecond: Number(fraction.padEnd(9, '0')),
    offset,
    zone: utc ? 'UTC' : '',
  };
}

interface TemporalLike {
  epochNanoseconds?: bigint;
  offsetNanoseconds?: number;
  timeZoneId?: string;
}

function ofTemporal(x: unknown): Instant | undefined {
  const kind = temporalKind(x);
  if (kind !== 'Instant' && kind !== 'ZonedDateTime') return undefined;
  const { epochNanoseconds, offsetNanoseconds = 0, timeZoneId = 'UTC' } = x as TemporalLike;
  if (typeof epochNanoseconds !== 'bigint') return undefined;
  const nanosecond = Number(((epochNanoseconds % 1_000_000_000n) + 1_000_000_000n) % 1_000_000_000n);
  return {
    seconds: Number((epochNanoseconds - BigInt(nanosecond)) / 1_000_000_000n),
    nanosecond,
    offset: Math.round(offsetNanoseconds / 1e9),
    zone: timeZoneId,
  };
}

/** By its tag: Temporal may be built in or a polyfill. */
function temporalKind(x: unknown): string | undefined {
  const tag: unknown = typeof x === 'object' && x !== null ? Reflect.get(x, Symbol.toStringTag) : undefined;
  return typeof tag === 'string' && tag.startsWith('Temporal.') ? tag.slice('Temporal.'.length) : undefined;
}

const LAST_SECOND = 8.64e12;

export function readTime(l: Lane): GoTime {
  l.pos++;
  const seconds = number(l);
  const nanosecond = number(l);
  const offset = number(l);
  const zone = readString(l);
  if (seconds < -LAST_SECOND || seconds > LAST_SECOND || (seconds === LAST_SECOND && nanosecond > 0)) {
    throw new ResultRangeError(`Go returned a time ${seconds} seconds from 1970, beyond what a Date can hold`);
  }
  return new GoTime(seconds, nanosecond, offset / 60, zone);
}

const WANT_DURATION = 'number of ms, bigint of ns, or text such as "1m30s"';
/** The whole ms that an int64 of nanoseconds holds. */
const MOST_MS = 9223372036853;
const MOST_NS = 2n ** 63n - 1n;

export function duration(l: Lane, x: unknown): void {
  if (typeof x === 'number') {
    if (Number.isNaN(x)) refuse(WANT_DURATION, x);
    if (Math.abs(Math.trunc(x)) > MOST_MS && Number.isFinite(x))
      refuse('a duration of up to 292 years in ms', x, 'ARGUMENT_RANGE');
    double(l, x);
  } else if (typeof x === 'bigint') {
    if (x !== BigInt.asIntN(64, x)) refuse('a duration of up to 292 years in ns', x, 'ARGUMENT_RANGE');
    int64(l, x);
  } else if (typeof x === 'string') string(l, x);
  else if (temporalKind(x) === 'Duration') int64(l, nanoseconds(x as Record<string, number>));
  else refuse(WANT_DURATION, x);
}

function nanoseconds(d: Record<string, number>): bigint {
  if (d['years'] || d['months']) refuse('a duration without years and months, whose length varies', d);
  const part = (name: string, ns: bigint) => BigInt(d[name] ?? 0) * ns;
  const total =
    part('weeks', 604_800_000_000_000n) +
    part('days', 86_400_000_000_000n) +
    part('hours', 3_600_000_000_000n) +
    part('minutes', 60_000_000_000n) +
    part('seconds', 1_000_000_000n) +
    part('milliseconds', 1_000_000n) +
    part('microseconds', 1000n) +
    part('nanoseconds', 1n);
  if (total !== BigInt.asIntN(64, total)) refuse('a duration of up to 292 years', total, 'ARGUMENT_RANGE');
  return total;
}

/** Of a constant: the number of ms that Go reads as just these nanoseconds; where there is none, the nanoseconds. */
export function milliseconds(ns: bigint): number | bigint {
  if (ns === MOST_NS) return Infinity;
  if (ns === -MOST_NS - 1n) return -Infinity;
  const ms = Number(ns / 1_000_000n) + Number(ns % 1_000_000n) / 1e6;
  const whole = Math.trunc(ms);
  const back = BigInt(whole) * 1_000_000n + BigInt(Math.round((ms - whole) * 1e6));
  return back === ns ? ms : ns;
}

/** Milliseconds, or bigint nanoseconds where the library was built so. */
export function readDuration(l: Lane): number | bigint {
  return l.u8[l.pos] === 0xd3 ? readBigint(l) : readFloat64(l);
}

/** `*big.Int`: null is nil. */
export function bigInt(l: Lane, x: unknown): void {
  if (x === null || x === undefined) nil(l);
  else if (typeof x === 'bigint') string(l, x.toString(16));
  else if (Number.isSafeInteger(x)) string(l, (x as number).toString(16));
  else refuse('bigint or safe integer', x, Number.isInteger(x) ? 'ARGUMENT_RANGE' : undefined);
}

export function readBigInt(l: Lane): bigint | null {
  if (readNil(l)) return null;
  const text = readString(l);
  return text.startsWith('-') ? -BigInt(`0x${text.slice(1)}`) : BigInt(`0x${text}`);
}

/** `*big.Rat`, `*big.Float` as exact text. */
export function bigText(l: Lane, x: unknown, want: 'big.Rat' | 'big.Float'): void {
  if (x === null || x === undefined) nil(l);
  else if (typeof x === 'string') string(l, x);
  else if (typeof x === 'bigint') string(l, String(x));
  else if (typeof x !== 'number') refuse(`text or number for ${want}`, x);
  else if (Number.isFinite(x)) string(l, Object.is(x, -0) ? '-0' : String(x));
  else if (want === 'big.Float' && !Number.isNaN(x)) string(l, x > 0 ? '+Inf' : '-Inf');
  else refuse(`text or finite number for ${want}`, x, 'ARGUMENT_RANGE');
}

export function readText(l: Lane): string | null {
  return readNil(l) ? null : readString(l);
}

/** `json.Number`: the text of a number. */
export function jsonNumber(l: Lane, x: unknown): void {
  if (typeof x === 'bigint' || (typeof x === 'number' && Number.isFinite(x))) string(l, String(x));
  else if (typeof x === 'string') string(l, x);
  else refuse('number, bigint or the text of one', x);
}

/** `json.RawMessage`: any value that has JSON. */
export function json(l: Lane, x: unknown): void {
  if (x === undefined || x === null) {
    nil(l);
    return;
  }
  let text: string | undefined;
  try {
    text = JSON.stringify(x);
  } catch (cause) {
    throw new Refusal(
      `want a value that has JSON, got ${describe(x)} (${(cause as Error).message.split('\n', 1)[0]})`,
      'ARGUMENT_TYPE',
    );
  }
  if (text === undefined) refuse('a value that has JSON', x);
  string(l, text);
}

export function readJSON(l: Lane): unknown {
  return readNil(l) ? null : JSON.parse(readString(l));
}
