import { GoLibError, IntegrityError, ToolchainError } from '../abi/errors.ts';

/** What the exit code of every command means. */
export const EXIT_CODES = {
  0: 'done',
  1: 'build failed',
  2: 'usage',
  3: 'Go or Zig missing',
  4: 'nothing to bind',
  5: 'damaged artifact',
  130: 'interrupted',
} as const;
export type ExitCode = keyof typeof EXIT_CODES;

export function exitCode(error: unknown): ExitCode {
  if (error instanceof ToolchainError) return 3;
  if (error instanceof IntegrityError) return 5;
  const code = error instanceof GoLibError ? error.code : '';
  if (code === 'INVALID_SPEC' || code === 'INVALID_OPTION') return 2;
  return code === 'NOTHING_TO_BIND' || code === 'NOT_A_LIBRARY' ? 4 : 1;
}
