import { InvalidArgumentError } from '../abi/errors.ts';
import type { Param, Result } from '../manifests/schema.ts';
import type { Codecs } from './codec/codecs.ts';
import { receiver } from './codec/object.ts';
import { pathOf, type Step } from './codec/path.ts';
import { argumentError, Refusal, refuse } from './codec/refusal.ts';
import { Unit } from './codec/unit.ts';
import { arrayHeader, integer } from './codec/write.ts';
import { type Called, failed, unreadable } from './failure.ts';
import type { ClassSlot, Owner } from './handle.ts';
import { type Environment, type Lane, STATUS_MASK } from './lane.ts';
import { GoValue } from './object.ts';

export type AnyFunction = (...args: any[]) => any;

/** What is called: a function, or with a receiver a method or accessor. */
export interface Callee {
  name: string;
  /** `semver.NewVersion`, as errors name it. */
  symbol: string;
  fn: number;
  params?: Param[];
  results?: Result[];
  variadic?: true;
  receiver?: ClassSlot;
}

/**
 * Prints and compiles the JavaScript function of a Go function. The text of `Add(a, b int) int` is, in short:
 *
 *     if (arguments.length !== 2) arity(arguments.length)
 *     const l = env.lane; l.pos = 0
 *     w_int(l, a0); w_int(l, a1)
 *     const s = call(l.id, 16, l.pos)
 *     if ((s & 7) !== 0) return failed(l, s)
 *     l.pos = 0; return r_number(l)
 */
export function printCall(callee: Callee, codecs: Codecs, env: Environment, owner: Owner): AnyFunction {
  const { name, symbol, fn, params = [], results = [], variadic } = callee;
  const unit = new Unit();
  unit.use('env', env);
  unit.use('call', env.native.call);
  const nested = params.some(({ type }) => codecs.runsUserCode(type)) || callee.receiver?.type.value !== undefined;
  const last = variadic ? params.length - 1 : -1;
  const names = params.map((_, i) => (i === last ? `...a${i}` : `a${i}`));
  const least = variadic ? params.length - 1 : params.length;
  unit.use('arity', (got: number) => refuseCount(symbol, params, variadic === true, got, called.caller));
  unit.use('refused', (e: unknown, l: Lane, flag: number, k: number) => refused(e, l, env, flag, k, last, called));
  unit.use('failed', (l: Lane, s: number) => failed(l, s, called));
  unit.use('unreadable', (e: unknown) => unreadable(e, called));

  const writes = params.map(({ type }, i) => {
    const { text, fixed } = codecs.write(unit, type, `a${i}`);
    const room = fixed && i % 3 === 2 ? ' if (l.size - l.pos < 128) l.grow(64);' : '';
    return `${i === 0 && !callee.receiver ? '' : `k = ${i}; `}${text}${room}`;
  });
  if (callee.receiver) writes.unshift(writeReceiver(unit, callee.receiver, codecs));

  const own = /^[A-Za-z_$][\w$]*$/.test(name) ? `$_${name}` : '$_call';
  const body = `
function decode(l) { ${printResults(unit, codecs, results)} }
function ${own}(${names.join(', ')}) {
  if (arguments.length ${variadic ? '<' : '!=='} ${least}) arity(arguments.length);
  const l = ${nested ? 'env.enter()' : 'env.lane'};
  l.pos = 0;
  const f = env.pending.length === 0 ? 0 : env.ride(l);
  ${
    writes.length === 0
      ? ''
      : `let k = ${callee.receiver ? -1 : 0};
  try {
    ${writes.join('\n    ')}
    if (l.refers) l.handOver();
  } catch (e) { ${nested ? 'env.lane = l; ' : ''}refused(e, l, f, k); }`
  }
  ${nested ? 'env.lane = l;' : ''}
  const s = call(l.id, ${fn} | f | env.apart, l.pos);
  ${writes.length === 0 ? '' : 'if (l.refers) l.sent(s);'}
  if ((s & ${STATUS_MASK}) !== 0) return failed(l, s);
  ${results.length === 0 ? '' : 'l.pos = 0; return decode(l);'}
}
return { decode, call: ${own} };`;
  const made = unit.compile<{ decode: Called['decode']; call: AnyFunction }>(symbol, body);
  const path = (steps: readonly Step[]) => pathOf(codecs, params, variadic === true, steps);
  const called: Called = { owner, symbol, caller: made.call, decode: made.decode, path };
  Object.defineProperty(made.call, 'name', { value: name, configurable: true });
  return made.call;
}

