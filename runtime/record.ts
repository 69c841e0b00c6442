import type { RecordType } from '../manifests/schema.ts';
import { resolve } from './codec/literal.ts';
import { receiver } from './codec/object.ts';
import { pathOf, type Step } from './codec/path.ts';
import { float64 } from './codec/read.ts';
import { about, argumentError, Refusal } from './codec/refusal.ts';
import { zero } from './codec/value.ts';
import { nil } from './codec/write.ts';
import type { ClassSlot } from './handle.ts';
import { State } from './handle.ts';
import type { Lane } from './lane.ts';
import type { Library } from './library.ts';
import { GoObject } from './object.ts';

/** `new m.Rec(init?)`: the plain object, Go's zero values filled in. A record has no live form but `ref(m.Rec)`. */
export function buildRecord(library: Library, slot: ClassSlot): ClassSlot['js'] {
  const type = library.codecs.type(slot.id) as RecordType;
  const fields = type.fields.map(({ name, key = name, aliases = [] }) => ({ key, names: [key, name, ...aliases] }));
  /** Names are checked and become the record's keys; values are checked when Go gets them. */
  function Rec(init?: unknown): object {
    const empty = zero(library.codecs, slot.id) as object;
    if (init === undefined) return empty;
    try {
      const given = resolve(init, fields, slot.want);
      return {
        ...empty,
        ...Object.fromEntries(fields.flatMap(({ key }, i) => (given[i] === undefined ? [] : [[key, given[i]]]))),
      };
    } catch (error) {
      throw error instanceof Refusal ? argumentError(error, `new ${slot.want}`, 'args[0]') : error;
    }
  }
  Object.defineProperty(Rec, 'name', { value: type.name });
  return Rec as unknown as ClassSlot['js'];
}

/**
 * A Go pointer to a record: give it where Go wants a `*Rec` that it writes to, then read `value`.
 *
 * @example
 * const out = ref(m.Config)
 * m.Load('app.toml', out)
 * out.value.Name
 */
export class RecordRef extends GoObject {
  readonly #library: Library;
  readonly #slot: ClassSlot;

  constructor(library: Library, slot: ClassSlot, init: unknown) {
    const type = library.codecs.type(slot.id) as RecordType;
    const write = (l: Lane) => (init === undefined ? nil(l) : library.codecs.of(slot.id).write(l, init));
    const handle = library.request(type.ref!.make, `ref(${slot.want})`, write, float64, inRecord(library, slot));
    const state = new State(handle, library, slot, `ref of ${slot.want}`);
    super(state);
    this.#library = library;
    this.#slot = slot;
    library.objects.track(state, this);
  }

  /** A fresh copy of what Go sees. */
  get value(): unknown {
    const { get } = (this.#library.codecs.type(this.#slot.id) as RecordType).ref!;
    const codec = this.#library.codecs.of(this.#slot.id);
    return this.#library.request(get, 'ref.value', (l) => this.#self(l), codec.read);
  }

  set value(value: unknown) {
    const { set } = (this.#library.codecs.type(this.#slot.id) as RecordType).ref!;
    const write = (l: Lane) => {
      this.#self(l);
      this.#library.codecs.of(this.#slot.id).write(l, value);
    };
    this.#library.request(set, 'ref.value', write, () => undefined, inRecord(this.#library, this.#slot));
  }

  #self(l: Lane): void {
    about('this', () => receiver(l, this, this.#slot));
  }
}

/** Where in the record that was given. */
function inRecord({ codecs }: Library, { id }: ClassSlot) {
  return (steps: readonly Step[]) => pathOf(codecs, [{ name: '', type: id }], false, steps);
}
