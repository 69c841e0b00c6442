import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { fetchNode } from '../../scripts/packages/fetched.mjs';
import { buildFolder, runChild } from '../support/child.ts';
import { all } from './size.ts';

/** Node comes as an npm package for one platform; elsewhere, and in the sample, the running Node must do. */
const lines = all && process.platform === 'linux' && process.arch === 'x64' ? ['20', '22', '24', '26'] : [];

let artifact: string;

beforeAll(() => {
  artifact = buildFolder('test/stress/go');
});

describe.each(['running', ...lines])('Node %s', (line) => {
  let node = process.execPath;

  beforeAll(() => {
    if (line !== 'running') node = fetchNode(line);
  });

  it('calls Go from the main thread and a worker, and ends with its own code', async () => {
    const { code, signal, stdout, stderr } = await runChild(
      join(import.meta.dirname, 'scenes/versions.mjs'),
      [artifact],
      {
        node,
      },
    );
    expect([code, signal], stderr).toEqual([5, null]);
    expect(JSON.parse(stdout)).toEqual({
      version: expect.stringMatching(line === 'running' ? process.versions.node : new RegExp(`^${line}\\.`)),
      same: true,
      calls: [42, 3, 1],
      object: [41, true, 41, '*stress.Counter'],
      scoped: 2,
      error: ['GoError', 'failed', true, { Code: 9 }],
      worker: [0, 0],
      late: 42,
    });
    expect(stderr, 'warnings').toBe('');
  });

  it('loses no object, ends workers in every way, and keeps the objects of a thread in it', async () => {
    const flags = ['--expose-gc'];
    const objects = await runChild(join(import.meta.dirname, 'scenes/objects.mjs'), [artifact, 'dropped', '20000'], {
      node,
      flags,
    });
    expect(JSON.parse(objects.stdout).after.live, objects.stderr).toBe(0);
    const threads = join(import.meta.dirname, 'scenes/threads.mjs');
    const ends = await runChild(threads, [artifact, 'ends', '3'], { node, flags });
    const { before, after } = JSON.parse(ends.stdout);
    expect(after, ends.stderr).toMatchObject({ live: before.live, environments: before.environments });
    expect(await runChild(threads, [artifact, 'exit'], { node })).toMatchObject({ code: 7, signal: null });
    const sent = JSON.parse((await runChild(threads, [artifact, 'sent'], { node })).stdout);
    const [major, minor] = execFileSync(node, ['-v'], { encoding: 'utf8' }).slice(1).split('.').map(Number);
    if (major > 22 || (major === 22 && minor >= 10)) expect(sent.refusal).toMatchObject({ name: 'DataCloneError' });
    else expect(sent.arrived.methods).toBe('undefined');
  });
});
