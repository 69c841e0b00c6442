import { ANY, ANY_DEPTH, NUMBERS, SCALAR } from '../../abi/numbers.ts';
import type { TypeId } from '../../manifests/schema.ts';
import type { Lane } from '../lane.ts';
import { Late } from '../late.ts';
import { Lent } from '../lend.ts';
import { Deref, GoValue, Scalar, stateOf, Typed } from '../object.ts';
import { plainFunction } from './callable.ts';
import type { Codecs } from './codecs.ts';
import { isPlain } from './literal.ts';
import { isBuffer, memoryOf } from './numbers.ts';
import { handleOf } from './object.ts';
import { plain } from './plain.ts';
import { describe, foreign, Refusal, refuse, within, withinKey } from './refusal.ts';
import * as std from './std.ts';
import * as w from './write.ts';

const WANT = 'a value that Go can hold';

/** Writes values of Go's type `any`: the JavaScript value decides what Go gets. `any-read.ts` is its twin. */
export class AnyWriter {
  private readonly codecs: Codecs;
  /** How many values are open around the one that is written. */
  private depth = 0;

  constructor(codecs: Codecs) {
    this.codecs = codecs;
  }

  write = (l: Lane, x: unknown): void => {
    switch (typeof x) {
      case 'number':
        writeNumber(l, x);
        break;
      case 'string':
        w.string(l, x);
        break;
      case 'boolean':
        w.bool(l, x);
        break;
      case 'undefined':
        w.nil(l);
        break;
      case 'bigint':
        writeBigInt(l, x);
        break;
      case 'object':
        if (x === null) w.nil(l);
        else this.nested(l, x);
        break;
      case 'function':
        this.writeFunction(l, x);
        break;
      default:
        refuse(WANT, x);
    }
    w.room(l, 0);
  };

  private writeFunction(l: Lane, x: object): void {
    const { binding } = this.codecs;
    const state = stateOf(x);
    if (state === undefined) plainFunction(l, binding.isType(x) ? refuse(WANT, x) : x, binding);
    else {
      w.tag(l, ANY.object);
      w.double(l, handleOf(state, { owner: binding }));
    }
  }

  private nested(l: Lane, x: object): void {
    if (++this.depth > ANY_DEPTH) {
      this.depth = 0;
      throw new Refusal(
        `want ${WANT}, got one that contains itself, or is nested deeper than ${ANY_DEPTH}`,
        'ARGUMENT_DEPTH',
      );
    }
    try {
      if (Array.isArray(x)) this.writeArray(l, x);
      else if (isPlain(x)) this.writeObject(l, x);
      else if (x instanceof Map) this.writeMap(l, x);
      else this.writeOther(l, x);
    } finally {
      if (this.depth > 0) this.depth--;
    }
  }

  private writeArray(l: Lane, x: readonly unknown[]): void {
    // A getter may change the length on the way.
    const n = x.length >>> 0;
    w.arrayHeader(l, n);
    w.room(l, n); // at least: a sparse array that is too long is refused at once
    let i = 0;
    try {
      for (; i < n; i++) this.write(l, x[i]);
    } catch (e) {
      throw within(e, i);
    }
  }

  /** Undefined members are dropped, as JSON drops them. */
  private writeObject(l: Lane, x: object): void {
    this.writeText(
      l,
      Object.keys(x)
        .map((key) => [key, (x as Record<string, unknown>)[key]] as const)
        .filter(([, value]) => value !== undefined),
    );
  }

  private writeText(l: Lane, pairs: (readonly [string, unknown])[]): void {
    w.mapHeader(l, pairs.length);
    w.room(l, 0);
    for (const [key, value] of pairs) {
      try {
        w.string(l, key);
        this.write(l, value);
      } catch (e) {
        throw within(e, key);
      }
    }
  }

  private writeMap(l: Lane, x: Map<unknown, unknown>): void {
    const pairs = [...x];
    if (pairs.every(([key]) => typeof key === 'string')) {
      this.writeText(l, pairs as [string, unknown][]);
      return;
    }
    w.tag(l, ANY.map);
    w.mapHeader(l, pairs.length);
    w.room(l, 0);
    for (const [key, value] of pairs) {
      try {
        this.write(l, key);
      } catch (e) {
        throw withinKey(e, key);
      }
      try {
        this.write(l, value);
      } catch (e) {
        throw within(e, typeof key === 'number' ? key : describe(key));
      }
    }
  }

