import type { ClassType, FnId, RecordType, Schema, Type, TypeId } from '../../manifests/schema.ts';
import type { ClassSlot, Owner } from '../handle.ts';
import type { Lane } from '../lane.ts';
import { AnyReader } from './any-read.ts';
import { AnyWriter } from './any-write.ts';
import * as objects from './object.ts';
import { type CodecOptions, plain } from './plain.ts';
import { printReader, readExpression } from './print-read.ts';
import { printFields, printList, printMap, printWriter, writeStatement } from './print-write.ts';
import * as r from './read.ts';
import { Unit } from './unit.ts';
import { TAG } from './write.ts';

/** Writes and reads one type. */
export interface Codec {
  write(l: Lane, x: unknown): void;
  read(l: Lane): unknown;
}

/** What codecs need of the library they belong to. */
export interface Binding extends Owner {
  /** The class of objects whose type the schema does not name. */
  readonly untyped: ClassSlot;
  /** The class of functions whose type the schema does not name. */
  readonly untypedFunction: ClassSlot;
  /** Whether a function is what a Go type has as its class. */
  isType(x: object): boolean;
  slot(type: TypeId): ClassSlot;
  makeValue(slot: ClassSlot, value: unknown): object;
  zeroText(fn: FnId): string;
  writeError(l: Lane, x: unknown): void;
  readError(l: Lane): unknown;
}

/**
 * The codecs of a schema: per type a function that checks and writes, and one that reads. Their text is printed by
 * print-write.ts and print-read.ts when one is first called; recursive types need that, and most types are never used.
 */
export class Codecs {
  readonly schema: Schema;
  readonly options: CodecOptions;
  readonly binding: Binding;
  readonly any: Codec;
  private readonly made = new Map<string, Codec>();
  /** What was read of `schema.types`, which takes longer. */
  private readonly types: Type[] = [];

  constructor(schema: Schema, options: CodecOptions, binding: Binding) {
    this.schema = schema;
    this.options = options;
    this.binding = binding;
    this.any = { write: new AnyWriter(this).write, read: new AnyReader(this).read };
  }

  type(id: TypeId): Type {
    this.types[id] ??= this.schema.types[id]!;
    return this.types[id];
  }

  /** As errors name it: `geo.Point`. */
  goName(type: RecordType | ClassType): string {
    if (type.kind === 'class') return type.of === 'variable' ? `*${type.goType}` : (type.goType ?? type.name);
    return type.name === undefined ? 'object' : `${this.schema.packages[type.pkg!]!.name}.${type.name}`;
  }

  of(id: TypeId): Codec {
    return this.lazily(`t${id}`, `type ${id}`, (unit) => ({
      write: printWriter(this, unit, id),
      read: printReader(this, unit, id),
    }));
  }

  /** Writes the literal of a class: an array of its fields, its elements or its pairs. */
  literal(slot: ClassSlot): Codec['write'] | undefined {
    const { literal, live } = slot.type;
    if (!literal && !live) return undefined;
    return this.lazily(`l${slot.id}`, `literal ${slot.want}`, (unit) => ({
      write:
        live && 'key' in live
          ? printMap(this, unit, live.key, live.elem)
          : live
            ? printList(this, unit, live.elem)
            : printFields(this, unit, literal!, slot.want),
      read: '',
    })).write;
  }

  /** A statement that writes `x`, and whether it leaves the room it found but for a few bytes. */
  write(unit: Unit, id: TypeId, x: string): { text: string; fixed: boolean } {
    return writeStatement(this, unit, id, x);
  }

  /** An expression that reads a value. */
  read(unit: Unit, id: TypeId): string {
    return readExpression(this, unit, id);
  }

  /** Nil, or the class (nil if it is not bound) and the value. */
  readDynamic(l: Lane, slot: ClassSlot): unknown {
    if (l.u8[l.pos] === TAG) return this.readOwn(l);
    if (r.arrayHeader(l) < 0) return null;
    if (r.nil(l)) return objects.readObject(l, slot);
    return this.dynamic(r.number(l)).read(l);
  }

  /** Null, a function of Go, or JavaScript's own. */
  readFunction(l: Lane, slot: ClassSlot): unknown {
    return l.u8[l.pos] === TAG ? this.readOwn(l) : objects.readObject(l, slot);
  }

  /** An object of JavaScript that went to Go. */
  private readOwn(l: Lane): unknown {
    l.pos += 2;
    return this.binding.references.get(r.float64(l));
  }

  /** The codec of a dynamic type: a class stands for itself here. */
  dynamic(id: TypeId): Codec {
    const type = this.type(id);
    if (type.kind === 'record' || this.below(id).kind === 'text') {
      const { write, read } = this.of(id);
      return { write, read: (l) => (r.nil(l) ? null : read(l)) }; // a nil pointer to it
    }
    if (type.kind !== 'class') return this.of(id);
    const slot = this.binding.slot(id);
    if (type.value === undefined) {
      return { write: (l, x) => objects.object(l, x, slot, true), read: (l) => objects.readObject(l, slot) };
    }
    const under = this.of(type.value);
    return { write: under.write, read: (l) => this.binding.makeValue(slot, under.read(l)) };
  }

  /** The type a chain of named types ends at. */
  below(id: TypeId): Type {
    const type = this.type(id);
    return type.kind === 'named' || type.kind === 'instance' ? this.below(type.type) : type;
  }

  /** Reads all elements of a live slice, or with a key type all pairs of a live map. */
  listReader(elem: TypeId, key?: TypeId): Codec['read'] {
    const read = this.of(elem);
    if (key === undefined) {
      return (l) => Array.from({ length: Math.max(0, r.arrayHeader(l)) }, () => read.read(l));
    }
    const keys = this.of(key);
    const text = this.below(key).kind === 'string';
    return (l) => {
      const n = Math.max(0, r.mapHeader(l));
      const all = Array.from({ length: n }, () => [keys.read(l), read.read(l)] as [string, unknown]);
      return text ? Object.assign(Object.create(null), Object.fromEntries(all)) : new Map(all);
    };
  }

  /** Whether writing a value of this type can run code of the user: a getter, an iterator. */
  runsUserCode(id: TypeId): boolean {
    const type = this.below(id);
    if (type.kind === 'object') return this.literal(this.binding.slot(type.class)) !== undefined;
    return !plain(type, this.options)?.inert && type.kind !== 'opaque';
  }

  private lazily(key: string, file: string, print: (unit: Unit) => { write: string; read: string }): Codec {
    const known = this.made.get(key);
    if (known) return known;
    let done = false;
    const ready = () => {
      if (!done) {
        const unit = new Unit();
        const { write, read } = print(unit);
        Object.assign(
          codec,
          unit.compile<Codec>(file, `return {\nwrite(l, x) {\n  ${write}\n},\nread(l) {\n  ${read}\n} }`),
        );
      }
      done = true;
      return codec;
    };
    const codec: Codec = { write: (l, x) => ready().write(l, x), read: (l) => ready().read(l) };
    this.made.set(key, codec);
    return codec;
  }
}
