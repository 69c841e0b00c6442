import { expect, test } from 'vitest';
import { GoLibError } from '../../runtime/index.ts';

/** A call that is refused, the whole text, and the code. */
export type Refused = [call: () => unknown, message: string, code: string];

/**
 * Every call must be refused with just this text; the text begins with the symbol and the path that the error carries.
 * After each the library must still answer.
 */
export function refuses(rows: Refused[], alive: () => void): void {
  test.each(rows.map(([call, message, code]) => [message, code, call] as const))('%s (%s)', (message, code, call) => {
    const error = caught(call);
    expect(error.message).toBe(message);
    expect(error.code).toBe(code);
    const counted = code === 'ARGUMENT_COUNT';
    expect(message.startsWith(`${error.symbol}: ${counted ? 'want' : `${error.path}: `}`)).toBe(true);
    alive();
  });
}

export function caught(call: () => unknown): GoLibError {
  let result: unknown;
  try {
    result = call();
  } catch (error) {
    expect(error).toBeInstanceOf(GoLibError);
    return error as GoLibError;
  }
  throw new Error(`nothing was thrown, but ${String(result)} was returned`);
}
