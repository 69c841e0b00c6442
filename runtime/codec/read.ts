import { GoLibError, ResultRangeError } from '../../abi/errors.ts';
import { EXT } from '../../abi/numbers.ts';
import type { Lane } from '../lane.ts';

/**
 * Readers of values that need no description, the twins of `write.ts`. What they read was written by our own library, whose
 * schema hash equals ours: lengths are trusted, codes are checked.
 */

export function bool(l: Lane): boolean {
  return l.u8[l.pos++] === 0xc3;
}

/** True, and past it, where a nil comes next. */
export function nil(l: Lane): boolean {
  if (l.u8[l.pos] !== 0xc0) return false;
  l.pos++;
  return true;
}

export function number(l: Lane): number {
  const c = l.u8[l.pos]!;
  if (c < 0x80) {
    l.pos++;
    return c;
  }
  return longNumber(l);
}

export function float64(l: Lane): number {
  if (l.u8[l.pos] !== 0xcb) return number(l);
  l.pos += 9;
  return l.view.getFloat64(l.pos - 8);
}

/** Any number code except fixint. */
function longNumber(l: Lane): number {
  const { view } = l;
  const code = l.u8[l.pos++]!;
  const p = l.pos;
  switch (code) {
    case 0xcc:
      l.pos = p + 1;
      return l.u8[p]!;
    case 0xcd:
      l.pos = p + 2;
      return view.getUint16(p);
    case 0xce:
      l.pos = p + 4;
      return view.getUint32(p);
    case 0xd0:
      l.pos = p + 1;
      return view.getInt8(p);
    case 0xd1:
      l.pos = p + 2;
      return view.getInt16(p);
    case 0xd2:
      l.pos = p + 4;
      return view.getInt32(p);
    case 0xca:
      l.pos = p + 4;
      return view.getFloat32(p);
    case 0xcb:
      l.pos = p + 8;
      return view.getFloat64(p);
    case 0xd3:
      l.pos = p + 8;
      return exact(view.getBigInt64(p));
    case 0xcf:
      l.pos = p + 8;
      return exact(view.getBigUint64(p));
  }
  if (code >= 0xe0) return code - 256;
  return unexpected(l, 'a number', code);
}

function exact(x: bigint): number {
  const n = Number(x);
  if (!Number.isSafeInteger(n)) {
    throw new ResultRangeError(`Go returned ${x}, which a JavaScript number cannot hold exactly`);
  }
  return n;
}

export function bigint(l: Lane): bigint {
  const p = l.pos;
  switch (l.u8[p]) {
    case 0xd3:
      l.pos = p + 9;
      return l.view.getBigInt64(p + 1);
    case 0xcf:
      l.pos = p + 9;
      return l.view.getBigUint64(p + 1);
    default:
      return BigInt(number(l));
  }
}

export function complex(l: Lane): { re: number; im: number } {
  l.pos++;
  const re = float64(l);
  return { re, im: float64(l) };
}

/** Number of items of an array, −1 for nil. */
export function arrayHeader(l: Lane): number {
  const c = l.u8[l.pos++]!;
  if (c >= 0x90 && c < 0xa0) return c & 15;
  return longHeader(l, c, 0xdc);
}

/** Number of pairs of a map, −1 for nil. */
export function mapHeader(l: Lane): number {
  const c = l.u8[l.pos++]!;
  if (c >= 0x80 && c < 0x90) return c & 15;
  return longHeader(l, c, 0xde);
}

function longHeader(l: Lane, code: number, long: number): number {
  const p = l.pos;
  if (code === 0xc0) return -1;
  if (code === long) {
    l.pos = p + 2;
    return l.view.getUint16(p);
  }
  if (code === long + 1) {
    l.pos = p + 4;
    return l.view.getUint32(p);
  }
  return unexpected(l, long === 0xdc ? 'an array' : 'a map', code);
}

const fromCharCode = String.fromCharCode;

