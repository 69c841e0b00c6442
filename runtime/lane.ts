import { setImmediate } from 'node:timers'; // as a global it is another one in Jest's jsdom, and under fake timers
import { GoLibError } from '../abi/errors.ts';
import { FREES_FLAG, LANE, STATUS, STATUS_BITS } from '../abi/numbers.ts';
import { Refusal } from './codec/refusal.ts';
import type { NativeLibrary } from './native/backend.ts';
import type { References } from './reference.ts';

/** Buffer's direct text functions: no options, no checks. */
export interface TextMemory extends Uint8Array {
  utf8Write(text: string, offset: number): number;
  utf8Slice(start: number, end: number): string;
  latin1Slice(start: number, end: number): string;
}

interface Sent {
  table: References;
  object: object;
  id: number;
  callable: boolean;
}

/** What of a call's result is its status. */
export const STATUS_MASK = (1 << STATUS_BITS) - 1;
/** Every writer finds at least this much room and leaves as much; so a fixed-size value is written without a check. */
export const SLACK = 64;
/** A lane that one large value has grown beyond this shrinks again when the event loop turns. */
const KEPT_SIZE = 4 << 20;

/**
 * Memory that JavaScript and Go share: a request is written from its start, the reply over it.
 *
 * Printed code reads and writes the fields directly. All lanes have one shape, so these accesses stay monomorphic.
 */
export class Lane {
  readonly native: NativeLibrary;
  /** `environment × LANE.depth + depth`. */
  readonly id: number;
  size: number;
  memory: ArrayBuffer;
  u8: Uint8Array;
  view: DataView;
  /** The same memory once more: Buffer has the text functions. */
  text: TextMemory;
  /** Where the next byte is written or read. */
  pos = 0;
  /** Whether the request refers to memory or objects: `handOver` when it is complete, `settle` when it was sent or not. */
  refers = false;
  private readonly lent: { memory: Uint8Array; length: number }[] = [];
  private readonly borrowed: { memory: Uint8Array; length: number }[] = [];
  private readonly held: Sent[] = [];
  private refused: Sent[] = [];
  /** Handles this request gives back; kept until it has been sent. */
  riding: number[] = [];
  /** The lane for a request that is encoded while this one is. */
  next: Lane | undefined = undefined;

  constructor(native: NativeLibrary, id: number, memory: ArrayBuffer) {
    this.native = native;
    this.id = id;
    this.size = memory.byteLength;
    this.memory = memory;
    this.u8 = new Uint8Array(memory);
    this.view = new DataView(memory);
    this.text = Buffer.from(memory) as unknown as TextMemory;
  }

  /** There is none deeper. */
  get last(): boolean {
    return this.id % LANE.depth === LANE.depth - 1;
  }

  /** Makes room for `bytes` more and the slack behind them. */
  grow(bytes: number): void {
    const wanted = this.pos + bytes + SLACK;
    if (wanted > LANE.maxBytes) {
      throw new Refusal(
        `the arguments take more than ${LANE.maxBytes} bytes: pass large data as Uint8Array, or in several calls`,
        'ARGUMENT_LENGTH',
      );
    }
    const memory = new ArrayBuffer(Math.min(Math.max(wanted, this.size * 2), LANE.maxBytes));
    new Uint8Array(memory).set(this.u8.subarray(0, this.pos));
    if (this.size <= KEPT_SIZE && memory.byteLength > KEPT_SIZE) setImmediate(() => this.shrink()).unref();
    this.attach(memory);
  }

  /** No request is being written when the event loop turns. */
  private shrink(): void {
    this.attach(new ArrayBuffer(LANE.bytes));
  }

  private attach(memory: ArrayBuffer): void {
    if (this.native.attach(this.id, memory, memory.byteLength) !== this.id) throw closed();
    this.replace(memory);
  }

  /** Reads from other memory: a reply that did not fit. `lane.show(lane.memory)` goes back. */
  show(memory: ArrayBuffer): void {
    this.u8 = new Uint8Array(memory);
    this.view = new DataView(memory);
    this.text = Buffer.from(memory) as unknown as TextMemory;
  }

  private replace(memory: ArrayBuffer): void {
    this.memory = memory;
    this.size = memory.byteLength;
    this.show(memory);
  }

  /** Refers to memory that Go copies when it decodes; returns its index. */
  lend(memory: Uint8Array): number {
    this.refers = true;
    return this.lent.push({ memory, length: memory.byteLength }) - 1;
  }

  /** Lets Go write to memory: its bytes are taken back when the call has ended. */
  borrow(memory: Uint8Array): void {
    this.refers = true;
    if (memory.byteLength > 0) this.borrowed.push({ memory, length: memory.byteLength });
  }

  /** How many pieces of memory Go may write to. */
  get loans(): number {
    return this.borrowed.length;
  }

  /** Takes back what Go wrote, in their order. What was transferred or resized in the meantime has no place for it. */
  repay(): void {
    if (this.borrowed.length === 0) return;
    for (const [i, { memory, length }] of this.borrowed.splice(0).entries()) {
      if (memory.byteLength === length) this.native.take(this.id, -2 - i, memory);
    }
  }

