import { join } from 'node:path';
import * as threads from 'node:worker_threads';
import { beforeAll, describe, expect, it } from 'vitest';
import { answer, buildFolder, runChild } from '../support/child.ts';
import { LANE_DEPTH } from './scenes/native.mjs';
import { size } from './size.ts';

const script = join(import.meta.dirname, 'scenes/threads.mjs');
const rounds = size(2, 50);
let artifact: string;

beforeAll(() => {
  artifact = buildFolder('test/stress/go');
});

const scene = (name: string) => answer(script, [artifact, name, String(rounds)], { flags: ['--expose-gc'] });
const end = (name: string) => runChild(script, [artifact, name]);

describe('a library in several threads', () => {
  it('gives right answers to all of them at once', async () => {
    expect(await scene('together')).toEqual([0, 0, 0, 0, 0]);
  });

  it(`keeps nothing of workers that ended, whichever way (${rounds} times each)`, async () => {
    const { seen, calls, before, after } = await scene('ends');
    expect(seen).toEqual({
      return: [0],
      exit: [3],
      throw: ['a worker fails'],
      'terminate while it sleeps in Go': [1],
      'terminate while it calls': [1],
      'terminate while it is idle': [1],
    });
    expect(calls).toBe(rounds * 6);
    expect(after).toMatchObject({ live: before.live, environments: before.environments });
    expect(after.live).toBe(1);
  });

  it('never lets an object pass as one of another thread', async () => {
    const { refusal, arrived, still } = await scene('sent');
    if ('markAsUncloneable' in threads) expect(refusal).toMatchObject({ name: 'DataCloneError' });
    // Older Node copies any object's own properties: a Go object has none.
    else expect(arrived).toEqual({ type: 'object', methods: 'undefined' });
    expect(still).toBe(2);
  });
});

describe('a process whose workers are inside Go', () => {
  it('ends by process.exit with its code', async () => {
    expect(await end('exit')).toMatchObject({ code: 7, signal: null });
  });

  it('ends by an uncaught error with that error', async () => {
    const { code, signal, stderr } = await end('uncaught');
    expect([code, signal]).toEqual([1, null]);
    expect(stderr).toContain('main fails');
  });

  it('ends when only workers are left that nobody waits for', async () => {
    expect(await end('unref')).toMatchObject({ code: 0, signal: null, stdout: '"the end"\n' });
  });

  it('ends when the library was loaded by a worker only', async () => {
    expect(await end('only')).toMatchObject({ code: 0, signal: null, stdout: '"the end"\n' });
  });
});

it('runs calls of getters within calls as deep as there are lanes, refuses more, and works on', async () => {
  const tooDeep = { name: 'GoLibError', code: 'TOO_DEEP' };
  expect(await scene('nested')).toEqual([2, LANE_DEPTH, tooDeep, tooDeep, LANE_DEPTH]);
});
