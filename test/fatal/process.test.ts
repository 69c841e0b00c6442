import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildFolder, type ChildOptions, runChild } from '../support/child.ts';

let artifact: string;

beforeAll(() => {
  artifact = buildFolder('test/fatal/go');
});

const scene = (name: string, options?: ChildOptions) =>
  runChild(join(import.meta.dirname, 'scenes.mjs'), [artifact, name], options);

const linux = process.platform === 'linux';

describe('what ends the process', () => {
  it.each([
    ['goexit', 'runtime.Goexit on the thread of JavaScript ends it and says why', /Go code called runtime\.Goexit/],
    ['overflow', 'endless recursion ends it with the message of Go', /fatal error: stack overflow/],
    ['elsewhere', 'a panic in a goroutine ends it with the message of Go', /panic: nobody recovers this/],
    ['maps', 'unlocked writes of one map end it with the message of Go', /fatal error: concurrent map writes/],
    ['unlock', 'an unlock of what is not locked ends it', /fatal error: sync: unlock of unlocked mutex/],
  ])('%s: %s', async (name, _, says) => {
    const outcome = await scene(name);
    // In a program of another language Go ends by abort; there is no such signal on Windows.
    expect([outcome.code, outcome.signal], outcome.stderr).toEqual(
      linux ? [null, 'SIGABRT'] : [expect.any(Number), null],
    );
    expect(outcome.code).not.toBe(0);
    expect(outcome.stderr).toMatch(says);
  });

  it('os.Exit ends it with its code', async () => {
    expect(await scene('exit')).toMatchObject({ code: 3, signal: null, stderr: '' });
  });

  it.runIf(linux)('SIGINT and SIGTERM end it as any process, when nobody listens', async () => {
    expect(await scene('sigint')).toMatchObject({ code: null, signal: 'SIGINT', stderr: '' });
    expect(await scene('sigterm')).toMatchObject({ code: null, signal: 'SIGTERM', stderr: '' });
  });
});

describe('what does not end the process', () => {
  const lines = (text: string) =>
    text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));

  it('a nil dereference in Go is a GoPanicError', async () => {
    const { code, stderr } = await scene('nil');
    expect(code, stderr).toBe(0);
    const [[error, sum]] = lines(stderr);
    expect(error.name).toBe('GoPanicError');
    expect(error.message).toContain('nil pointer dereference');
    expect(sum).toBe(3);
  });

  it.runIf(linux)('Go that prints where nobody reads gets an error', async () => {
    const { code, signal, stderr } = await scene('pipe', { deaf: true });
    expect([code, signal], stderr).toEqual([0, null]);
    const [first, second, third, sum] = lines(stderr);
    for (const error of [first, second, third])
      expect(error).toMatchObject({ name: 'GoError', message: expect.stringContaining('broken pipe') });
    expect(sum).toBe(3);
  });

  it.runIf(linux)('signals reach the handlers of JavaScript', async () => {
    const { code, signal, stderr } = await scene('handlers');
    expect([code, signal], stderr).toEqual([0, null]);
    expect(lines(stderr).map(([name]) => name)).toEqual([
      'SIGINT',
      'SIGTERM',
      'SIGHUP',
      'SIGUSR1',
      'SIGUSR2',
      'SIGPIPE',
    ]);
  });

  it.runIf(linux)('Node hears of the end of a hundred children', async () => {
    const { code, stderr } = await scene('children');
    expect(code, stderr).toBe(0);
    expect(lines(stderr)).toEqual([0, '']);
  });
});
