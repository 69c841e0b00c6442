import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  artifactHome,
  buildsOf,
  entryName,
  escapeCapitals,
  type Pointer,
  readPointer,
  type StoredModule,
  setsIn,
  unescapeCapitals,
  writePointer,
} from './store.ts';

const semver = { path: 'github.com/Masterminds/semver/v3', version: 'v3.4.0' };
const uuid = { path: 'github.com/google/uuid', version: 'v1.6.0' };

describe('names in the store', () => {
  test('capitals are escaped as in the module cache', () => {
    expect(entryName([semver])).toBe('github.com/!masterminds/semver/v3@v3.4.0');
    expect(entryName([{ path: 'a.b/c', version: 'v1.0.0-RC1' }])).toBe('a.b/c@v1.0.0-!r!c1');
    expect(unescapeCapitals(escapeCapitals('GoDev/x'))).toBe('GoDev/x');
  });

  test('two directories with one module path are two entries', () => {
    const a = entryName([{ path: 'example.com/x', version: 'local', dir: '/home/a/x' }]);
    const b = entryName([{ path: 'example.com/x', version: 'local', dir: '/home/b/x' }]);
    expect(a).toMatch(/^example\.com\/x@local-[0-9a-f]{16}$/);
    expect(a).not.toBe(b);
  });

  test('a set does not depend on the order and shares its first half among versions', () => {
    const name = entryName([semver, uuid]);
    expect(name).toMatch(/^\+[0-9a-f]{16}@[0-9a-f]{16}$/);
    expect(entryName([uuid, semver])).toBe(name);
    const other = entryName([uuid, { ...semver, version: 'v3.3.0' }]);
    expect(other.split('@')[0]).toBe(name.split('@')[0]);
    expect(other).not.toBe(name);
  });
});

describe('finding', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'store-'));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  const put = (modules: StoredModule[]): Pointer => {
    const home = artifactHome(root, modules, 'linux-amd64');
    const pointer = { fingerprint: 'a'.repeat(32), modules: modules.map((m) => ({ ...m, packages: [m.path] })) };
    mkdirSync(home, { recursive: true });
    writeFileSync(join(home, 'current.json'), writePointer(pointer));
    return pointer;
  };

  test('all versions of a module, and only of that module', () => {
    const stored = [put([semver]), put([{ ...semver, version: 'v3.3.0' }])];
    put([{ ...semver, path: `${semver.path}x` }]);
    put([semver, uuid]);
    const found = [...buildsOf(root, semver.path, 'linux-amd64')].map(({ pointer }) => pointer);
    expect(found).toHaveLength(2);
    expect(found).toEqual(expect.arrayContaining(stored));
    expect([...buildsOf(root, semver.path, 'darwin-arm64')]).toEqual([]);
    expect([...buildsOf(root, 'github.com/none', 'linux-amd64')]).toEqual([]);
  });

  test('sets', () => {
    put([semver]);
    const set = put([uuid, semver]);
    expect([...setsIn(root, 'linux-amd64')].map(({ pointer }) => pointer)).toEqual([set]);
  });

  test('a pointer that is not one is refused with its file and path', () => {
    put([uuid]);
    const home = artifactHome(root, [uuid], 'linux-amd64');
    writeFileSync(join(home, 'current.json'), '{"fingerprint":"../../x","modules":[]}');
    expect(() => readPointer(home)).toThrow(/current\.json\.fingerprint: want 32 hex digits/);
  });
});