function printResults(unit: Unit, codecs: Codecs, results: Result[]): string {
  if (results.length === 0) return '';
  const reads = results.map(({ type }) => codecs.read(unit, type));
  return `try { return ${reads.length === 1 ? reads[0] : `[${reads.join(', ')}]`}; } catch (e) { throw unreadable(e); }`;
}

/** A handle, or `[type, value]` of a value object. */
function writeReceiver(unit: Unit, slot: ClassSlot, codecs: Codecs): string {
  unit.use('self', slot);
  if (slot.type.value === undefined) return `${unit.use('receiver', receiver)}(l, this, self);`;
  const under = codecs.of(slot.type.value);
  const write = (l: Lane, x: unknown) => {
    if (GoValue.slotOf(x) !== slot) refuse(`${slot.want}, as in x.Method()`, x, 'ARGUMENT_TYPE');
    arrayHeader(l, 2);
    integer(l, slot.id);
    under.write(l, (x as GoValue).valueOf());
  };
  return `${unit.use('receiver', write)}(l, this);`;
}

/** A hand-written request, for the bridge's own functions and other calls off the hot path. */
export function request<T>(
  env: Environment,
  owner: Owner,
  fn: number,
  symbol: string,
  write: (l: Lane) => void,
  read: (l: Lane) => T,
  path?: Called['path'],
): T {
  const decode = (l: Lane): T => {
    try {
      return read(l);
    } catch (e) {
      throw unreadable(e, called);
    }
  };
  const called: Called = { owner, symbol, caller: undefined, decode, ...(path && { path }) };
  const l = env.enter();
  l.pos = 0;
  const flag = env.pending.length === 0 ? 0 : env.ride(l);
  try {
    write(l);
    if (l.refers) l.handOver();
  } catch (e) {
    env.lane = l;
    refused(e, l, env, flag, 0, -1, called);
  }
  env.lane = l;
  const status = env.native.call(l.id, fn | flag | env.apart, l.pos);
  if (l.refers) l.sent(status);
  if ((status & STATUS_MASK) !== 0) return failed(l, status, called) as T;
  l.pos = 0;
  return decode(l);
}

function refused(
  error: unknown,
  l: Lane,
  env: Environment,
  flag: number,
  k: number,
  variadic: number,
  { symbol, caller }: Called,
): never {
  if (flag !== 0) env.unride(l);
  l.settle();
  l.cancel();
  if (!(error instanceof Refusal)) throw error;
  const rest = k === variadic ? /^\[(\d+)\]/.exec(error.path) : null;
  if (rest) error.path = error.path.slice(rest[0].length);
  const start = k < 0 ? 'this' : `args[${rest ? k + Number(rest[1]) : k}]`;
  throw argumentError(error, symbol, start, caller);
}

function refuseCount(symbol: string, params: Param[], variadic: boolean, got: number, caller: Called['caller']): never {
  const names = params.map(({ name }, i) => (variadic && i === params.length - 1 ? `...${name}` : name)).join(', ');
  const least = variadic ? params.length - 1 : params.length;
  const list = params.length === 0 ? '' : ` (${names})`;
  const want = `${variadic ? 'at least ' : ''}${least || 'no'} argument${least === 1 ? '' : 's'}${list}`;
  const path = `args[${Math.min(got, params.length)}]`;
  const error = new InvalidArgumentError(`${symbol}: want ${want}, got ${got}`, {
    code: 'ARGUMENT_COUNT',
    symbol,
    path,
  });
  if (caller) Error.captureStackTrace(error, caller);
  throw error;
}
