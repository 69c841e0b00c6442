import type { SCALAR } from '../abi/numbers.ts';
import type { GoObject, GoValue } from './object.ts';
import type { RecordRef } from './record.ts';
import type { Variable } from './variable.ts';

export type { Lent } from './lend.ts';
export type { Sink } from './sink.ts';
export type { Variable };

/** The words that the printed declarations of Go packages are written in: types alone. */

/** `[]byte` and `[N]byte`: copied; text goes as UTF-8. */
export type BytesInput = Uint8Array | ArrayBuffer | string;

/** `time.Time`: text is ISO 8601 with a zone; Temporal is an Instant or a ZonedDateTime. */
export type TimeInput = Date | string | { readonly epochNanoseconds: bigint; readonly [Symbol.toStringTag]: string };

/** `time.Duration`: milliseconds, bigint nanoseconds, text such as `1m30s`, or a Temporal.Duration. */
export type DurationInput =
  | number
  | bigint
  | string
  | { readonly sign: number; readonly blank: boolean; readonly nanoseconds: number };

/** A Go type that JavaScript cannot make values of, for `as`, `asGoError` and `instanceof`. */
export type GoType<T> = abstract new (...args: never) => T;

/**
 * What a Go function has in JavaScript, besides its call and the methods of its type. A JavaScript function that Go gives
 * back, and whose Go type has no methods, is the very same function: it has none of these.
 */
export interface GoFunction {
  /** What Go's `%T` prints: `http.HandlerFunc`. */
  readonly goType: string;
  /** Go's type assertion: this value as a `T`, or undefined where it is none. */
  as<T>(type: GoType<T>): T | undefined;
  /** Gives the Go function back now. */
  dispose(): void;
}

/**
 * A Go func type: `new m.T(f)`, or as in Go `m.T(f)`, makes a value of it, with the methods of the type.
 *
 * @example
 * router.Handle('/', new http.HandlerFunc((w, r) => io.WriteString(w, 'hello')))
 */
export interface GoFunctionType<T, Input> {
  new (f: Input): T;
  (f: Input): T;
}

/** A named Go type without methods, for `typed`. Its values are plain. */
export type GoNamed<Input> = abstract new (value: Input) => unknown;

declare const init: unique symbol;

/** A struct that is copied: `new m.T(init?)` is the plain object with Go's zero values, `ref(m.T, init?)` a Go pointer. */
export interface GoRecord<T, Init> {
  new (init?: Partial<T>): T;
  readonly [init]?: Init;
}

/** What `ref` gives: Go writes to it, `value` reads a fresh copy. */
export interface Ref<T, Init = T> extends RecordRef {
  get value(): T;
  set value(value: Init);
}

/** A Go pointer to an interface: who has it can put another implementation in the place. */
export interface Pointer<T, Init = T> extends GoObject {
  get value(): T;
  set value(value: Init);
}

/** An object literal that Go makes a new struct from; never a live object, which has a `goType`. */
export interface GoLiteral {
  goType?: never;
}

/** What a Go `error` may be: any Error, or a live object or value object that is an error in Go. */
export type ErrorInput = Error | ((GoObject | GoValue) & { Error(): string });

/** Values with the methods of a Go interface. */
export type Implements<Interface> = (GoObject | GoValue | GoFunction) & {
  [Name in keyof Interface as Name extends keyof GoObject
    ? never
    : [Interface[Name]] extends [never]
      ? never
      : Name]: Interface[Name];
};

/** What `ref` gives for a class or record; anything for what has no type. */
export type Pointed<T> = 0 extends 1 & T
  ? any
  : T extends abstract new (
        ...args: never
      ) => infer Made
    ? Made extends GoObject
      ? Made
      : T extends GoRecord<infer Plain, infer Init>
        ? Ref<Plain, Init>
        : never
    : never;

/** What may be given for a class or record before Go has it. */
export type InitOf<T> = 0 extends 1 & T
  ? any
  : T extends new (
        init?: infer Init,
      ) => infer Made
    ? Made extends GoObject
      ? Init
      : T extends GoRecord<Made, infer Literal>
        ? Literal
        : never
    : never;

/** A variable that Go writes to, where the type of its value is known. */
export interface VariableOf<T> extends Variable {
  get value(): T;
  set value(value: T);
}

/** `ref`: of a class or record; of a plain first value, whose Go type the first function that takes it decides. */
export interface MakeRef {
  <T extends abstract new (...args: never) => unknown>(type: T, init?: InitOf<T>): Pointed<T>;
  <T = unknown>(): VariableOf<T>;
  (first: number | bigint): VariableOf<number | bigint>;
  (first: string): VariableOf<string>;
  (first: boolean): VariableOf<boolean>;
  <T>(first: T): VariableOf<T>;
}

/** Go's own names of plain types, for `typed`. */
export type ScalarName = keyof typeof SCALAR;
