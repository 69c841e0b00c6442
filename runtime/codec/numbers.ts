import type { NumberKind } from '../../manifests/schema.ts';
import type { Lane } from '../lane.ts';
import { Lent } from '../lend.ts';
import { bytes } from './read.ts';
import { describe, refuse, refuseNull, within } from './refusal.ts';
import * as scalars from './write.ts';

/** Slices and arrays of fixed-size numbers: their memory itself, little-endian as every supported platform is. */

type NumberArray =
  | Int8Array
  | Int16Array
  | Int32Array
  | BigInt64Array
  | Uint16Array
  | Uint32Array
  | BigUint64Array
  | Float32Array
  | Float64Array;

interface Format {
  array: {
    new (length: number): NumberArray;
    new (memory: ArrayBuffer): NumberArray;
    readonly name: string;
    readonly BYTES_PER_ELEMENT: number;
  };
  /** The value as an element, or undefined where it is none. */
  element(x: unknown): number | bigint | undefined;
}

const ranged = (array: Format['array'], least: number, most: number): Format => ({
  array,
  element: (x) => (typeof x === 'number' && Number.isInteger(x) && x >= least && x <= most ? x : undefined),
});
const big = (array: Format['array'], wrap: (x: bigint) => bigint): Format => ({
  array,
  element(x) {
    const value = Number.isSafeInteger(x) ? BigInt(x as number) : x;
    return typeof value === 'bigint' && wrap(value) === value ? value : undefined;
  },
});

const FORMATS: Record<NumberKind, Format> = {
  int8: ranged(Int8Array, -128, 127),
  int16: ranged(Int16Array, -32768, 32767),
  int32: ranged(Int32Array, -2147483648, 2147483647),
  uint16: ranged(Uint16Array, 0, 65535),
  uint32: ranged(Uint32Array, 0, 4294967295),
  int64: big(BigInt64Array, (x) => BigInt.asIntN(64, x)),
  uint64: big(BigUint64Array, (x) => BigInt.asUintN(64, x)),
  float32: {
    array: Float32Array,
    element: (x) => (typeof x === 'number' && (Number.isFinite(Math.fround(x)) || !Number.isFinite(x)) ? x : undefined),
  },
  float64: { array: Float64Array, element: (x) => (typeof x === 'number' ? x : undefined) },
};

/** `length` undefined: a slice. */
export function numbers(l: Lane, x: unknown, kind: NumberKind, length: number | undefined): void {
  const { array, element } = FORMATS[kind];
  const want = length === undefined ? `${array.name} or array of ${kind}` : `${array.name} of length ${length}`;
  if (x === null || x === undefined) {
    if (length !== undefined) refuseNull(want, x);
    scalars.nil(l);
    return;
  }
  let from: NumberArray;
  if (x instanceof Lent && length === undefined) {
    if (!(x.memory instanceof array)) refuse(`lend of a ${array.name}`, x.memory);
    scalars.lent(l, new Uint8Array(x.memory.buffer, x.memory.byteOffset, x.memory.byteLength));
    return;
  }
  if (x instanceof array) from = x;
  else if (Array.isArray(x)) from = fromArray(x, kind, array, element);
  else refuse(want, x);
  if (length !== undefined && from.length !== length) {
    refuse(want, x, 'ARGUMENT_LENGTH');
  }
  scalars.memory(l, new Uint8Array(from.buffer, from.byteOffset, from.byteLength));
}

function fromArray(x: unknown[], kind: NumberKind, array: Format['array'], element: Format['element']): NumberArray {
  const to = new array(x.length);
  for (let i = 0; i < x.length; i++) {
    const value = element(x[i]);
    if (value === undefined) refuseElement(kind, x[i], i);
    to[i] = value;
  }
  return to;
}

/** As the scalar of that kind is refused; its writer never gets as far as the lane. */
function refuseElement(kind: NumberKind, x: unknown, index: number): never {
  try {
    scalars[kind](undefined as never, x);
  } catch (refusal) {
    throw within(refusal, index);
  }
  throw new Error(`internal error: ${describe(x)} is a ${kind} after all`);
}

/** A TypedArray of its own memory. A nil slice is empty, or null where nil is kept. */
export function readNumbers(l: Lane, kind: NumberKind, keep: boolean): NumberArray | null {
  const { array } = FORMATS[kind];
  const memory = bytes(l);
  if (memory !== null) return new array(memory.buffer as ArrayBuffer);
  return keep ? null : new array(0);
}

/** An array of the same: what a type parameter's values come in, whatever they are. */
export function readNumberList(l: Lane, kind: NumberKind, keep: boolean): (number | bigint)[] | null {
  const numbers = readNumbers(l, kind, keep);
  return numbers && Array.from<number | bigint>(numbers);
}

/** A TypedArray's kind and memory; undefined where Go has no such slice. */
export function memoryOf(x: ArrayBufferView): { kind: NumberKind; memory: Uint8Array } | undefined {
  for (const [kind, { array }] of Object.entries(FORMATS) as [NumberKind, Format][]) {
    if (x instanceof array) return { kind, memory: new Uint8Array(x.buffer, x.byteOffset, x.byteLength) };
  }
  return undefined;
}

export function isBuffer(x: unknown): boolean {
  return x instanceof ArrayBuffer || x instanceof SharedArrayBuffer;
}

export function zeros(kind: NumberKind, length: number): NumberArray {
  return new FORMATS[kind].array(length);
}
