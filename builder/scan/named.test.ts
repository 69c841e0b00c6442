import { expect, test } from 'vitest';
import type { SkipReason } from '../../manifests/schema.ts';
import { checkNamed } from './named.ts';

const check = (named: string[], bound: string[], skips: [path: string, reason: SkipReason][] = [], dir?: string) =>
  checkNamed(
    [{ path: 'a.b/m', version: dir ? 'local' : 'v1.0.0', packages: named, ...(dir && { dir }) }],
    { packages: bound.map((path) => ({ path, name: 'x', bound: true as const })), types: [] },
    skips.map(([path, reason]) => ({ package: path, reason, detail: `because ${reason}` })),
  );
const thrown = (act: () => void) => {
  try {
    act();
  } catch (error) {
    return error;
  }
  return undefined;
};

test('a named package that is bound is fine', () => check(['a.b/m/x'], ['a.b/m/x']));
test('the root of a module may hold no package of its own', () =>
  check(['a.b/m'], ['a.b/m/x'], [['a.b/m', 'main-package']]));

test('a program is not a library, and its module is the one to try', () => {
  expect(thrown(() => check(['a.b/m/cmd'], ['a.b/m'], [['a.b/m/cmd', 'main-package']]))).toMatchObject({
    code: 'NOT_A_LIBRARY',
    message: 'a.b/m/cmd cannot be bound: because main-package',
    fix: 'npx usegolib build a.b/m@v1.0.0',
  });
});

test('a folder’s package is answered with its module’s folder', () => {
  expect(
    thrown(() => check(['a.b/m/internal'], ['a.b/m'], [['a.b/m/internal', 'internal-package']], '/m')),
  ).toMatchObject({
    code: 'NOTHING_TO_BIND',
    fix: 'npx usegolib build /m',
  });
});

test('a folder without a package says so', () => {
  expect(thrown(() => check(['a.b/m/none'], ['a.b/m/x']))).toMatchObject({
    code: 'NOTHING_TO_BIND',
    message: 'a.b/m/none cannot be bound: it holds no Go package',
  });
});
