import { setTimeout } from 'node:timers'; // as a global it is another one in a window of Electron, and in Jest's jsdom
import { APART_FLAG } from '../abi/numbers.ts';
import type { Environment } from './lane.ts';

/**
 * The JavaScript objects that Go holds, by id. Go's collector decides when it no longer does; the table asks for what was
 * found when as many were sent as half of those it has, so it is never much larger than what Go really holds.
 */
export class References {
  private readonly held = new Map<number, Held>();
  private readonly ids = new WeakMap<object, number>();
  private readonly unref: () => number[];
  private readonly env: Environment;
  private last = 0;
  private callables = 0;
  /** How many objects were sent since the last sweep: Go notes each one that it lets go of. */
  private sent = 0;
  private watched = false;

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
    this.sent++;
    let known = this.held.get(id);
    if (known) known.sent++;
    else {
      known = { object, sent: 1, callable: false };
      this.held.set(id, known);
    }
    if (!callable || known.callable) return;
    known.callable = true;
    if (this.callables++ === 0) {
      this.env.apart = APART_FLAG;
      this.sweepSoon();
    }
  }

  /** Go no longer holds one sending of the object. */
  letGo(id: number): void {
    const known = this.held.get(id);
    if (!known || --known.sent > 0) return;
    this.held.delete(id);
    if (known.callable && --this.callables === 0) this.env.apart = 0;
  }

  /** A call that runs apart costs more: look now and then whether Go still holds anything to call. */
  private sweepSoon(): void {
    if (this.watched) return;
    this.watched = true;
    setTimeout(() => {
      this.watched = false;
      this.sweep();
      if (this.callables > 0) this.sweepSoon();
    }, SWEEP_EVERY).unref();
  }

  get(id: number): object | undefined {
    return this.held.get(id)?.object;
  }

  /** The sweep is a request of its own: it needs a lane that no request is being written to. */
  sweepWhenLarge(): void {
    if (this.sent >= SMALLEST_SWEEP && this.sent >= this.held.size / 2 && !this.env.lane.last) this.sweep();
  }

  private sweep(): void {
    this.sent = 0;
    const { env } = this;
    env.apart = 0; // it runs nothing of the user's: no question may come in between
    try {
      for (const id of this.unref()) this.letGo(id);
    } finally {
      env.apart = this.callables > 0 ? APART_FLAG : 0;
    }
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
