import type { BuildOptions } from '../../manifests/options.ts';
import type { Type, WideKind } from '../../manifests/schema.ts';
import type { Lane } from '../lane.ts';
import { GoTime } from '../time.ts';
import * as r from './read.ts';
import * as std from './std.ts';
import * as w from './write.ts';

/** The codec of a type that stands for itself: one function each way, whatever the schema says around it. */
export interface Plain {
  write(l: Lane, x: unknown): void;
  read(l: Lane): unknown;
  /** Go's zero value. */
  zero(): unknown;
  /** Takes at most 19 bytes: written without a check for room. */
  fixed?: true;
  /** Writing it never runs code of the user: no getter, no iterator. */
  inert?: true;
}

/** Go's zero time, in seconds since 1970. */
const YEAR_ONE = -62_135_596_800;

export type CodecOptions = Pick<BuildOptions, 'int64' | 'nil' | 'records' | 'duration'>;

const scalar = (write: Plain['write'], read: Plain['read'], zero: unknown = 0): Plain => ({
  write,
  read,
  zero: () => zero,
  fixed: true,
  inert: true,
});
const complex: Plain = { write: w.complex, read: r.complex, zero: () => ({ re: 0, im: 0 }), fixed: true };
const float = (write: Plain['write']) => scalar(write, r.float64);
const absent = (write: Plain['write'], read: Plain['read']): Plain => ({ write, read, zero: () => null });

const PLAIN: { [K in Type['kind']]?: Plain } = {
  bool: scalar(w.bool, r.bool, false),
  string: { write: w.string, read: r.string, zero: () => '', inert: true },
  int: scalar(w.int, r.number),
  uint: scalar(w.uint, r.number),
  int8: scalar(w.int8, r.number),
  int16: scalar(w.int16, r.number),
  int32: scalar(w.int32, r.number),
  uint8: scalar(w.uint8, r.number),
  uint16: scalar(w.uint16, r.number),
  uint32: scalar(w.uint32, r.number),
  int64: scalar(w.int64, r.bigint, 0n),
  uint64: scalar(w.uint64, r.bigint, 0n),
  uintptr: scalar(w.uintptr, r.bigint, 0n),
  float32: float(w.float32),
  float64: float(w.float64),
  complex64: { ...complex, write: w.complex64 },
  complex128: complex,
  bytes: { write: w.bytes, read: (l) => r.bytes(l) ?? new Uint8Array(0), zero: () => new Uint8Array(0), inert: true },
  time: { write: std.time, read: std.readTime, zero: () => new GoTime(YEAR_ONE) },
  duration: { write: std.duration, read: std.readDuration, zero: () => 0 },
  bigInt: absent(std.bigInt, std.readBigInt),
  bigRat: absent((l, x) => std.bigText(l, x, 'big.Rat'), std.readText),
  bigFloat: absent((l, x) => std.bigText(l, x, 'big.Float'), std.readText),
  json: absent(std.json, std.readJSON),
  text: { write: w.string, read: r.string, zero: () => '', inert: true },
  jsonNumber: { write: std.jsonNumber, read: std.readText, zero: () => '' },
};

/** The same as numbers, with `nil: 'keep'`, with `duration: 'ns'`. */
const NUMBER: Record<WideKind, Plain> = {
  int64: scalar(w.int64, r.number),
  uint64: scalar(w.uint64, r.number),
  uintptr: scalar(w.uintptr, r.number),
};
const KEEP: typeof PLAIN = { bytes: { ...PLAIN.bytes!, read: r.bytes, zero: () => null } };
const NANOSECONDS: typeof PLAIN = { duration: { ...PLAIN.duration!, zero: () => 0n } };

/** Undefined for the kinds that need the schema. */
export function plain(type: Type, { nil, duration }: CodecOptions): Plain | undefined {
  if ('number' in type) return NUMBER[type.kind];
  const { kind } = type;
  return (nil === 'keep' && KEEP[kind]) || (duration === 'ns' && NANOSECONDS[kind]) || PLAIN[kind];
}
