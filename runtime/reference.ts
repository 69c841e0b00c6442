import { APART_FLAG } from '../abi/numbers.ts';
import type { Environment } from './lane.ts';

/**
 * The JavaScript objects that Go holds, by id. Go's collector decides when it no longer does; the table asks for what was
 * found when it has doubled, so it is never much larger than what Go really holds.
 */
export class References {
  private readonly held = new Map<number, Held>();
  private readonly ids = new WeakMap<object, number>();
  private readonly unref: () => number[];
  private readonly env: Environment;
  private last = 0;
  private callables = 0;
  private sweepAt = SMALLEST_SWEEP;

  /** `unref` asks Go which ids it let go of, each as often as it was sent. */
  constructor(env: Environment, unref: () => number[]) {
    this.env = env;
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

  /** The object has been sent once more. While Go holds one that it can call, calls run apart. */
  keep(object: object, id: number, callable: boolean): void {
    const known = this.held.get(id);
    if (known) {
      known.sent++;
      return;
    }
    this.held.set(id, { object, sent: 1, callable });
    if (callable && this.callables++ === 0) {
      this.env.apart = APART_FLAG;
      this.sweepSoon();
    }
  }

  /** A call that runs apart costs more: look now and then whether Go still holds anything to call. */
  private sweepSoon(): void {
    setTimeout(() => {
      this.sweep();
      if (this.callables > 0) this.sweepSoon();
    }, SWEEP_EVERY).unref();
  }

  get(id: number): object | undefined {
    return this.held.get(id)?.object;
  }

  /** The sweep is a request of its own: it needs a lane that no request is being written to. */
  sweepWhenLarge(): void {
    if (this.held.size >= this.sweepAt && !this.env.lane.last) this.sweep();
  }

  private sweep(): void {
    for (const id of this.unref()) {
      const known = this.held.get(id);
      if (!known || --known.sent > 0) continue;
      this.held.delete(id);
      if (known.callable && --this.callables === 0) this.env.apart = 0;
    }
    this.sweepAt = Math.max(SMALLEST_SWEEP, this.held.size * 2);
  }
}

interface Held {
  object: object;
  sent: number;
  /** A function, or an object with methods that Go calls. */
  callable: boolean;
}

/** Milliseconds. */
const SWEEP_EVERY = 1000;

const SMALLEST_SWEEP = 256;
