/**
 * The C exports of one loaded library, as `abi/ABI.md` lists them. A back end (koffi today) is one file that opens
 * libraries in this form; nothing else knows how a C function is called.
 *
 * Memory handed over must be off the V8 heap and stay alive: for `attach` until other memory is attached in its place, for
 * `lend` until the next `call` on that lane returns, for `take` during the call.
 */
export interface NativeLibrary {
  /** Waits, as any function does, until Go has initialized the library's packages. */
  abi(lane: number): number;
  /** Makes `call` fast; only for a library with the right ABI. */
  start(): void;
  attach(lane: number, memory: ArrayBuffer, size: number): number;
  /** Status and length of the reply; an ok reply's length may be left out, since its items end themselves. */
  call(lane: number, fn: number, length: number): number;
  lend(lane: number, memory: Uint8Array | null, length: number): number;
  take(lane: number, index: number, memory: Uint8Array): number;
  close(environment: number): number;
}

export interface Backend {
  /** Loads a library, once per path and thread, and never unloads it. */
  open(path: string): NativeLibrary;
}