  private writeOther(l: Lane, x: object): void {
    const { binding } = this.codecs;
    const state = x instanceof Late ? x.stateIn(binding) : stateOf(x);
    if (state !== undefined) {
      w.tag(l, ANY.object);
      w.double(l, handleOf(state, { owner: binding }));
    } else if (x instanceof Deref) {
      w.tag(l, ANY.value);
      w.arrayHeader(l, 1);
      w.double(l, handleOf(x.state, { owner: binding }));
    } else if (x instanceof Error) {
      w.tag(l, ANY.error);
      binding.writeError(l, x);
    } else if (x instanceof Date) {
      w.tag(l, ANY.time);
      std.time(l, x);
    } else if (x instanceof Uint8Array || isBuffer(x)) w.bytes(l, x);
    else if (ArrayBuffer.isView(x)) writeTypedArray(l, x, w.memory);
    else if (x instanceof Lent) writeLent(l, x.memory);
    else if (x instanceof Scalar) {
      w.tag(l, ANY.scalar);
      w.arrayHeader(l, 2);
      w.integer(l, SCALAR[x.kind]);
      plain({ kind: x.kind }, {})!.write(l, x.value);
    } else this.writeNamed(l, x);
  }

  /** A value object, or what `typed` gave a name. */
  private writeNamed(l: Lane, x: object): void {
    const { binding } = this.codecs;
    const slot = GoValue.slotOf(x);
    const named = slot
      ? { owner: slot.owner, id: slot.id, value: (x as GoValue).valueOf() }
      : x instanceof Typed
        ? { owner: x.slot.owner, id: x.id, value: x.value }
        : refuse(WANT, x);
    if (named.owner !== binding) {
      throw foreign(describe(x), named.owner.label, binding.label);
    }
    const list = x instanceof Typed && x.list;
    w.tag(l, list ? ANY.slice : ANY.value);
    w.arrayHeader(l, 2);
    w.integer(l, named.id);
    if (list) this.writeSlice(l, named.id, named.value as readonly unknown[]);
    else this.codecs.dynamic(named.id).write(l, named.value);
  }

  private writeSlice(l: Lane, id: TypeId, x: readonly unknown[]): void {
    const { write } = this.codecs.dynamic(id);
    w.arrayHeader(l, x.length);
    w.room(l, x.length);
    x.forEach((value, i) => {
      try {
        write(l, GoValue.slotOf(value)?.id === id ? (value as GoValue).valueOf() : value);
        w.room(l, 0);
      } catch (e) {
        throw within(e, i);
      }
    });
  }
}

/** A safe integer is an int, except −0; any other number a float64. */
function writeNumber(l: Lane, x: number): void {
  if (!Number.isSafeInteger(x) || Object.is(x, -0)) w.double(l, x);
  else if (x >= -0x80000000 && x <= 0xffffffff) w.integer(l, x);
  else {
    w.tag(l, ANY.int);
    w.double(l, x);
  }
}

/** The first of int64, uint64 and *big.Int that holds it. */
function writeBigInt(l: Lane, x: bigint): void {
  if (BigInt.asIntN(64, x) === x) exact(l, 0xd3, x);
  else if (BigInt.asUintN(64, x) === x) exact(l, 0xcf, x);
  else {
    w.tag(l, ANY.big);
    std.bigInt(l, x);
  }
}

function exact(l: Lane, code: number, x: bigint): void {
  l.u8[l.pos] = code;
  l.view.setBigUint64(l.pos + 1, BigInt.asUintN(64, x));
  l.pos += 9;
}

function writeTypedArray(l: Lane, x: ArrayBufferView, write: (l: Lane, memory: Uint8Array) => void): void {
  const { kind, memory } = memoryOf(x) ?? refuse(WANT, x);
  w.tag(l, ANY.numbers);
  w.arrayHeader(l, 2);
  w.integer(l, NUMBERS[kind]);
  write(l, memory);
}

function writeLent(l: Lane, x: ArrayBufferView | ArrayBufferLike): void {
  if (x instanceof Uint8Array) w.lent(l, x);
  else if (ArrayBuffer.isView(x)) writeTypedArray(l, x, w.lent);
  else w.lent(l, new Uint8Array(x));
}
