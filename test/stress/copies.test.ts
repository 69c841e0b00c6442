import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { answer, buildFolder } from '../support/child.ts';

let seen: any;
beforeAll(async () => {
  const script = join(import.meta.dirname, 'scenes/copies.mjs');
  seen = await answer(script, [buildFolder('test/stress/go')], { flags: ['--experimental-vm-modules'] });
});

it('two copies of the runtime in a thread are one: the first works for the other', () => {
  expect(seen.copies).toEqual([false, false]);
  expect(seen.modules[0]).toBe(true);
  expect(seen.known).toBe(true);
});

it('a copy in a realm of its own calls the same library, by its own lanes and without the block of the thread', () => {
  expect(seen.modules[1]).toBe(false);
  expect(seen.works[2]).toEqual([42, 3, 41, 42, 42, 'failed']);
  expect(seen.works).toEqual([seen.works[2], seen.works[2], seen.works[2]]);
  expect(seen.turns).toBe(true);
});

it('an object of a copy in another realm is refused, not read as a literal', () => {
  expect(seen.foreign).toEqual([
    'InvalidArgumentError',
    'stress.Total: args[0]: want stress.Counter, got a Counter of another copy of usegolib',
  ]);
});
