import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { answer, buildFolder, type ChildOptions, runChild } from '../support/child.ts';
import { LANE_DEPTH } from './scenes/native.mjs';
import { size } from './size.ts';

const script = join(import.meta.dirname, 'scenes/callbacks.mjs');
const mebi = 1 << 20;
let artifact: string;

beforeAll(() => {
  artifact = buildFolder('./test/stress/callbacks');
});

const scene = (name: string, count = 0) =>
  answer(script, [artifact, name, String(count)], { flags: ['--expose-gc'], env });
const end = (name: string, options?: ChildOptions) => runChild(script, [artifact, name, '0'], { env, ...options });
let env: Record<string, string> = {};

describe.each<Record<string, string>>([{}, { GOMAXPROCS: '1' }, { GOGC: '1', GODEBUG: 'gccheckmark=1,clobberfree=1' }])(
  'functions of JavaScript, with %o',
  (settings) => {
    beforeAll(() => {
      env = settings;
    });

    /** Of the depths at which something is thrown. */
    const step = size(51, 1);
    const deepest = LANE_DEPTH - 1;
    const depths = { results: [deepest, null], beyond: 'TOO_DEEP', same: deepest / step, works: 7 };
    const calls = size(2000, 'GOGC' in settings ? 20_000 : 1_000_000);

    it(`are called ${calls} times in one call, and from 64 goroutines at once`, async () => {
      expect(await scene('many', calls)).toBe(0);
      expect(await scene('goroutines', Math.ceil(calls / 64))).toBe(0);
    });

    it('are called by goroutines while JavaScript is in calls within calls', async () => {
      const times = size(20, 'GOGC' in settings ? 100 : 2000);
      expect(await scene('within', times)).toEqual({ wrong: 0, failed: 0, nested: true });
    });

    it('nest as deep as there are lanes, and what is thrown at any depth comes out', async () => {
      expect(await scene('depths', step)).toEqual(depths);
    });

    it('throw anything at all, and the caller catches the very same', async () => {
      expect(await scene('thrown')).toEqual({ lost: {}, works: 7 });
    });

    it('give what Go cannot take, and that is refused', async () => {
      expect(await scene('results')).toEqual({
        texts: Array(8).fill('InvalidArgumentError'),
        thenable: 'InvalidArgumentError',
        getter: 42,
        getterThrows: 'in getter',
        cyclic: 'ARGUMENT_DEPTH',
        notText: 'EncodingError',
      });
    });

    it('dispose of objects where they are used', async () => {
      expect(await scene('disposed')).toEqual({ inside: 3, gone: 'DisposedError', self: true, after: 'DisposedError' });
    });

    it('get and give data larger than the lane', async () => {
      expect(await scene('large')).toEqual([]);
    });

    it('leave everything in order when the stack of JavaScript overflows', async () => {
      expect(await scene('overflow', step)).toEqual({ some: true, works: 7, deep: depths, waiting: false });
    });

    it('are answered or refused when their call ends, and nobody waits for ever', async () => {
      const rounds = size(300, 20_000);
      expect(await scene('ends', rounds)).toEqual({ all: rounds * 4, ran: true });
    });

    it('are called before a panic and runtime.Goexit, which are errors', async () => {
      expect(await scene('endings')).toEqual({
        goexit: 'callbacks.Goexit: panic: runtime.Goexit was called',
        panic: 'GoPanicError',
        works: 7,
      });
    });

    it('end the process by os.Exit, process.exit and an error that nobody catches', async () => {
      expect(await end('exit')).toMatchObject({ code: 5, signal: null });
      expect(await end('process.exit')).toMatchObject({ code: 6, signal: null });
      expect(await end('process.exit in goroutines')).toMatchObject({ code: 6, signal: null });
      const { code, signal, stderr } = await end('uncaught');
      expect([code, signal]).toEqual([1, null]);
      expect(stderr).toContain('nobody catches this');
    });

    it('are one value in Go however often they are sent', async () => {
      expect(await scene('identity')).toEqual({
        other: false,
        mine: true,
        again: false,
        counted: [1, 2],
        called: [3, 3],
      });
    });
  },
);

describe('memory', () => {
  beforeAll(() => {
    env = {};
  });

  const turns = size(2000, 1_000_000);

  it('does not grow by functions that were refused before Go read them', async () => {
    expect(await scene('refused', size(1000, 100_000))).toBe(true);
  });

  it.each([
    ['functions', 'functions that Go called'],
    ['objects', 'objects with methods that Go kept and forgot'],
    ['erased', 'values for type parameters'],
    ['same', 'one value that is sent again and again'],
    ['errors', 'errors that were thrown'],
    ['same error', 'one error that is sent again and again'],
    ['sinks', 'sinks'],
    ['refs', 'refs'],
    ['lent', 'memory that both sides wrote to'],
    ['closers', 'objects with an optional method and a text'],
  ])(
    `does not grow: %s (%s, ${turns})`,
    async (name) => {
      const { before, after } = await scene(name, turns);
      expect(after.live).toBe(before.live);
      expect(after.goroutines).toBe(before.goroutines);
      expect(after.heap).toBeLessThan(before.heap + 4 * mebi);
      expect(after.heapUsed).toBeLessThan(before.heapUsed + 4 * mebi);
    },
    1_800_000,
  );
});
