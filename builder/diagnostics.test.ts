import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { BuildError, ToolchainError } from '../abi/errors.ts';
import { errorJson, printError } from './diagnostics.ts';

function printed(error: Error): string {
  let text = '';
  const out = new Writable({
    write(chunk, _, done) {
      text += chunk;
      done();
    },
  });
  printError(error, out as NodeJS.WriteStream);
  return text;
}

test('an error is printed as what failed, what ran, what it said and what to do', () => {
  const error = new BuildError('cannot find x', {
    code: 'C',
    command: 'go get x',
    output: 'one\ntwo\n',
    hint: 'h',
    fix: 'f',
  });
  expect(printed(error)).toBe(
    '\nerror cannot find x (C)\n  ran    go get x\n  | one\n  | two\n  hint   h\n  try    f\n',
  );
  expect(printed(new ToolchainError('no Go'))).toBe('\nerror no Go (TOOLCHAIN)\n');
});

test('of long output the end is printed', () => {
  const output = Array.from({ length: 100 }, (_, i) => `line ${i}`).join('\n');
  const lines = printed(new BuildError('x', { output })).split('\n');
  expect(lines[2]).toBe('  | … 80 lines before');
  expect(lines.at(-2)).toBe('  | line 99');
  expect(lines).toHaveLength(24);
});

test('a defect of ours is printed with its stack', () => {
  expect(printed(new TypeError('x is not a function'))).toMatch(
    /^\ninternal error TypeError: x is not a function\n +at /,
  );
});

test('as JSON, an error keeps everything that makes it again', () => {
  const fields = { code: 'C', module: 'm', command: 'c', output: 'o', hint: 'h', fix: 'f' };
  expect(JSON.parse(errorJson(new ToolchainError('no Go', fields)))).toEqual({
    error: { name: 'ToolchainError', message: 'no Go', ...fields },
  });
  expect(JSON.parse(errorJson(new BuildError('x')))).toEqual({
    error: { name: 'BuildError', code: 'BUILD', message: 'x' },
  });
});

test('as JSON, a defect of ours is one object too', () => {
  const { error } = JSON.parse(errorJson(new TypeError('x')));
  expect(error).toMatchObject({ name: 'TypeError', code: 'INTERNAL', message: 'internal error: x' });
  expect(error.output).toMatch(/^TypeError: x\n/);
});
