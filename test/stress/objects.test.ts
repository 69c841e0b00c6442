import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { answer, buildFolder } from '../support/child.ts';
import { size } from './size.ts';

const objects = size(20_000, 1_000_000);
const mebi = 1 << 20;
let artifact: string;

beforeAll(() => {
  artifact = buildFolder('test/stress/go');
});

it.each([
  ['dropped', 'forgets objects that the garbage collector found'],
  ['disposed', 'forgets objects that were disposed'],
  ['using', 'forgets objects at the end of a using block'],
  ['scoped', 'forgets objects at the end of their scope'],
  ['awaited', 'forgets objects when the promise of their scope settles'],
  ['errors', 'forgets errors that the garbage collector found'],
])(`%s: %s, and both heaps are as before (${objects})`, async (scene) => {
  const script = join(import.meta.dirname, 'scenes/objects.mjs');
  const { before, after } = await answer(script, [artifact, scene, String(objects)], { flags: ['--expose-gc'] });
  expect(before.live).toBe(0);
  expect(after.live).toBe(0);
  expect(after.heap).toBeLessThan(before.heap + 32 * mebi);
  expect(after.heapUsed).toBeLessThan(before.heapUsed + 16 * mebi);
  expect(after.rss).toBeLessThan(before.rss + 128 * mebi);
});
