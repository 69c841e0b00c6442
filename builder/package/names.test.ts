import { describe, expect, it } from 'vitest';
import { TARGETS } from '../../manifests/target.ts';
import { checkName, fileOfPackage, mainFirst, platformPackage, relativeTo, subPaths, versionFor } from './names.ts';

const module = (path: string, packages: string[], version = 'v1.0.0') => ({ path, version, packages });

it('the packages of the platforms are called as Node calls them, with the C library on Linux', () => {
  expect(TARGETS.map((target) => platformPackage('@me/x', target))).toEqual([
    '@me/x-linux-x64-gnu',
    '@me/x-linux-arm64-gnu',
    '@me/x-darwin-x64',
    '@me/x-darwin-arm64',
    '@me/x-win32-x64',
    '@me/x-win32-arm64',
  ]);
});

it.each(['@me/goldmark', 'goldmark', '@me/go.mark_2'])('%s is a name', (name) => expect(checkName(name)).toBe(name));
it.each(['', 'Goldmark', '@me', '@me/', 'a b', '.x', '@me/x/y', 'x'.repeat(200)])('%j is no name', (name) => {
  expect(() => checkName(name)).toThrow('is not a name for an npm package');
});

describe('the version', () => {
  const of = (version: string, asked?: string) => versionFor(asked, module('m', [], version));
  it.each([
    ['v1.7.13', '1.7.13'],
    ['v2.0.0+incompatible', '2.0.0'],
    ['v0.0.0-20240102030405-abcdef123456', '0.0.0-20240102030405-abcdef123456'],
  ])('of Go %s is %s', (version, want) => expect(of(version)).toBe(want));

  it('is what was asked for', () => expect(of('v1.0.0', '3.2.1')).toBe('3.2.1'));
  it('must be named where the module has none, or it is none', () => {
    expect(() => of('local')).toThrow('m has no version of its own');
    expect(() => of('v1.0.0', 'latest')).toThrow('latest is not a version');
  });
});

describe('the sub-path of a package', () => {
  const entries = (modules: Parameters<typeof mainFirst>[0], main: string) => [
    ...subPaths(mainFirst(modules, main), main),
  ];

  it('is its path in the module', () => {
    expect(entries([module('g.org/m', ['g.org/m', 'g.org/m/a/b'])], 'g.org/m')).toEqual([
      ['.', 'g.org/m'],
      ['./a/b', 'g.org/m/a/b'],
    ]);
  });

  it('is both that and the root for a package that was asked for by its own path', () => {
    expect(entries([module('g.org/m', ['g.org/m', 'g.org/m/a'])], 'g.org/m/a')).toEqual([
      ['.', 'g.org/m/a'],
      ['./a', 'g.org/m/a'],
    ]);
  });

  it('is the import path for further modules and the standard library', () => {
    const modules = [module('a.org/x', ['a.org/x']), module('g.org/m', ['g.org/m']), module('std', ['net/url'])];
    expect(entries(modules, 'g.org/m')).toEqual([
      ['.', 'g.org/m'],
      ['./a.org/x', 'a.org/x'],
      ['./net/url', 'net/url'],
    ]);
  });

  it('there is no root where the module has no package there', () => {
    expect(entries([module('g.org/m', ['g.org/m/a'])], 'g.org/m')).toEqual([['./a', 'g.org/m/a']]);
  });
});

it('files are found from each other, whatever the file system thinks of capitals', () => {
  expect(fileOfPackage('github.com/BurntSushi/toml')).toBe('go/github.com/!burnt!sushi/toml');
  expect(relativeTo('go/a.org/x', 'load.js')).toBe('../../load.js');
  expect(relativeTo('index', 'load.js')).toBe('./load.js');
});
