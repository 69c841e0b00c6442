import { readdirSync, readFileSync } from 'node:fs';
import { Unpackr } from 'msgpackr';
import { describe, expect, test } from 'vitest';
import type { NumberKind, Type } from '../../manifests/schema.ts';
import { Lane } from '../lane.ts';
import type { NativeLibrary } from '../native/backend.ts';
import { GoTime } from '../time.ts';
import { type Binding, type Codec, Codecs } from './codecs.ts';

interface Vector {
  name: string;
  slot: string;
  value: unknown;
  go: string;
  js?: string[];
}

const folder = new URL('../../abi/vectors/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));

/** A lane whose Go side notes what was lent to it. */
function lane(lent: Uint8Array[]): Lane {
  const lend = (_: number, memory: Uint8Array) => lent.push(memory) - 1;
  const native = { attach: (id: number) => id, lend } as unknown as NativeLibrary;
  return new Lane(native, 16, new ArrayBuffer(65536));
}

function codecOf(slot: string): Codec {
  const type = (
    slot === 'numbers' ? { kind: 'numbers', elem: 'float64' satisfies NumberKind } : { kind: slot }
  ) as Type;
  return new Codecs({ packages: [], types: [type] }, { nil: 'keep' }, {} as Binding).of(0);
}

const isText = (code: number) =>
  (code >= 0xa0 && code < 0xc0) || (code >= 0xd9 && code <= 0xdb) || code === 0xc7 || code === 0xc8 || code === 0xc9;

function parseValue(value: unknown, slot: string): unknown {
  if (slot === 'json' && typeof value === 'string') return JSON.parse(value);
  if (typeof value !== 'object' || value === null) return value;
  const [[key, x]] = Object.entries(value) as [[string, any]];
  switch (key) {
    case 'bigint':
      return BigInt(x);
    case 'float':
      return Number(x);
    case 'repeat':
      return x[0].repeat(x[1]);
    case 'complex':
      return { re: x[0], im: x[1] };
    case 'time':
      return new GoTime(x[0], x[1], x[2] / 60, x[3]);
    case 'hex': {
      const bytes = Uint8Array.from(Buffer.from(x, 'hex'));
      return slot === 'numbers' ? new Float64Array(bytes.buffer) : bytes;
    }
    default:
      throw new Error(`unknown form of value: ${key}`);
  }
}

describe.each(files)('%s', (file) => {
  const vectors: Vector[] = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));

  test.each(vectors.map((vector) => [vector.name, vector] as const))('%s', (_, { slot, value, go, js = [] }) => {
    const want = parseValue(value, slot);
    const codec = codecOf(slot);
    const lent: Uint8Array[] = [];
    const l = lane(lent);
    const bytes = Buffer.from(go, 'hex');
    if (bytes.length > l.size) l.grow(bytes.length);
    l.u8.set(bytes);
    const got = codec.read(l);
    expect(got).toEqual(want);
    if (want instanceof GoTime) expect({ ...(got as object) }).toEqual({ ...want });
    expect(l.pos).toBe(bytes.length);

    l.pos = 0;
    codec.write(l, want);
    const written = Buffer.from(l.u8.slice(0, l.pos));
    l.handOver();
    if (lent[0]) expect(Buffer.from(lent[0]).equals(Buffer.from(want as Uint8Array))).toBe(true);
    // Lengths of text need not be minimal: msgpackr says whether the text is the same.
    else if (bytes.length > 1 && isText(bytes[0]!)) {
      const unpackr = new Unpackr();
      if (slot === 'string') expect(unpackr.unpack(written)).toBe(want);
      else expect(unpackr.unpack(written)).toBe(unpackr.unpack(bytes));
    } else if (slot !== 'time') expect([go, ...js]).toContain(written.toString('hex'));
  });
});
