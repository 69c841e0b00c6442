import { ResultRangeError } from '../../abi/errors.ts';
import { ANY, NUMBERS } from '../../abi/numbers.ts';
import { wordsOf } from '../../manifests/options.ts';
import type { NumberKind } from '../../manifests/schema.ts';
import type { Lane } from '../lane.ts';
import type { Codecs } from './codecs.ts';
import { unboxed } from './erased.ts';
import { readNumbers } from './numbers.ts';
import * as objects from './object.ts';
import * as r from './read.ts';
import { describe } from './refusal.ts';
import * as std from './std.ts';
import { TAG } from './write.ts';

/** Reads values of Go's type `any`: Go's dynamic type decides what JavaScript gets. The twin of `any-write.ts`. */
export class AnyReader {
  private readonly codecs: Codecs;

  /** No declaration writes them: the build says what they are. */
  private readonly readWide: (l: Lane) => number | bigint;

  constructor(codecs: Codecs) {
    this.codecs = codecs;
    const { int64 = 'bigint' } = codecs.options;
    this.readWide = wordsOf(int64)['*'] === 'number' ? r.number : r.bigint;
  }

  read = (l: Lane): unknown => {
    const code = l.u8[l.pos]!;
    if (code < 0x80 || code >= 0xe0) return r.number(l);
    if (code < 0x90) return this.readObject(l);
    if (code < 0xa0) return this.readArray(l);
    if (code < 0xc0) return r.string(l);
    switch (code) {
      case 0xc0:
        l.pos++;
        return null;
      case TAG:
        l.pos++;
        return this.readTagged(l, r.number(l));
      case 0xc2:
      case 0xc3:
        return r.bool(l);
      case 0xc4:
      case 0xc5:
      case 0xc6:
      case 0xd7:
        return r.bytes(l);
      case 0xcf:
      case 0xd3:
        return this.readWide(l);
      case 0xdc:
      case 0xdd:
        return this.readArray(l);
      case 0xde:
      case 0xdf:
        return this.readObject(l);
      case 0xc7:
      case 0xc8:
      case 0xc9:
      case 0xd9:
      case 0xda:
      case 0xdb:
        return r.string(l);
      default:
        return r.number(l);
    }
  };

  private readArray(l: Lane): unknown[] {
    const n = r.arrayHeader(l);
    const list = new Array(n);
    for (let i = 0; i < n; i++) list[i] = this.read(l);
    return list;
  }

  private readObject(l: Lane): Record<string, unknown> {
    const object = Object.create(null);
    for (let n = r.mapHeader(l); n > 0; n--) {
      const key = r.string(l);
      object[key] = this.read(l);
    }
    return object;
  }

  private readMap(l: Lane): Map<unknown, unknown> {
    const map = new Map();
    for (let n = r.mapHeader(l); n > 0; n--) {
      const key = this.read(l);
      if (map.has(key)) {
        throw new ResultRangeError(`Go returned a map with two keys that are both ${describe(key)} in JavaScript`);
      }
      map.set(key, this.read(l));
    }
    return map;
  }

  private readTagged(l: Lane, tag: number): unknown {
    switch (tag) {
      case ANY.object:
        return this.codecs.readDynamic(l, this.codecs.binding.untyped);
      case ANY.function:
        return objects.readObject(l, this.codecs.binding.untypedFunction);
      case ANY.js:
        return unboxed(this.codecs.binding.references.get(r.float64(l)));
      case ANY.error:
        return this.codecs.binding.readError(l);
      case ANY.time:
        return std.readTime(l);
      case ANY.duration:
        return std.readDuration(l);
      case ANY.big:
        return std.readBigInt(l);
      case ANY.json:
        return std.readJSON(l);
      case ANY.complex:
        return r.complex(l);
      case ANY.map:
        return this.readMap(l);
      case ANY.numbers:
        r.arrayHeader(l);
        return readNumbers(l, NUMBER_KINDS[r.number(l)]!, false);
      default:
        return r.unexpected(l, 'a known tag', tag);
    }
  }
}

/** By the number they travel with. */
const NUMBER_KINDS = Object.keys(NUMBERS) as NumberKind[];
