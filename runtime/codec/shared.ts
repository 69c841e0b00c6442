import type { Lane } from '../lane.ts';
import * as w from './write.ts';

/** Memory that Go and JavaScript share while one of them calls the other: each has its own, and changes are copied. */

/** A slice's memory as a function of JavaScript gets it; null where nil slices are kept. */
type Memory = ArrayBufferView | null;

/** What a slice held before the function ran. */
export function copyOf(slice: Memory): Uint8Array | undefined {
  return slice === null ? undefined : bytesOf(slice).slice();
}

/** The slice's memory, if the function changed it; else nil. What it transferred elsewhere it has no more. */
export function changes(l: Lane, slice: Memory, before: Uint8Array | undefined): void {
  if (slice === null || slice.byteLength !== before!.length || Buffer.compare(bytesOf(slice), before!) === 0) w.nil(l);
  else w.memory(l, bytesOf(slice));
}

function bytesOf({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
