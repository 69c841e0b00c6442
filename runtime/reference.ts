/**
 * The JavaScript objects that Go holds, by id. Go's collector decides when it no longer does; the table asks for what was
 * found when it has doubled, so it is never much larger than what Go really holds.
 */
export class References {
  private readonly held = new Map<number, { object: object; sent: number }>();
  private readonly ids = new WeakMap<object, number>();
  private readonly unref: () => number[];
  private last = 0;
  private sweepAt = SMALLEST_SWEEP;

  /** `unref` asks Go which ids it let go of, each as often as it was sent. */
  constructor(unref: () => number[]) {
    this.unref = unref;
  }

  get size(): number {
    return this.held.size;
  }

  /** The number under which the object goes to Go; `keep` when it has gone. */
  idOf(object: object): number {
    const known = this.ids.get(object);
    if (known !== undefined) return known;
    this.last++;
    this.ids.set(object, this.last);
    return this.last;
  }

  /** The object has been sent once more. */
  keep(object: object, id: number): void {
    const known = this.held.get(id);
    if (known) known.sent++;
    else this.held.set(id, { object, sent: 1 });
  }

  get(id: number): object | undefined {
    return this.held.get(id)?.object;
  }

  /** To be called before a request is written: the sweep is a request of its own. */
  sweepWhenLarge(): void {
    if (this.held.size < this.sweepAt) return;
    for (const id of this.unref()) {
      const known = this.held.get(id);
      if (known && --known.sent === 0) this.held.delete(id);
    }
    this.sweepAt = Math.max(SMALLEST_SWEEP, this.held.size * 2);
  }
}

const SMALLEST_SWEEP = 256;
