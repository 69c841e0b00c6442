import { expect, test } from 'vitest';
import type { Artifact } from './artifacts.ts';
import { reason } from './collect.ts';
import type { Entry } from './entries.ts';

const now = Date.UTC(2026, 10, 21);
const limits = { days: 30, all: false, now };
const entry = (kind: Entry['kind'], days: number, more: Partial<Entry> = {}): Entry => {
  return { kind, name: 'x', path: '/x', bytes: 1, used: now - days * 24 * 60 * 60_000, users: [], ...more };
};
const build = (current: boolean): Partial<Entry> => ({ artifact: { current } as Artifact });

test('what a process uses stays, whatever is asked', () => {
  for (const kind of ['artifact', 'toolchain', 'work', 'compiler cache'] as const) {
    expect(reason(entry(kind, 999, { users: [7] }), { days: 0, all: true, now })).toBeUndefined();
  }
});

test.each([
  ['leftover', 0, {}, 'left by a process that is gone'],
  ['work', 0, {}, 'left by a process that is gone'],
  ['artifact', 2, build(false), 'replaced by a newer build'],
  ['artifact', 0.5, build(false), undefined],
  ['artifact', 29, build(true), undefined],
  ['artifact', 31, build(true), 'not used for 30 days'],
  ['toolchain', 29, {}, undefined],
  ['toolchain', 31, {}, 'not used for 30 days'],
] as const)('%s of %d days', (kind, days, more, why) => {
  expect(reason(entry(kind, days, more), limits)).toBe(why);
});

test('--all takes what is new, but not a build that somebody is about to load', () => {
  const all = { ...limits, all: true };
  expect(reason(entry('scanner', 0), all)).toBe('nobody uses it');
  expect(reason(entry('artifact', 0, build(true)), all)).toBeUndefined();
  expect(reason(entry('artifact', 0.001, build(true)), all)).toBe('nobody uses it');
});
