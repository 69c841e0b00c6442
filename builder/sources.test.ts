import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { rereadSources } from '../manifests/sources.ts';
import { localSources } from './sources.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'sources-'));
});
afterEach(() => rmSync(dir, { recursive: true }));
const put = (name: string, text = '') => {
  mkdirSync(join(dir, name, '..'), { recursive: true });
  writeFileSync(join(dir, name), text);
};
const module = () => ({ path: 'a.b/m', version: 'local', packages: [], dir: join(dir, 'm') });
const changes = (sources: ReturnType<typeof localSources>) =>
  JSON.stringify(rereadSources(sources)) !== JSON.stringify(sources);

test('where all came from a proxy, nothing is watched', () => {
  expect(localSources([{ path: 'a.b/m', version: 'v1.0.0', packages: [] }], [], [])).toEqual({
    files: {},
    folders: [],
  });
});

test('files that took part are watched, those of a replaced module too', () => {
  put('m/a.go');
  put('beside/b.go');
  const sources = localSources([module()], [{ dir: join(dir, 'beside'), files: ['b.go'] }], [join(dir, 'm/go.sum')]);
  expect(Object.keys(sources.files).sort()).toEqual([join(dir, 'beside/b.go'), join(dir, 'm/go.sum')]);
  expect(changes(sources)).toBe(false);
  put('beside/b.go', 'edited');
  expect(changes(sources)).toBe(true);
});

test('a new Go file in the module is a change, any new file where a package embeds some', () => {
  put('m/a.go');
  put('m/page/p.go');
  put('m/page/p.html');
  const sources = localSources([module()], [{ dir: join(dir, 'm/page'), files: ['p.go', 'p.html'] }], []);
  put('m/notes.txt');
  expect(changes(sources)).toBe(false);
  put('m/page/q.html');
  expect(changes(sources)).toBe(true);
  rmSync(join(dir, 'm/page/q.html'));
  expect(changes(sources)).toBe(false);
  put('m/deep/b.go');
  expect(changes(sources)).toBe(true);
});
