import { ANY, EXT, INLINE_BYTES } from '../../abi/numbers.ts';
import { type Lane, SLACK } from '../lane.ts';
import { Lent } from '../lend.ts';
import { refuse, refuseNull } from './refusal.ts';

/**
 * Writers of values that need no description: each checks a value completely, then writes it. Fixed-size ones rely on the
 * lane's slack; the others make room and leave the slack behind them. `read.ts` has the twins.
 */

declare global {
  interface String {
    isWellFormed(): boolean;
  }
}

const SAFE = Number.MAX_SAFE_INTEGER;

/** What every writer may assume, and has to leave. */
export function room(l: Lane, bytes: number): void {
  if (l.size - l.pos < bytes + SLACK) l.grow(bytes);
}

export function nil(l: Lane): void {
  l.u8[l.pos++] = 0xc0;
}

export function bool(l: Lane, x: unknown): void {
  if (typeof x !== 'boolean') refuse('bool', x);
  l.u8[l.pos++] = x ? 0xc3 : 0xc2;
}

/** The code before a tag. MessagePack itself never uses it. */
export const TAG = 0xc1;

/** A tag; its payload, one item, follows. */
export function tag(l: Lane, n: number): void {
  l.u8[l.pos] = TAG;
  l.u8[l.pos + 1] = n;
  l.pos += 2;
}

/** Number of items in the array that follows. */
export function arrayHeader(l: Lane, n: number): void {
  header(l, n, 0x90, 0xdc);
}

/** Number of pairs in the map that follows. */
export function mapHeader(l: Lane, n: number): void {
  header(l, n, 0x80, 0xde);
}

function header(l: Lane, n: number, short: number, long: number): void {
  const { u8, pos } = l;
  if (n < 16) {
    u8[pos] = short | n;
    l.pos = pos + 1;
  } else if (n < 65536) {
    u8[pos] = long;
    l.view.setUint16(pos + 1, n);
    l.pos = pos + 3;
  } else {
    u8[pos] = long + 1;
    l.view.setUint32(pos + 1, n);
    l.pos = pos + 5;
  }
}

/** An integer that is known to be one, in its shortest number code. */
export function integer(l: Lane, x: number): void {
  if (x >= 0 && x < 128) l.u8[l.pos++] = x;
  else longInteger(l, x);
}

function longInteger(l: Lane, x: number): void {
  const { u8, view, pos } = l;
  if (x > 4294967295 || x < -2147483648) double(l, x);
  else if (x < -32768 || x > 65535) {
    u8[pos] = x < 0 ? 0xd2 : 0xce;
    view.setInt32(pos + 1, x);
    l.pos = pos + 5;
  } else if (x < -128 || x > 255) {
    u8[pos] = x < 0 ? 0xd1 : 0xcd;
    view.setInt16(pos + 1, x);
    l.pos = pos + 3;
  } else if (x >= -32 && x < 0) {
    u8[pos] = x;
    l.pos = pos + 1;
  } else {
    u8[pos] = x < 0 ? 0xd0 : 0xcc;
    u8[pos + 1] = x;
    l.pos = pos + 2;
  }
}

export function double(l: Lane, x: number): void {
  l.u8[l.pos] = 0xcb;
  l.view.setFloat64(l.pos + 1, x);
  l.pos += 9;
}

function bigSigned(l: Lane, x: bigint): void {
  l.u8[l.pos] = 0xd3;
  l.view.setBigInt64(l.pos + 1, x);
  l.pos += 9;
}

function bigUnsigned(l: Lane, x: bigint): void {
  l.u8[l.pos] = 0xcf;
  l.view.setBigUint64(l.pos + 1, x);
  l.pos += 9;
}

export function int(l: Lane, x: unknown): void {
  if (typeof x === 'number' && x === (x | 0)) integer(l, x);
  else signed(l, x, 'int');
}

export function int64(l: Lane, x: unknown): void {
  if (typeof x === 'bigint' && x === BigInt.asIntN(64, x)) bigSigned(l, x);
  else signed(l, x, 'int64');
}

