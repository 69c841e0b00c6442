import { expect, test, vi } from 'vitest';
import { BuildError, GoError, GoLibError, InvalidArgumentError, ToolchainError } from './errors.ts';

test('carries code, fields and cause', () => {
  const cause = new Error('inner');
  const error = new BuildError('cannot build', { module: 'example.com/m@v1.0.0', command: 'go build', cause });
  expect(error).toMatchObject({
    name: 'BuildError',
    code: 'BUILD',
    module: 'example.com/m@v1.0.0',
    command: 'go build',
    cause,
  });
  expect(new BuildError('x', { code: 'GO_FAILED' }).code).toBe('GO_FAILED');
  expect('output' in error).toBe(false);
  expect(String(error)).toBe('BuildError: cannot build');
});

test('follows the class tree', () => {
  const error = new ToolchainError('no zig');
  expect(error).toBeInstanceOf(BuildError);
  expect(error).toBeInstanceOf(GoLibError);
  expect(error).not.toBeInstanceOf(GoError);
  expect(new BuildError('x')).not.toBeInstanceOf(ToolchainError);
  expect(new Error('x')).not.toBeInstanceOf(GoLibError);
  expect(undefined as unknown).not.toBeInstanceOf(GoLibError);
});

test('another copy of the package recognises it', async () => {
  vi.resetModules();
  const copy = await import('./errors.ts');
  expect(copy.InvalidArgumentError).not.toBe(InvalidArgumentError);
  expect(new copy.InvalidArgumentError('x')).toBeInstanceOf(InvalidArgumentError);
  expect(new copy.InvalidArgumentError('x')).not.toBeInstanceOf(GoError);
});

test("a user's own subclass is told apart as usual", () => {
  class Mine extends GoError {}
  expect(new GoError('x')).not.toBeInstanceOf(Mine);
  expect(new Mine('x')).toBeInstanceOf(Mine);
  expect(new Mine('x')).toBeInstanceOf(GoError);
});
