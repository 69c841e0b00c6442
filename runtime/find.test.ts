import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { artifactHome, type Pointer, writePointer } from '../manifests/store.ts';
import { findArtifact, folderMeant, parseWanted } from './find.ts';

const target = 'linux-amd64';
const a = 'example.com/a';
const b = 'example.com/b';

let root: string;
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'find-')));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

type Module = Pointer['modules'][number];
const module = (path: string, version = 'v1.0.0', more: Partial<Module> = {}): Module => ({
  path,
  version,
  packages: [path],
  ...more,
});

function put(modules: Module[], fingerprint = 'a'.repeat(32)): string {
  const home = artifactHome(root, modules, target);
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, 'current.json'), writePointer({ fingerprint, modules }));
  return home;
}

const find = (...specs: string[]) =>
  findArtifact(
    root,
    specs.map((spec) => parseWanted(spec)),
    target,
  )?.home;

it('a path that exists as a folder may have meant that folder', () => {
  mkdirSync(join(root, 'go/pricing'), { recursive: true });
  writeFileSync(join(root, 'go/file'), '');
  const meant = (text: string) => folderMeant(parseWanted(text, root), root);
  expect(meant('go/pricing')).toBe('./go/pricing');
  expect(meant('go/pricing@v1.0.0')).toBe('./go/pricing');
  for (const other of ['go/none', 'go/file', './go/pricing', a]) expect(meant(other), other).toBeUndefined();
});

describe('a spec', () => {
  it.each([
    [a, { path: a }],
    [`${a}@v1.2.3`, { path: a, version: 'v1.2.3' }],
    [`${a}@v1.2.3-rc.1+incompatible`, { path: a, version: 'v1.2.3-rc.1+incompatible' }],
    [`${a}@v0.0.0-20240102030405-abcdef012345`, { path: a, version: 'v0.0.0-20240102030405-abcdef012345' }],
    [`${a}@latest`, { path: a, query: 'latest' }],
    [`${a}@v1`, { path: a, query: 'v1' }],
    [`${a}@>=v1.2.0`, { path: a, query: '>=v1.2.0' }],
    ['net/url', { path: 'net/url' }],
  ])('%s is read', (text, want) => expect(parseWanted(text)).toEqual({ text, ...want }));

  it('is a folder where it begins as one, with the module it lies in', () => {
    mkdirSync(join(root, 'go/rules'), { recursive: true });
    writeFileSync(join(root, 'go/go.mod'), `module ${a}\n`);
    expect(parseWanted('./go/rules', root)).toEqual({
      text: join(root, 'go/rules'),
      path: `${a}/rules`,
      version: 'local',
      dir: join(root, 'go'),
    });
    expect(() => parseWanted('./none', root)).toThrow(`importGo: ${join(root, 'none')} is not a folder`);
  });

  it.each([
    ['', '""'],
    [5, '5'],
    [null, 'null'],
    [{}, 'a plain object'],
  ])('%j is none', (text, got) => {
    const want = `importGo: want an import path such as github.com/google/uuid, got ${got}`;
    expect(() => parseWanted(text)).toThrow(want);
  });
});