function signed(l: Lane, x: unknown, want: string): void {
  if (typeof x === 'bigint') {
    if (x !== BigInt.asIntN(64, x)) refuse(`${want} (-2^63 to 2^63 - 1)`, x, 'ARGUMENT_RANGE');
    bigSigned(l, x);
  } else wide(l, x, want, -SAFE);
}

export function uint(l: Lane, x: unknown): void {
  if (typeof x === 'number' && x >= 0 && x === (x | 0)) integer(l, x);
  else unsigned(l, x, 'uint');
}

export function uint64(l: Lane, x: unknown): void {
  if (typeof x === 'bigint' && x === BigInt.asUintN(64, x)) bigUnsigned(l, x);
  else unsigned(l, x, 'uint64');
}

export function uintptr(l: Lane, x: unknown): void {
  unsigned(l, x, 'uintptr');
}

function unsigned(l: Lane, x: unknown, want: string): void {
  if (typeof x === 'bigint') {
    if (x !== BigInt.asUintN(64, x)) refuse(`${want} (0 to 2^64 - 1)`, x, 'ARGUMENT_RANGE');
    bigUnsigned(l, x);
  } else wide(l, x, want, 0);
}

/** A number where Go has 64 bits: exact up to 2^53 − 1. */
function wide(l: Lane, x: unknown, want: string, least: number): void {
  if (typeof x !== 'number') refuse(want, x);
  if (!Number.isInteger(x)) refuse(want, x);
  if (x < 0 && least === 0) refuse(`${want} (0 to 2^64 - 1)`, x, 'ARGUMENT_RANGE');
  if (!Number.isSafeInteger(x)) refuse(`${want} (beyond 2^53 - 1 as a bigint)`, x, 'ARGUMENT_RANGE');
  integer(l, x === 0 ? 0 : x);
}

export function int8(l: Lane, x: unknown): void {
  narrow(l, x, 'int8', -128, 127);
}
export function int16(l: Lane, x: unknown): void {
  narrow(l, x, 'int16', -32768, 32767);
}
export function int32(l: Lane, x: unknown): void {
  narrow(l, x, 'int32', -2147483648, 2147483647);
}
export function uint8(l: Lane, x: unknown): void {
  narrow(l, x, 'uint8', 0, 255);
}
export function uint16(l: Lane, x: unknown): void {
  narrow(l, x, 'uint16', 0, 65535);
}
export function uint32(l: Lane, x: unknown): void {
  narrow(l, x, 'uint32', 0, 4294967295);
}

function narrow(l: Lane, x: unknown, want: string, least: number, most: number): void {
  if (typeof x !== 'number' || !Number.isInteger(x)) refuse(aNumber(want, x), x);
  if (x < least || x > most) refuse(`${want} (${least} to ${most})`, x, 'ARGUMENT_RANGE');
  integer(l, x);
}

/** These take no bigint: what a JavaScript number holds exactly is all there is. */
function aNumber(want: string, x: unknown): string {
  return typeof x === 'bigint' ? `${want} (a number)` : want;
}

export function float64(l: Lane, x: unknown): void {
  if (typeof x !== 'number') refuse(aNumber('float64', x), x);
  double(l, x);
}

export function float32(l: Lane, x: unknown): void {
  if (typeof x !== 'number') refuse(aNumber('float32', x), x);
  if (!Number.isFinite(Math.fround(x)) && Number.isFinite(x)) refuse('float32 (up to 3.4e38)', x, 'ARGUMENT_RANGE');
  double(l, x);
}

export function complex(l: Lane, x: unknown): void {
  const { re, im } = (typeof x === 'object' && x !== null ? x : {}) as { re?: unknown; im?: unknown };
  if (typeof re !== 'number' || typeof im !== 'number') refuse('complex number ({ re, im })', x);
  l.u8[l.pos++] = 0x92;
  double(l, re);
  double(l, im);
}

export function complex64(l: Lane, x: unknown): void {
  const { pos } = l;
  complex(l, x);
  for (const at of [pos + 2, pos + 11]) {
    const part = l.view.getFloat64(at);
    if (Number.isFinite(part) && !Number.isFinite(Math.fround(part))) {
      refuse('complex64 (parts up to 3.4e38)', part, 'ARGUMENT_RANGE');
    }
  }
}

