import { InvalidArgumentError } from '../abi/errors.ts';
import { ASK } from '../abi/numbers.ts';
import type { TypeId } from '../manifests/schema.ts';
import type { Codecs } from './codec/codecs.ts';
import { arrayHeader, number } from './codec/read.ts';
import { describe, Refusal } from './codec/refusal.ts';
import { changes, copyOf } from './codec/shared.ts';
import { Unit } from './codec/unit.ts';
import * as w from './codec/write.ts';
import type { Lane } from './lane.ts';
import { isError } from './object.ts';

/** The two sides of a question: the arguments Go sends, what JavaScript does with them, and the results Go waits for. */
export interface Exchange {
  /** `sort.Interface.Less`, `the function for func(int) bool`: as errors name it. */
  symbol: string;
  read(l: Lane): unknown[];
  run(target: object | undefined, args: unknown[]): unknown;
  write(l: Lane, results: unknown, args: unknown[]): void;
}

/**
 * The text of `func(a int, b ...string) (bool, error)` is, in short, `[r_int(l), r_strings(l)]`, `t(a[0], ...a[1])` and
 * `w_bool(l, x)`. What shares memory with Go has a copy behind the arguments.
 */
export function printExchange(codecs: Codecs, type: TypeId, method: number): Exchange {
  const { type: description, want } = codecs.binding.slot(type);
  const {
    name,
    params = [],
    results = [],
    fills,
    variadic,
    throws,
  } = [...description.calls!, ...(description.optional ?? [])][method]!;
  const symbol = name === undefined ? `the function for ${want}` : `${want}.${name}`;
  const unit = new Unit();
  const reads = params.map(({ type }, i) =>
    fills && i === 0 ? `new Uint8Array(${unit.call('r_length', number)})` : codecs.read(unit, type),
  );
  const args = params.map((_, i) => (variadic && i === params.length - 1 ? `...a[${i}]` : `a[${i}]`));
  const writes = fills
    ? [`${unit.call('fill', fill, 'a[0]', 'x')};`]
    : results.map(({ type }, i) => codecs.write(unit, type, results.length === 1 ? 'x' : `x[${i}]`).text);
  if (results.length > 1 && !fills) {
    const several = (x: unknown) => {
      if (!Array.isArray(x) || x.length !== results.length) {
        throw new Refusal(`want an array of ${results.length} results, got ${describe(x)}`, 'ARGUMENT_TYPE');
      }
    };
    writes.unshift(`${unit.use('several', several)}(x);`);
  }
  const shared = params.flatMap((param, i) => (param.shared ? [i] : []));
  const copies = shared.map((i) => `a.push(${unit.use('copyOf', copyOf)}(a[${i}]));`);
  writes.push(...shared.map((i, k) => `${unit.call('changes', changes, `a[${i}]`, `a[${params.length + k}]`)};`));
  // Where an error is the only result, `return err` says what `throw err` says: Go users write it, and nothing else is meant.
  const outcome = (x: unknown) => {
    if (isError(value(x, symbol), codecs.binding)) throw x;
    return x;
  };
  const checked = throws && results.length === 0 ? outcome : (x: unknown) => value(x, symbol);
  const room = unit.use('room', w.room);
  const body = `return {
read(l) { const a = [${reads.join(', ')}]; ${copies.join(' ')} return a; },
run(t, a) { return ${unit.use('checked', checked)}(t${name === undefined ? '' : `[${JSON.stringify(name)}]`}(${args.join(', ')})); },
write(l, x, a) { ${writes.join(` ${room}(l, 0); `)} } };`;
  return { symbol, ...unit.compile<Omit<Exchange, 'symbol'>>(symbol, body) };
}

/** Of a function that went where any value is wanted. */
export function untypedExchange({ any }: Codecs): Exchange {
  const symbol = 'the function for func(...any) (any, error)';
  return {
    symbol,
    read: (l) => Array.from({ length: arrayHeader(l) }, () => any.read(l)),
    run: (target, args) => value((target as (...args: unknown[]) => unknown)(...args), symbol),
    write: any.write,
  };
}

function value(results: unknown, symbol: string): unknown {
  if (isThenable(results)) {
    throw new InvalidArgumentError(
      `${symbol}: result: want a value, got a Promise: Go waits for the result, so the function cannot be async`,
      { symbol, path: 'result' },
    );
  }
  return results;
}

function isThenable(x: unknown): boolean {
  return typeof x === 'object' && x !== null && typeof (x as PromiseLike<unknown>).then === 'function';
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

/** What Go asks of any object that implements an interface: its texts, nil where it has none. */
export const TEXTS: Record<number, Exchange> = {
  [ASK.json]: textExchange('JSON.stringify', (x) => JSON.stringify(x)),
  [ASK.text]: textExchange('toString', textOf),
};

function textExchange(symbol: string, text: (x: object) => string | undefined): Exchange {
  return {
    symbol,
    read: () => [],
    run: (target) => text(target!),
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
