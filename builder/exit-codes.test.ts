import { expect, test } from 'vitest';
import { BuildError, GoLibError, IntegrityError, ToolchainError, UnsupportedPlatformError } from '../abi/errors.ts';
import { exitCode } from './exit-codes.ts';

test.each([
  [new BuildError('x'), 1],
  [new BuildError('x', { code: 'MODULE_NOT_FOUND' }), 1],
  [new UnsupportedPlatformError('x'), 1],
  [new GoLibError('x'), 1],
  [new Error('x'), 1],
  ['not an error', 1],
  [new BuildError('x', { code: 'INVALID_SPEC' }), 2],
  [new BuildError('x', { code: 'INVALID_OPTION' }), 2],
  [new ToolchainError('x', { code: 'GO_MISSING' }), 3],
  [new ToolchainError('x', { code: 'ZIG_MISSING' }), 3],
  [new BuildError('x', { code: 'NOTHING_TO_BIND' }), 4],
  [new BuildError('x', { code: 'NOT_A_LIBRARY' }), 4],
  [new IntegrityError('x'), 5],
])('%s exits with %i', (error, code) => expect(exitCode(error)).toBe(code));
