import {
  AbiMismatchError,
  DisposedError,
  EncodingError,
  GoLibError,
  type GoLibErrorInit,
  GoPanicError,
  InvalidArgumentError,
  ResultRangeError,
} from '../abi/errors.ts';
import { FAULT, STATUS } from '../abi/numbers.ts';
import { readSteps, type Step } from './codec/path.ts';
import { bool, float64, number, string } from './codec/read.ts';
import { isOwn, readError } from './goerror.ts';
import type { Owner } from './handle.ts';
import { type Lane, STATUS_MASK } from './lane.ts';

/** A call, as errors need to know it. */
export interface Called {
  owner: Owner;
  symbol: string;
  /** The JavaScript function the user called: stacks begin at its caller. */
  caller: ((...args: never[]) => unknown) | undefined;
  /** Reads the results. */
  decode(l: Lane): unknown;
  /** What the steps to an argument, or into one, are called; without it only the argument is. */
  path?(steps: readonly Step[]): string;
}

/**
 * Goes on with a call whose status is not ok: answers what Go asks, then returns the results or throws.
 * Stands outside of the printed functions, which are short where all is well.
 */
export function failed(l: Lane, result: number, called: Called): unknown {
  for (let next = result; ; ) {
    if (next < 0) {
      throw new GoLibError(`${called.symbol}: the library no longer knows this thread`, { code: 'CLOSED' });
    }
    l.pos = 0;
    let status = next & STATUS_MASK;
    if (status === STATUS.spilled) status = unspill(l);
    try {
      if (status !== STATUS.callback) {
        l.repay();
        return settle(l, status, called);
      }
      next = called.owner.answer(l);
    } catch (e) {
      l.cancel(); // the stack has overflown: nobody comes back to this call
      throw e;
    } finally {
      if (l.u8.buffer !== l.memory) l.show(l.memory);
    }
  }
}

/** Shows a reply that did not fit the lane, and gives its real status. */
function unspill(l: Lane): number {
  const status = number(l);
  const memory = new ArrayBuffer(float64(l));
  l.native.take(l.id, -1, new Uint8Array(memory));
  l.show(memory);
  l.pos = 0;
  return status;
}

function settle(l: Lane, status: number, called: Called): unknown {
  switch (status) {
    case STATUS.ok:
      return called.decode(l);
    case STATUS.error:
      throw goError(l, called);
    case STATUS.panic:
      throw goPanic(l, called);
    case STATUS.fault:
      throw fault(l, called);
    default:
      throw new GoLibError(`internal error: ${called.symbol} answered with status ${status}`);
  }
}

/** The error for a result that JavaScript cannot hold: its reader does not know what was called. */
export function unreadable(error: unknown, { symbol, caller }: Called): unknown {
  if (!(error instanceof ResultRangeError) || error.symbol !== undefined) return error;
  const named = new ResultRangeError(`${symbol}: ${error.message}`, { symbol });
  if (caller) Error.captureStackTrace(named, caller);
  return named;
}

/** The same Go error is the same object; throwing it renews its stack and its result. */
function goError(l: Lane, { owner, symbol, caller, decode }: Called): Error {
  const own = isOwn(l);
  const error = readError(l, owner)!;
  const more = bool(l);
  if (own) {
    if (more) decode(l); // what else Go gave is received, to be given back
    return error; // the user's own: it comes back as it went
  }
  Object.defineProperty(error, 'symbol', { value: symbol, configurable: true, writable: true });
  if (more)
    Object.defineProperty(error, 'result', { value: decode(l), configurable: true, writable: true, enumerable: true });
  else delete (error as { result?: unknown }).result;
  Error.captureStackTrace(error, caller);
  return error;
}

function goPanic(l: Lane, { owner, symbol, caller }: Called): GoPanicError {
  const message = string(l);
  const goType = string(l);
  const goStack = string(l);
  const own = isOwn(l);
  const cause = readError(l, owner);
  if (own) throw cause; // what JavaScript threw in a function that Go called comes back as it went
  const error = new GoPanicError(`${symbol}: panic: ${message}`, { symbol, goType, goStack, ...(cause && { cause }) });
  Object.defineProperty(error, 'goStack', { value: goStack, enumerable: false, writable: true });
  Error.captureStackTrace(error, caller);
  const frames = (error.stack ?? '').slice(`${error.name}: ${error.message}`.length);
  error.stack = `${error.name}: ${error.message}\n${goStack.trimEnd().replace(/^/gm, '    ')}${frames}`;
  return error;
}

function fault(l: Lane, { symbol, caller, path: named = ([index]) => `args[${index}]` }: Called): GoLibError {
  const code = number(l);
  const message = string(l);
  const steps = readSteps(l);
  const path = steps && named(steps);
  l.unread(number(l));
  const place = path === undefined ? symbol : `${symbol}: ${path}`;
  const init = { symbol, ...(path && { path }) };
  const error = faultError(code, `${place}: ${message}`, init);
  Error.captureStackTrace(error, caller);
  return error;
}

function faultError(code: number, message: string, init: GoLibErrorInit & Record<string, unknown>): GoLibError {
  switch (code) {
    case FAULT.disposed:
      return new DisposedError(message, init);
    case FAULT.type:
      return new InvalidArgumentError(message, { ...init, code: 'ARGUMENT_TYPE' });
    case FAULT.nil:
      return new InvalidArgumentError(message, { ...init, code: 'ARGUMENT_NULL' });
    case FAULT.text:
      return new InvalidArgumentError(message, { ...init, code: 'ARGUMENT_TEXT' });
    case FAULT.range:
      return new ResultRangeError(message, init);
    case FAULT.encoding:
      return new EncodingError(message, init);
    case FAULT.unknown:
      return new AbiMismatchError(message, init);
    default:
      return new GoLibError(`internal error: ${message}; please report this`, init);
  }
}
