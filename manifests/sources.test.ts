import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isLocal, readSources, rereadSources } from './sources.ts';

let dir: string;
const put = (name: string, text = '') => {
  mkdirSync(join(dir, name, '..'), { recursive: true });
  writeFileSync(join(dir, name), text);
};
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'sources-'));
  put('go.mod', 'module x');
  put('a.go', 'package x');
  put('static/a.txt', 'text');
});
afterEach(() => rmSync(dir, { recursive: true }));

const changedBy = (change: () => void, names: 'go' | 'all' = 'go') => {
  const files = ['go.mod', 'a.go', 'static/a.txt', 'go.work'].map((name) => join(dir, name));
  const before = readSources({ files, folders: [{ dir, names }] });
  expect(rereadSources(before)).toEqual(before);
  change();
  return JSON.stringify(rereadSources(before)) !== JSON.stringify(before);
};

describe('a change is noticed', () => {
  test('in a file, an embedded one too', () => expect(changedBy(() => put('static/a.txt', 'other'))).toBe(true));
  test('when a file is removed', () => expect(changedBy(() => rmSync(join(dir, 'a.go')))).toBe(true));
  test('when a file that was absent appears', () => expect(changedBy(() => put('go.work'))).toBe(true));
  test('when a Go file is added anywhere in the module', () => {
    expect(changedBy(() => put('deep/er/b.go'))).toBe(true);
    expect(changedBy(() => put('c.c'))).toBe(true);
  });
  test('when any file is added where files are embedded', () => {
    expect(changedBy(() => put('static/sub/b.txt'), 'all')).toBe(true);
  });
});

describe('what Go does not read is not noticed', () => {
  test('tests', () => expect(changedBy(() => put('a_test.go'))).toBe(false));
  test('other files', () => expect(changedBy(() => put('notes.md'))).toBe(false));
  test('other modules below', () => {
    expect(
      changedBy(() => {
        put('tool/go.mod');
        put('tool/main.go');
      }),
    ).toBe(false);
  });
  test.each(['testdata/x.go', '_x/x.go', '.x/x.go', 'vendor/v/x.go', 'node_modules/n/x.go'])('%s', (name) => {
    expect(changedBy(() => put(name))).toBe(false);
  });
  test('history, even where all files count', () => expect(changedBy(() => put('.git/x'), 'all')).toBe(false));
});

test('the order in which things are watched does not matter', () => {
  const [a, b] = [join(dir, 'a.go'), join(dir, 'go.mod')] as const;
  const folders = [{ dir, names: 'go' as const }];
  expect(readSources({ files: [a, b], folders })).toEqual(
    readSources({ files: [b, a, b], folders: [...folders, ...folders] }),
  );
});

test('no files mean that everything came from a proxy', () => {
  expect(isLocal(readSources({ files: [], folders: [] }))).toBe(false);
});
