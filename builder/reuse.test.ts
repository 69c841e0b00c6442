import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { BuildRequest } from '../manifests/manifest.ts';
import { resolveOptions } from '../manifests/options.ts';
import { readSources } from '../manifests/sources.ts';
import { artifactHome, MANIFEST, POINTER } from '../manifests/store.ts';
import { sampleManifest } from '../test/support/manifest.ts';
import { fingerprint } from './fingerprint.ts';
import { findBuilt, goVersionsSeen, knownModules } from './reuse.ts';
import { seal } from './seal.ts';
import { parseSpecs } from './spec.ts';

let dir: string;
let root: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'reuse-'));
  root = join(dir, 'store');
});
afterEach(() => rmSync(dir, { recursive: true }));

const remote = { path: 'example.org/shop', version: 'v1.2.3', packages: ['example.org/shop'] };
const request = (modules: BuildRequest['modules'], more: Partial<BuildRequest> = {}): BuildRequest => ({
  ...sampleManifest().request,
  modules,
  ...more,
});

/** Puts a build of a request into the store, as `build` does. */
function built(asked: BuildRequest, sources = readSources({ files: [], folders: [] })) {
  const library = join(dir, 'built.so');
  writeFileSync(library, 'library');
  const { library: _, ...rest } = sampleManifest({
    modules: asked.modules,
    request: asked,
    sources,
    fingerprint: fingerprint(asked, sources),
  });
  const home = artifactHome(root, asked.modules, asked.target);
  return seal({
    home,
    library,
    manifest: rest,
    declarations: { 'go/x.d.ts': 'export {};' },
    name: 'libusegolib.so',
    keep: 8,
  });
}

describe('a build of remote modules', () => {
  test('is found by an equal request', () => {
    expect(findBuilt(root, request([remote]))).toBeUndefined();
    const { folder } = built(request([remote]));
    expect(findBuilt(root, request([remote]))).toMatchObject({ folder });
  });

  test.each([
    { go: '1.26.9' },
    { zig: '0.16.1' },
    { options: resolveOptions({ int64: 'number' }) },
    { bridge: 'ee'.repeat(32) },
    { env: { GOFLAGS: '-tags=x' } },
    { flags: [] },
    { target: 'linux-arm64' },
  ])('is not found by one with %j', (change) => {
    built(request([remote]));
    expect(findBuilt(root, request([remote], change))).toBeUndefined();
  });

  test.each([
    ['its manifest is damaged', (folder: string) => appendFileSync(join(folder, MANIFEST), ' ')],
    ['its library has another size', (folder: string) => appendFileSync(join(folder, 'libusegolib.so'), 'x')],
    ['its library is gone', (folder: string) => rmSync(join(folder, 'libusegolib.so'))],
  ])('is built again when %s', (_, damage) => {
    damage(built(request([remote])).folder);
    expect(findBuilt(root, request([remote]))).toBeUndefined();
  });
});

describe('a build of a folder', () => {
  const source = () => join(dir, 'shop/a.go');
  const local = () => ({
    path: 'example.org/shop',
    version: 'local',
    packages: ['example.org/shop'],
    dir: join(dir, 'shop'),
  });
  const write = (text: string) => {
    mkdirSync(join(dir, 'shop'), { recursive: true });
    writeFileSync(source(), text);
    return readSources({ files: [source()], folders: [{ dir: join(dir, 'shop'), names: 'go' }] });
  };

  test('is found while its sources are as they were, and again when they are so once more', () => {
    const one = built(request([local()]), write('one'));
    expect(findBuilt(root, request([local()]))?.folder).toBe(one.folder);
    const sources = write('two');
    expect(findBuilt(root, request([local()]))).toBeUndefined();
    const two = built(request([local()]), sources);
    expect(findBuilt(root, request([local()]))?.folder).toBe(two.folder);
    write('one');
    expect(findBuilt(root, request([local()]))?.folder).toBe(one.folder);
  });

  test('is found although current.json is damaged', () => {
    const { folder } = built(request([local()]), write('one'));
    writeFileSync(join(folder, '..', POINTER), '{');
    expect(findBuilt(root, request([local()]))?.folder).toBe(folder);
  });
});

describe('what specs mean can be told from the store', () => {
  const known = (...texts: string[]) => knownModules(root, parseSpecs(texts, dir), 'linux-amd64', '1.26.8');

  test('for exact versions that were built', () => {
    expect(known('example.org/shop@v1.2.3')).toBeUndefined();
    built(request([remote]));
    expect(known('example.org/shop@v1.2.3')).toEqual([remote]);
    expect(known('example.org/shop@v1.2.4')).toBeUndefined();
  });

  test('for a package inside a module', () => {
    built(request([remote]));
    expect(known('example.org/shop/cash@v1.2.3')).toEqual([{ ...remote, packages: ['example.org/shop/cash'] }]);
  });

  test.each(['example.org/shop', 'example.org/shop@latest', 'example.org/shop@v1'])('never for %s', (text) => {
    built(request([remote]));
    expect(known(text)).toBeUndefined();
  });

  test('for the standard library and folders, which need no store', () => {
    writeFileSync(join(dir, 'go.mod'), 'module example.org/own\n');
    expect(known('net/url', '.', 'io')).toEqual([
      { path: 'example.org/own', version: 'local', packages: ['example.org/own'], dir },
      { path: 'std', version: 'go1.26.8', packages: ['io', 'net/url'] },
    ]);
  });

  test('for several modules that were built into one library', () => {
    const other = { path: 'example.org/other', version: 'v2.0.0', packages: ['example.org/other'] };
    built(request([other, remote]));
    expect(known('example.org/shop@v1.2.3', 'example.org/other@v2.0.0')).toEqual([other, remote]);
    expect(known('example.org/shop@v1.2.3')).toBeUndefined();
  });
});

describe('the versions of Go that built what is stored', () => {
  const seen = (...texts: string[]) => goVersionsSeen(root, parseSpecs(texts, dir), 'linux-amd64');

  test('are those of the builds of a module, newest first', () => {
    built(request([remote], { go: '1.26.9' }));
    built(request([remote], { go: '1.26.11' }));
    expect(seen('example.org/shop@v1.2.3')).toEqual(['1.26.11', '1.26.9']);
    expect(seen('example.org/other@v1.0.0')).toEqual([]);
  });

  test('are those in the names of the standard library, alone or with others', () => {
    const std = (version: string) => ({ path: 'std', version: `go${version}`, packages: ['io'] });
    built(request([std('1.26.9')], { go: '1.26.9' }));
    built(request([remote, std('1.27.1')], { go: '1.27.1' }));
    expect(seen('io')).toEqual(['1.27.1', '1.26.9']);
  });
});
