import {
  GoLibError,
  IntegrityError,
  InvalidArgumentError,
  LockError,
  ToolchainError,
  UnsupportedSignatureError,
} from '../abi/errors.ts';

/** What the exit code of every command means. */
export const EXIT_CODES = {
  0: 'done',
  1: 'build or call failed',
  2: 'usage',
  3: 'Go or Zig missing',
  4: 'nothing to bind',
  5: 'damaged or not what is locked',
  130: 'interrupted',
} as const;
export type ExitCode = keyof typeof EXIT_CODES;

export function exitCode(error: unknown): ExitCode {
  if (error instanceof ToolchainError) return 3;
  if (error instanceof IntegrityError || error instanceof LockError) return 5;
  if (error instanceof InvalidArgumentError) return 2;
  if (error instanceof UnsupportedSignatureError) return 4;
  const code = error instanceof GoLibError ? error.code : '';
  if (USAGE.has(code)) return 2;
  return code === 'NOTHING_TO_BIND' || code === 'NOT_A_LIBRARY' ? 4 : 1;
}

const USAGE = new Set(['USAGE', 'NO_PROJECT', 'INVALID_SPEC', 'INVALID_OPTION', 'SYMBOL_NOT_FOUND']);