export function string(l: Lane): string {
  const { u8 } = l;
  const p = l.pos + 1;
  const n = u8[l.pos]! - 0xa0;
  if (n >= 0 && n < 32) {
    l.pos = p + n;
    return n <= 16 ? shortText(l, p, n) : text(l, p, n);
  }
  return longText(l);
}

function shortText(l: Lane, start: number, n: number): string {
  const { u8 } = l;
  let s = '';
  let p = start;
  const end = start + n;
  for (; p + 4 <= end; p += 4) {
    const a = u8[p]!;
    const b = u8[p + 1]!;
    const c = u8[p + 2]!;
    const d = u8[p + 3]!;
    if ((a | b | c | d) > 127) return l.text.utf8Slice(start, end);
    s += fromCharCode(a, b, c, d);
  }
  for (; p < end; p++) {
    const a = u8[p]!;
    if (a > 127) return l.text.utf8Slice(start, end);
    s += fromCharCode(a);
  }
  return s;
}

function text(l: Lane, start: number, n: number): string {
  const { u8 } = l;
  const end = start + n;
  let high = 0;
  for (let p = start; p < end; p++) high |= u8[p]!;
  return high > 127 ? l.text.utf8Slice(start, end) : l.text.latin1Slice(start, end);
}

/** Go says which text is ASCII: str8 and up; other text is `ext text`. */
function longText(l: Lane): string {
  const code = l.u8[l.pos++]!;
  const n = payloadLength(l, code);
  if (n < 0) return unexpected(l, 'text', code);
  const start = l.pos;
  l.pos = start + n;
  return code >= 0xd9 ? l.text.latin1Slice(start, l.pos) : l.text.utf8Slice(start, l.pos);
}

/** Past the header of a str, or of an ext with its type; −1 for other codes. */
function payloadLength(l: Lane, code: number): number {
  const { view } = l;
  const p = l.pos;
  switch (code) {
    case 0xd9:
      l.pos = p + 1;
      return view.getUint8(p);
    case 0xda:
      l.pos = p + 2;
      return view.getUint16(p);
    case 0xdb:
      l.pos = p + 4;
      return view.getUint32(p);
    case 0xc7:
      l.pos = p + 2;
      return view.getUint8(p);
    case 0xc8:
      l.pos = p + 3;
      return view.getUint16(p);
    case 0xc9:
      l.pos = p + 5;
      return view.getUint32(p);
    default:
      return -1;
  }
}

/** Bytes of their own memory; null for nil. */
export function bytes(l: Lane): Uint8Array | null {
  const { u8, pos } = l;
  let n: number;
  switch (u8[pos]) {
    case 0xc0:
      l.pos = pos + 1;
      return null;
    case 0xc4:
      n = u8[pos + 1]!;
      l.pos = pos + 2;
      break;
    case 0xc5:
      n = l.view.getUint16(pos + 1);
      l.pos = pos + 3;
      break;
    case 0xc6:
      n = l.view.getUint32(pos + 1);
      l.pos = pos + 5;
      break;
    default:
      return keptMemory(l);
  }
  const start = l.pos;
  l.pos = start + n;
  return u8.slice(start, l.pos);
}

/** What Go kept because it is long: taken by a second crossing, into fresh memory. */
export function keptMemory(l: Lane): Uint8Array {
  const { u8, view, pos } = l;
  if (u8[pos] !== 0xd7 || u8[pos + 1] !== EXT.kept) unexpected(l, 'bytes', u8[pos]!);
  const index = view.getUint32(pos + 2);
  const memory = new Uint8Array(view.getUint32(pos + 6));
  l.pos = pos + 10;
  if (l.native.take(l.id, index, memory) !== 0) throw new GoLibError(`internal error: Go no longer has item ${index}`);
  return memory;
}

/** A defect of ours: the library wrote what the schema does not say. */
export function unexpected(l: Lane, want: string, code: number): never {
  throw new GoLibError(
    `internal error: the reply has code 0x${code.toString(16)} at byte ${l.pos - 1}, want ${want}; please report this`,
  );
}
