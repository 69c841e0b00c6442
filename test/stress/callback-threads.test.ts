import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { answer, buildFolder, runChild } from '../support/child.ts';
import { size } from './size.ts';

const script = join(import.meta.dirname, 'scenes/callback-threads.mjs');
let artifact: string;

beforeAll(() => {
  artifact = buildFolder('./test/stress/callbacks');
});

const scene = (name: string, count: number, env: Record<string, string>) =>
  answer(script, [artifact, name, String(count)], { flags: ['--expose-gc'], env });

const refused = {
  name: 'GoError',
  message: expect.stringContaining('can only be called while JavaScript waits in a call into Go'),
};

describe.each<Record<string, string>>([{}, { GOMAXPROCS: '1' }])('functions of several threads, with %o', (env) => {
  const rounds = size(1, 20);

  it(`leave nothing behind when their thread ends, whichever way (${rounds} times each)`, async () => {
    expect(await scene('ends', rounds, env)).toEqual({
      seen: [
        ['inside', 1],
        ['deep', 1],
        ['busy', 1],
        ['keep', 1],
        ['exit', 3],
        ['throw', 'a worker fails'],
      ],
      left: { environments: 2, live: 0, asking: 0 },
      failure: refused,
    });
  });

  it('run in their own thread, whoever calls them', async () => {
    const seen = await scene('foreign', size(20, 2000), env);
    expect(seen).toEqual({ refused, gone: refused, served: true });
  });

  it('give right answers to all of them at once', async () => {
    expect(await scene('together', 0, env)).toEqual([0, 0, 0]);
  });

  it('do not keep the process from ending', async () => {
    expect(await runChild(script, [artifact, 'exit', '0'], { env })).toMatchObject({ code: 7, signal: null });
  });
});