/** Text up to this length is written by a loop; above it a call into V8 pays off. */
const SHORT = 16;

export function string(l: Lane, x: unknown): void {
  if (typeof x !== 'string') refuse('string', x);
  const n = x.length;
  if (n > SHORT) {
    longText(l, x);
    return;
  }
  if (l.size - l.pos < 128) l.grow(128);
  const { u8 } = l;
  let p = l.pos;
  u8[p++] = 0xa0 | n;
  for (let i = 0; i < n; i++) {
    const c = x.charCodeAt(i);
    if (c > 127) {
      longText(l, x);
      return;
    }
    u8[p++] = c;
  }
  l.pos = p;
}

function longText(l: Lane, x: string): void {
  // One-byte strings answer at once; only those with wide characters are searched.
  if (!x.isWellFormed()) {
    const at = x.search(/\p{Surrogate}/u);
    refuse(`text without lone surrogates (there is one at index ${at})`, x, 'ARGUMENT_TEXT');
  }
  const most = x.length * 3;
  if (l.size - l.pos < most + 5 + SLACK) l.grow(Buffer.byteLength(x) + 5);
  const n = l.text.utf8Write(x, l.pos + 5);
  l.u8[l.pos] = 0xdb;
  l.view.setUint32(l.pos + 1, n);
  l.pos += 5 + n;
}

/** `[]byte`: also text and ArrayBuffer. */
export function bytes(l: Lane, x: unknown): void {
  if (x === null || x === undefined) nil(l);
  else if (typeof x === 'string') string(l, x);
  else if (x instanceof Lent) lent(l, octets(x.memory) ?? refuse('lend of a Uint8Array or ArrayBuffer', x.memory));
  else memory(l, octets(x) ?? refuse('Uint8Array, ArrayBuffer or string', x));
}

/** Memory that Go may write to. */
export function lent(l: Lane, x: Uint8Array): void {
  tag(l, ANY.lend);
  memory(l, x);
  l.borrow(x);
}

/** `[n]byte`. */
export function byteArray(l: Lane, x: unknown, n: number): void {
  const want = `Uint8Array of length ${n}`;
  if (x === null || x === undefined) refuseNull(want, x);
  if (typeof x === 'string') {
    const length = Buffer.byteLength(x);
    if (length !== n) refuse(`${want} (or text of ${n} bytes)`, x, 'ARGUMENT_LENGTH');
    string(l, x);
    return;
  }
  const octet = octets(x) ?? refuse(want, x);
  if (octet.byteLength !== n) refuse(`${want}`, x, 'ARGUMENT_LENGTH');
  memory(l, octet);
}

function octets(x: unknown): Uint8Array | undefined {
  if (x instanceof Uint8Array) return x;
  if (!(x instanceof ArrayBuffer || x instanceof SharedArrayBuffer)) return undefined;
  try {
    return new Uint8Array(x);
  } catch {
    return refuse('bytes whose memory was not transferred or cut off', x);
  }
}

/** Raw memory: short pieces are copied, long ones lent to Go, which copies them when it decodes. */
export function memory(l: Lane, x: Uint8Array): void {
  const n = x.byteLength;
  room(l, Math.min(n, INLINE_BYTES) + 5);
  if (n > INLINE_BYTES) {
    const { u8, pos } = l;
    u8[pos] = 0xd6;
    u8[pos + 1] = EXT.lent;
    l.view.setUint32(pos + 2, l.lend(x));
    l.pos = pos + 6;
    return;
  }
  binary(l, n);
  try {
    l.u8.set(x, l.pos);
  } catch {
    refuse('bytes whose memory was not transferred or cut off', x);
  }
  l.pos += n;
}

/** The header of `n` bytes of memory that follow in the lane. */
export function binary(l: Lane, n: number): void {
  if (n < 256) {
    l.u8[l.pos] = 0xc4;
    l.u8[l.pos + 1] = n;
    l.pos += 2;
  } else if (n < 65536) {
    l.u8[l.pos] = 0xc5;
    l.view.setUint16(l.pos + 1, n);
    l.pos += 3;
  } else {
    l.u8[l.pos] = 0xc6;
    l.view.setUint32(l.pos + 1, n);
    l.pos += 5;
  }
}