  /** No call comes back to repay what was lent after the first `loans`. */
  cancel(loans = 0): void {
    this.borrowed.length = loans;
  }

  /** Refers to an object that Go may hold; returns its id. */
  hold(table: References, object: object, callable = false): number {
    this.refers = true;
    const id = table.idOf(object);
    this.held.push({ table, object, id, callable });
    return id;
  }

  /** Hands over what the request refers to. Not earlier: until it is complete, getters of the user may run. */
  handOver(): void {
    for (const { memory, length } of this.lent) {
      // A getter may have transferred or resized it after it was checked.
      if (memory.byteLength !== length || this.native.lend(this.id, memory, length) < 0) {
        this.native.lend(this.id, null, -1);
        const problem = 'a Uint8Array changed its size while the arguments were read';
        throw Object.assign(new Refusal(problem, 'ARGUMENT_LENGTH'), { start: 'args' });
      }
    }
    for (const { table, object, id, callable } of this.held) table.keep(object, id, callable);
  }

  /** The request was sent. Unless Go asks something now, or its reply lies elsewhere, the call has ended. */
  sent(status: number): void {
    this.settle(status);
    if ((status & STATUS_MASK) === STATUS.ok) this.repay();
  }

  /** Forgets what the request referred to. Of a refused one the objects are still known, for `unread`. */
  settle(status = 0): void {
    this.refers = false;
    this.lent.length = 0;
    if ((status & STATUS_MASK) === STATUS.fault) this.refused = this.held.splice(0);
    else this.held.length = 0;
  }

  /** Go refused the request when it had read the first `read` of its objects: it does not hold the others. */
  unread(read: number): void {
    for (const { table, id } of this.refused.slice(read)) table.letGo(id);
    this.refused = [];
  }
}

/** This thread's side of a library: its lanes, and the handles that wait to be given back. */
export class Environment {
  readonly native: NativeLibrary;
  /** Where the next request is written. */
  lane!: Lane;
  /** Handle, count, handle, count, … */
  pending: number[] = [];
  /** A flag for every call while Go holds functions of JavaScript: it must be able to call them. */
  apart = 0;
  private scheduled = false;

  constructor(native: NativeLibrary) {
    this.native = native;
  }

  /** Makes the first lane; waits until Go has initialized the library's packages. */
  start(): void {
    this.native.start();
    const memory = new ArrayBuffer(LANE.bytes);
    const id = this.native.attach(0, memory, LANE.bytes);
    if (id < 0) throw closed();
    this.lane = new Lane(this.native, id, memory);
  }

  /** Starts a request that may run code of the user while it is written. Pairs with `env.lane = lane`. */
  enter(): Lane {
    const { lane } = this;
    this.lane = lane.next ??= this.deeper(lane);
    return lane;
  }

  private deeper({ id, last }: Lane): Lane {
    const deeper = id + 1;
    if (last) {
      throw new GoLibError(
        `${LANE.depth} calls into Go are in progress, each started by a getter or a function that the one before called: this looks like a loop`,
        { code: 'TOO_DEEP' },
      );
    }
    const memory = new ArrayBuffer(LANE.bytes);
    if (this.native.attach(deeper, memory, LANE.bytes) !== deeper) throw closed();
    return new Lane(this.native, deeper, memory);
  }

  /** Queues a handle. It rides on the next call, or crosses alone when the event loop turns. */
  give(handle: number, count: number): void {
    this.pending.push(handle, count);
    if (this.pending.length >= MOST_PENDING) this.flush();
    else if (!this.scheduled) {
      this.scheduled = true;
      setImmediate(() => {
        this.scheduled = false;
        this.flush();
      }).unref();
    }
  }

  flush(): void {
    if (this.pending.length === 0) return;
    const { lane } = this;
    lane.pos = 0;
    this.native.call(lane.id, this.ride(lane), lane.pos);
  }

  /** Begins the request with what is pending, and returns the flag that says so. */
  ride(lane: Lane): number {
    const { pending } = this;
    const { u8, view } = lane;
    u8[0] = 0xdd;
    view.setUint32(1, pending.length);
    let p = 5;
    for (let i = 0; i < pending.length; i += 2) {
      u8[p] = 0xcb;
      view.setFloat64(p + 1, pending[i]!);
      u8[p + 9] = 0xce;
      view.setUint32(p + 10, pending[i + 1]!);
      p += 14;
    }
    lane.pos = p;
    lane.riding = pending;
    this.pending = [];
    return FREES_FLAG;
  }

  /** The request is not sent after all. */
  unride(lane: Lane): void {
    this.pending.push(...lane.riding);
    lane.riding = [];
  }
}

/** 1,000 handles are 14 kB of a lane of 64. */
const MOST_PENDING = 2000;

function closed(): GoLibError {
  return new GoLibError('the Go library no longer knows this thread; its environment was closed', { code: 'CLOSED' });
}