describe('the store', () => {
  it('gives the one version there is, and an exact one among several', () => {
    const one = put([module(a)]);
    expect(find(a)).toBe(one);
    const two = put([module(a, 'v1.1.0')]);
    expect(find(`${a}@v1.0.0`)).toBe(one);
    expect(find(`${a}@v1.1.0`)).toBe(two);
    expect(find(`${a}@v2.0.0`)).toBeUndefined();
  });

  it('does not choose among versions', () => {
    put([module(a)]);
    put([module(a, 'v1.10.0')]);
    expect(() => find(a)).toThrow(
      expect.objectContaining({
        name: 'AmbiguousArtifactError',
        message: `several versions of ${a} are stored: ${a}@v1.0.0, ${a}@v1.10.0; name the one you want, for example ${a}@v1.10.0`,
        candidates: [`${a}@v1.0.0`, `${a}@v1.10.0`],
      }),
    );
  });

  it('finds a package in the artifact of its module, whose path may be any part of the import path', () => {
    const home = put([module(a, 'v1.0.0', { packages: [a, `${a}/x/y`] })]);
    expect(find(`${a}/x/y`)).toBe(home);
    expect(find(`${a}/x`)).toBeUndefined();
    expect(find(`${a}/x/y`, a)).toBe(home);
    expect(find(`${a}b`)).toBeUndefined();
  });

  it('tells a module from the one it lies in', () => {
    put([module(a)]);
    const nested = put([module(`${a}/v2`, 'v2.0.0')]);
    expect(find(`${a}/v2`)).toBe(nested);
  });

  it('prefers an artifact of one module to a set, and of sets the smaller', () => {
    const three = put([module(a), module(b), module('example.com/c')]);
    expect(find(a)).toBe(three);
    const two = put([module(a), module(b)]);
    expect(find(a)).toBe(two);
    expect(find(b, a)).toBe(two);
    const one = put([module(a)]);
    expect(find(a)).toBe(one);
    expect(find(a, b)).toBe(two);
    expect(find(a, 'example.com/d')).toBeUndefined();
  });

  it('holds packages of the standard library under one name', () => {
    const std = put([module('std', 'go1.26.8', { packages: ['bytes', 'net/url'] })]);
    expect(find('net/url')).toBe(std);
    expect(find('net/url', 'bytes')).toBe(std);
    expect(find('strings')).toBeUndefined();
  });

  it('tells two folders with one module path apart', () => {
    const homes = ['one', 'two'].map((name) => {
      const dir = join(root, name);
      mkdirSync(dir);
      writeFileSync(join(dir, 'go.mod'), `module ${a}\n`);
      return put([module(a, 'local', { dir })]);
    });
    expect(homes[0]).not.toBe(homes[1]);
    expect(find(join(root, 'one'))).toBe(homes[0]);
    expect(find(join(root, 'two'))).toBe(homes[1]);
  });

  it('follows capitals, links and other targets', () => {
    const home = put([module('example.com/BigName')]);
    expect(find('example.com/BigName')).toBe(home);
    expect(find('example.com/bigname')).toBeUndefined();
    symlinkSync(root, `${root}-link`, 'dir');
    try {
      const linked = findArtifact(`${root}-link`, [parseWanted('example.com/BigName')], target);
      expect(realpathSync(linked!.home)).toBe(home);
    } finally {
      rmSync(`${root}-link`);
    }
    expect(findArtifact(root, [parseWanted('example.com/BigName')], 'darwin-arm64')).toBeUndefined();
  });

  it('passes over what is not an artifact', () => {
    expect(findArtifact(join(root, 'none'), [parseWanted(a)], target)).toBeUndefined();
    mkdirSync(join(root, 'example.com/a@v0.1.0'), { recursive: true });
    mkdirSync(join(root, 'example.com/a@v0.2.0', target), { recursive: true });
    writeFileSync(join(root, 'example.com/a@v0.3.0'), 'a file');
    writeFileSync(join(root, '+x'), 'a file');
    mkdirSync(join(root, 'example.com/.tmp-a@v9.0.0', target, 'current.json'), { recursive: true });
    expect(find(a)).toBeUndefined();
    const home = put([module(a)]);
    expect(find(a)).toBe(home);
  });

  it.each([
    ['half', '{"fingerprint":"aaaa'],
    ['empty', ''],
    ['of another form', '{"fingerprint":"../../etc","modules":[]}'],
    ['with a key too many', `{"fingerprint":"${'a'.repeat(32)}","modules":[],"more":1}`],
  ])('passes over a pointer that is %s, and says so', (_, text) => {
    const bad = put([module(a, 'v0.9.0')]);
    writeFileSync(join(bad, 'current.json'), text);
    const set = put([module(a), module(b)]);
    writeFileSync(join(set, 'current.json'), text);
    const damaged: Error[] = [];
    expect(findArtifact(root, [parseWanted(a)], target, damaged)).toBeUndefined();
    expect(damaged.map(({ message }) => message)).toEqual([expect.stringContaining(join(bad, 'current.json'))]);
    const good = put([module(a)]);
    expect(find(a)).toBe(good);
  });
});
