import { InvalidArgumentError } from '../abi/errors.ts';
import { ASK, BUILTIN } from '../abi/numbers.ts';
import type { Callback, TypeId } from '../manifests/schema.ts';
import type { Codecs } from './codec/codecs.ts';
import { float64, number } from './codec/read.ts';
import { argumentError, describe, Refusal } from './codec/refusal.ts';
import { Unit } from './codec/unit.ts';
import * as w from './codec/write.ts';
import type { Owner } from './handle.ts';
import type { Environment, Lane } from './lane.ts';

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

/** The two sides of a question: the arguments Go sends, and the results it waits for. */
interface Exchange {
  callback: Callback;
  run(target: object | undefined, args: unknown[]): unknown;
  /** `sort.Interface.Less`, `the function for func(int) bool`: as errors name it. */
  symbol: string;
  read(l: Lane): unknown[];
  write(l: Lane, results: unknown): void;
}

/** Answers the questions that Go asks while a call waits. */
export class Answers {
  private readonly env: Environment;
  private readonly owner: Owner;
  private readonly codecs: Codecs;
  /** By type and method. */
  private readonly made: (Exchange | undefined)[][] = [];

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
      if (exchange.callback.fills) fill(l, args[0] as Uint8Array, results);
      else exchange.write(l, results);
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
      this.codecs.binding.writeError(l, error instanceof Error ? error : new Thrown(error));
      l.handOver();
    } catch {
      begin(l, false);
      this.codecs.binding.writeError(l, new Thrown(thrown, 'JavaScript threw what cannot be printed'));
      l.handOver();
    }
  }

  private exchange(type: TypeId, method: number): Exchange {
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

/** How many bytes a reader gave, and the bytes; null is the end. */
function fill(l: Lane, memory: Uint8Array, n: unknown): void {
  if (n === null || n === undefined) w.integer(l, -1);
  else {
    if (typeof n !== 'number' || !Number.isInteger(n) || n < 0 || n > memory.length) {
      throw new Refusal(
        `want how many of ${memory.length} bytes were read, or null at the end, got ${describe(n)}`,
        'ARGUMENT_RANGE',
      );
    }
    w.integer(l, n);
    w.bytes(l, memory.subarray(0, n));
  }
}

function call(callback: Callback, symbol: string, target: object | undefined, args: unknown[]): unknown {
  const list = callback.variadic ? [...args.slice(0, -1), ...(args.at(-1) as unknown[])] : args;
  const results =
    callback.name === undefined
      ? (target as (...args: unknown[]) => unknown)(...list)
      : (target as Record<string, (...args: unknown[]) => unknown>)[callback.name]!(...list);
  if (results instanceof Promise) {
    throw new InvalidArgumentError(
      `${symbol}: result: want a value, got a Promise: Go waits for the result, so the function cannot be async`,
      { symbol, path: 'result' },
    );
  }
  return results;
}

/** What Go asks of any object that implements an interface: its texts, nil where it has none. */
const TEXTS: Record<number, Exchange> = {
  [ASK.json]: textExchange('JSON.stringify', (x) => JSON.stringify(x)),
  [ASK.text]: textExchange('toString', textOf),
};

function textExchange(symbol: string, text: (x: object) => string | undefined): Exchange {
  return {
    callback: {},
    symbol,
    run: (target) => text(target!),
    read: () => [],
    write: (l, x) => (x === undefined ? w.nil(l) : w.string(l, x)),
  };
}

/** As Go's fmt looks for a text: Error, String; then JavaScript's own, if it is not the one of every object. */
function textOf(x: object): string | undefined {
  for (const name of ['Error', 'String', 'toString']) {
    const method = (x as Record<string, unknown>)[name];
    if (typeof method === 'function' && method !== Object.prototype.toString) return method.call(x);
  }
  return undefined;
}

/** The text of `func(a int, b string) (bool, error)` is, in short, `[r_int(l), r_string(l)]` and `w_bool(l, x)`. */
function printExchange(codecs: Codecs, type: TypeId, method: number): Exchange {
  const { type: description, want } = codecs.binding.slot(type);
  const callback = [...description.calls!, ...(description.optional ?? [])][method]!;
  const { params = [], results = [], fills } = callback;
  const unit = new Unit();
  const reads = params.map(({ type }, i) =>
    fills && i === 0 ? `new Uint8Array(${unit.call('r_length', number)})` : codecs.read(unit, type),
  );
  const writes = results.map(({ type }, i) => codecs.write(unit, type, results.length === 1 ? 'x' : `x[${i}]`).text);
  const symbol = callback.name === undefined ? `the function for ${want}` : `${want}.${callback.name}`;
  const several = (x: unknown) => {
    if (!Array.isArray(x) || x.length !== results.length) {
      throw new Refusal(`want an array of ${results.length} results, got ${describe(x)}`, 'ARGUMENT_TYPE');
    }
  };
  const check = results.length > 1 ? `${unit.use('several', several)}(x);` : '';
  const room = unit.use('room', w.room);
  const body = `return { read(l) { return [${reads.join(', ')}]; }, write(l, x) { ${check} ${writes.join(` ${room}(l, 0); `)} } };`;
  const run: Exchange['run'] = (target, args) => call(callback, symbol, target, args);
  return { callback, symbol, run, ...unit.compile<Pick<Exchange, 'read' | 'write'>>(symbol, body) };
}
