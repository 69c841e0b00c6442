import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { answer, buildFolder } from '../support/child.ts';
import { size } from './size.ts';

const frames = size(20_000, 1_000_000);
const seed = 20261121;
let seen: any;

beforeAll(async () => {
  const script = join(import.meta.dirname, 'scenes/frames.mjs');
  const args = [buildFolder('test-modules/scalars'), String(frames), String(seed)];
  seen = await answer(script, args, { flags: ['--expose-gc'] });
});

it(`answers every damaged frame with a status a caller can act on (${frames} frames, seed ${seed})`, () => {
  const { ok, error, panic, fault, refused, spilled } = seen.counts;
  expect(seen.functions).toBeGreaterThan(100);
  expect(ok + error + panic + fault).toBeGreaterThan(frames * 0.95);
  // The frames are what this test is about only if they are refused in every way there is.
  expect(fault).toBeGreaterThan(frames / 2);
  expect(Math.min(ok, error, panic, refused, spilled)).toBeGreaterThan(frames / 1000);
});

it('binds one block to a thread', () => {
  expect(seen.bound).toEqual([0, -1, -1]);
});

it('neither keeps nor asks for the memory that damaged frames announce', () => {
  const mebi = 1 << 20;
  expect(seen.after.heap).toBeLessThan(seen.before.heap + 64 * mebi);
  expect(seen.after.rss).toBeLessThan(seen.before.rss + 256 * mebi);
});

it('answers right calls afterwards, on objects that were alive meanwhile', () => {
  expect(seen.right).toEqual([42, 42, 'grüße']);
  expect(seen.live, 'objects that are left').toBe(1);
});
