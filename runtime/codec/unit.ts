import { compileFunction } from 'node:vm';

/** Source text under way and what its free names stand for. */
export class Unit {
  private readonly values = new Map<string, unknown>();

  /** The text may use this name. One name stands for one value throughout. */
  use(name: string, value: unknown): string {
    this.values.set(name, value);
    return name;
  }

  /** A call of a named function: `w_int(l, a0)`. */
  call(name: string, fn: unknown, ...args: (string | number)[]): string {
    return `${this.use(name, fn)}(${['l', ...args].join(', ')})`;
  }

  /**
   * Runs the body of a function of the names used. Works where `eval` is forbidden. Strict: a method that is called without
   * its object has no `this`, rather than the global one.
   */
  compile<T>(file: string, body: string): T {
    const make = compileFunction(`'use strict';\n${body}`, [...this.values.keys()], { filename: `usegolib:${file}` });
    return make(...this.values.values()) as T;
  }
}
