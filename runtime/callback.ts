import { ASK, BUILTIN } from '../abi/numbers.ts';
import type { TypeId } from '../manifests/schema.ts';
import type { Codecs } from './codec/codecs.ts';
import { float64, number } from './codec/read.ts';
import { argumentError, Refusal } from './codec/refusal.ts';
import * as w from './codec/write.ts';
import { type Exchange, printExchange, TEXTS, untypedExchange } from './exchange.ts';
import type { Owner } from './handle.ts';
import type { Environment, Lane } from './lane.ts';
import { isError } from './object.ts';

/** What a function threw that is no Error: Go sees an Error, the caller of Go gets the value itself. */
export class Thrown {
  readonly value: unknown;
  /** As Go sees it. */
  readonly message: string;
  constructor(value: unknown, message = String(value)) {
    this.value = value;
    this.message = message;
  }
}

/** Answers the questions that Go asks while a call waits. */
export class Answers {
  private readonly env: Environment;
  private readonly owner: Owner;
  private readonly codecs: Codecs;
  /** By type and method. */
  private readonly made: (Exchange | undefined)[][] = [];
  private untyped: Exchange | undefined;

  constructor(env: Environment, owner: Owner, codecs: Codecs) {
    this.env = env;
    this.owner = owner;
    this.codecs = codecs;
  }

  /**
   * Runs what Go asked for, whose frame is in the lane, and gives what the waiting call answers to the result. Meanwhile
   * calls use the next lane: this one belongs to the call that waits.
   */
  answer(l: Lane): number {
    const { env } = this;
    try {
      this.run(l);
    } finally {
      // Whatever gets past here, a stack that overflowed again, leaves the question: the next call abandons it.
      env.lane = l;
    }
    const status = env.native.call(l.id, BUILTIN.resume, l.pos);
    l.settle();
    return status;
  }

  private run(l: Lane): void {
    let symbol = 'a function of JavaScript';
    try {
      const { exchange, target, args } = this.read(l);
      symbol = exchange.symbol;
      const results = exchange.run(target, args);
      begin(l, true);
      const { loans } = l;
      exchange.write(l, results, args);
      if (l.loans > loans) {
        l.cancel(loans);
        throw new Refusal('want a value to keep: lend is for the arguments of a call', 'ARGUMENT_TYPE');
      }
      if (l.refers) l.handOver();
    } catch (error) {
      this.writeFailure(l, error, symbol);
    }
  }

  /** Arguments first: they hold handles. From then on calls use the next lane, if there is one. */
  private read(l: Lane): { exchange: Exchange; target: object | undefined; args: unknown[] } {
    try {
      l.pos = 0;
      const target = this.owner.references.get(float64(l));
      const exchange = this.exchange(number(l), number(l));
      return { exchange, target, args: exchange.read(l) };
    } finally {
      if (l.u8.buffer !== l.memory) l.show(l.memory);
      this.env.enter();
    }
  }

  /** What was thrown may be anything: a Proxy, an Error whose message throws, a Go error that was disposed. */
  private writeFailure(l: Lane, thrown: unknown, symbol: string): void {
    try {
      const error = thrown instanceof Refusal ? argumentError(thrown, symbol, 'result') : thrown;
      begin(l, false);
      this.codecs.binding.writeError(l, isError(error, this.owner) ? error : new Thrown(error));
      l.handOver();
    } catch {
      begin(l, false);
      this.codecs.binding.writeError(l, new Thrown(thrown, 'JavaScript threw what cannot be printed'));
      l.handOver();
    }
  }

  private exchange(type: TypeId, method: number): Exchange {
    if (method === ASK.call) return (this.untyped ??= untypedExchange(this.codecs));
    if (method < 0) return TEXTS[method]!;
    const methods = (this.made[type] ??= []);
    return (methods[method] ??= printExchange(this.codecs, type, method));
  }
}

/** The answer to a question: with results, or with what was thrown. */
function begin(l: Lane, ok: boolean): void {
  l.settle();
  l.pos = 0;
  w.bool(l, ok);
}
