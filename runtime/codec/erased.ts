import type { Lane } from '../lane.ts';
import { reference } from './callable.ts';
import type { Codecs } from './codecs.ts';
import { bigint } from './read.ts';
import { refuse } from './refusal.ts';
import * as w from './write.ts';

/** A value that has no identity of its own in a table of objects. */
class Boxed {
  readonly value: unknown;
  constructor(value: unknown) {
    this.value = value;
  }
}

const NULL = new Boxed(null);

/** Equal to itself, as in a Map of JavaScript: Go's NaN is not. */
const NOT_A_NUMBER = new Boxed(Number.NaN);

/** A value for a type parameter: primitives by value, everything else by identity. */
export function writeErased(codecs: Codecs, l: Lane, x: unknown): void {
  switch (typeof x) {
    case 'number':
      if (Number.isNaN(x)) reference(l, NOT_A_NUMBER, codecs.binding.references, false);
      else w.double(l, x);
      break;
    case 'bigint':
      if (BigInt.asIntN(64, x) === x) codecs.any.write(l, x);
      else refuse('a bigint of at most 64 bits', x);
      break;
    case 'string':
    case 'boolean':
    case 'undefined':
      codecs.any.write(l, x);
      break;
    case 'symbol':
      refuse('a value other than a symbol', x);
      break;
    default:
      reference(l, x ?? NULL, codecs.binding.references, false);
  }
  w.room(l, 0);
}

export function readErased(codecs: Codecs, l: Lane): unknown {
  if (l.u8[l.pos] === 0xd3) return bigint(l); // as it went, whatever int64 is elsewhere
  if (l.u8[l.pos] === w.TAG) return codecs.any.read(l); // null is a reference
  return codecs.any.read(l) ?? undefined;
}

/** The value that a reference stands for. */
export function unboxed(x: unknown): unknown {
  return x instanceof Boxed ? x.value : x;
}
