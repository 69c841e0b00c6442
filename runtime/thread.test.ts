import * as threads from 'node:worker_threads';
import { expect, it } from 'vitest';
import { GoValue } from './object.ts';
import { keepInThread } from './thread.ts';

it.runIf('markAsUncloneable' in threads)('refuses to copy a marked object to another thread', () => {
  const marked = {};
  keepInThread(marked);
  expect(() => structuredClone(marked)).toThrow(/could not be cloned|Cannot clone/);
  expect(() => structuredClone({ within: [new GoValue({} as never, 1)] })).toThrow(/could not be cloned|Cannot clone/);
});

it('leaves what is not marked alone', () => {
  keepInThread({});
  expect(structuredClone({ a: 1 })).toEqual({ a: 1 });
});
