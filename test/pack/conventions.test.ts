import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { sha256 } from '../../manifests/sha256.ts';
import { root } from '../../scripts/root.mjs';
import { Project } from '../support/project.mjs';
import { stock } from '../support/publish.mjs';
import { packFolder, Registry } from '../support/registry.mjs';
import { Shop } from '../support/shop.ts';

/** What users of packages with native code expect of them: eighteen conventions, each with a check, here or in the test that is named. */
const shop = new Shop();
const LINUX = ['linux-x64-gnu', 'linux-arm64-gnu'];
const flags = [
  '--repository',
  'https://github.com/me/shop',
  ...['host', 'linux-x64', 'linux-arm64'].flatMap((id) => ['--target', id]),
];
let registry: Registry;
let project: Project;
let wrapper: any;
let platforms: any[];
const folder = (name: string) => join(shop.dir, 'dist', name);
const manifestOf = (dir: string) => JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8'));
const exact = /^\d+\.\d+\.\d+$/;

beforeAll(async () => {
  const made = shop.package('dist', ...flags);
  platforms = made.slice(0, -1).map(({ folder }) => manifestOf(folder));
  wrapper = manifestOf(made.at(-1)!.folder);
  registry = await Registry.start();
  stock(
    registry,
    made.map(({ folder }) => folder),
  );
  project = new Project(registry);
  const { code, stderr } = await project.npm('install', '@me/shop');
  expect(code, stderr).toBe(0);
});
afterAll(async () => {
  await registry.stop();
  project.remove();
  shop.remove();
});

/** Every package.json in node_modules, as npm installed it. */
function installed(): { dir: string; manifest: any }[] {
  const files = readdirSync(join(project.dir, 'node_modules'), { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => /^(@[^\\/]+[\\/])?[^\\/]+[\\/]package\.json$/.test(file))
    .map((file) => join(project.dir, 'node_modules', file, '..'))
    .map((dir) => ({ dir, manifest: manifestOf(dir) }));
}

async function failure(): Promise<{ name: string; message: string }> {
  project.write(
    'fail.mjs',
    "import('@me/shop').catch((e) => console.log(JSON.stringify({ name: e.name, message: e.message })));",
  );
  return JSON.parse((await project.node('fail.mjs')).stdout);
}

test('1: nothing that users install has an install script', () => {
  expect(installed().map(({ manifest }) => manifest.name)).toContain('@me/shop');
  for (const { dir, manifest } of installed()) {
    expect(
      Object.keys(manifest.scripts ?? {}).filter((name) => /install$/.test(name)),
      manifest.name,
    ).toEqual([]);
    expect(existsSync(join(dir, 'binding.gyp')), manifest.name).toBe(false);
  }
});

test('2: a wrapper and a package per platform, of exact versions, each with os, cpu, libc and a whitelist of files', () => {
  expect(wrapper.optionalDependencies).toEqual(Object.fromEntries(platforms.map(({ name }) => [name, '1.2.3'])));
  for (const one of platforms) {
    const [os, cpu, libc] = one.name.replace('@me/shop-', '').split('-');
    expect(one).toMatchObject({ version: '1.2.3', os: [os], cpu: [cpu], preferUnplugged: true });
    expect(one.libc).toEqual(os === 'linux' ? ['glibc'] : undefined);
    expect(libc).toBe(os === 'linux' ? 'gnu' : undefined);
  }
  expect(platforms.map(({ name }) => name)).toEqual(expect.arrayContaining(LINUX.map((id) => `@me/shop-${id}`)));
  for (const one of [wrapper, ...platforms]) {
    expect(one.license).toBe(one === wrapper ? 'MIT' : 'BSD-3-Clause AND MIT');
    expect(one.repository).toEqual({ type: 'git', url: 'git+https://github.com/me/shop.git' });
    expect(one.engines).toEqual(manifestOf(root).engines);
    expect(one.exports['./package.json']).toBe('./package.json');
    const there = readdirSync(folder(one.name)).filter((name) => name !== 'package.json');
    expect([...one.files].sort()).toEqual(there.sort());
  }
});

test('3: a platform says where its library is by new URL, and the wrapper takes it by a literal name and offers it as a sub-path', () => {
  for (const { name } of platforms) {
    const entry = readFileSync(join(folder(name), 'index.js'), 'utf8');
    const [, file] = /export default new URL\('\.\/([^']+)', import\.meta\.url\);/.exec(entry)!;
    expect(existsSync(join(folder(name), file!))).toBe(true);
    expect(readFileSync(join(folder('@me/shop'), 'load.js'), 'utf8')).toContain(`require('${name}')`);
    expect(wrapper.exports).toHaveProperty([`./${name.replace('@me/shop-', '')}`]);
  }
});

describe('4: the SHA-256 and the ABI of each library stand in the wrapper, and are checked before it is loaded', () => {
  const load = () => join(project.dir, 'node_modules/@me/shop/load.js');
  async function changed(edit: (text: string) => string) {
    const text = readFileSync(load(), 'utf8');
    writeFileSync(load(), edit(text));
    const result = await failure();
    writeFileSync(load(), text);
    return result;
  }

  it('has the hash of the bytes', () => {
    for (const { name } of platforms) {
      const file = readdirSync(folder(name)).find((one) => /\.(so|dylib|dll)$/.test(one))!;
      const hash = sha256(readFileSync(join(folder(name), file)));
      expect(readFileSync(join(folder('@me/shop'), 'load.js'), 'utf8')).toContain(hash);
    }
  });

  it('refuses a library of another version, and another ABI', async () => {
    const other = await changed((text) => text.replaceAll(/sha256: '..../g, "sha256: '0000"));
    expect(other).toMatchObject({
      name: 'IntegrityError',
      message: expect.stringContaining('does not belong to @me/shop@1.2.3'),
    });
    const abi = await changed((text) => text.replaceAll(/abi: \d+/g, 'abi: 9999'));
    expect(abi).toMatchObject({ name: 'AbiMismatchError' });
  });
});

test('6: what is published carries its dependencies already, and what provenance needs', () => {
  expect(wrapper.publishConfig).toEqual({ access: 'public' });
  expect(Object.values(wrapper.optionalDependencies).every((one) => exact.test(one as string))).toBe(true);
});

test('7: no dependency is a git or URL one, nothing is downloaded or compiled at install', () => {
  const own = [wrapper, ...platforms, manifestOf(root)];
  for (const { dependencies = {}, optionalDependencies = {}, scripts, name } of own) {
    for (const wanted of Object.values({ ...dependencies, ...optionalDependencies })) expect(wanted).toMatch(exact);
    if (name !== 'usegolib') expect(scripts).toBeUndefined();
  }
});

test('8: ES modules only, each with types', () => {
  expect(wrapper.type).toBe('module');
  for (const [path, entry] of Object.entries<any>(wrapper.exports)) {
    if (path === './package.json') continue;
    expect(Object.keys(entry)).toEqual(['types', 'default']);
    for (const file of Object.values<string>(entry))
      expect(existsSync(join(folder('@me/shop'), file)), file).toBe(true);
  }
});

test('10: the file of a library has the version in its name', () => {
  for (const { name } of platforms) {
    expect(readdirSync(folder(name)).filter((file) => /^shop-1\.2\.3\.(so|dylib|dll)$/.test(file))).toHaveLength(1);
  }
});

test('16: a library stays below 15 MB', () => {
  for (const { name } of platforms) {
    const sizes = readdirSync(folder(name)).map((file) => readFileSync(join(folder(name), file)).length);
    expect(sizes.reduce((a, b) => a + b)).toBeLessThan(15e6);
  }
});

describe('17: a package is the same bytes every time, and says what is in it', () => {
  it('is packed into the same tarball when it is made again, from a copy in another folder', () => {
    const other = new Shop();
    try {
      for (const { name, folder: again } of other.package('again', ...flags)) {
        const [first, second] = [folder(name), again].map((dir) => readFileSync(packFolder(dir, other.dir)));
        expect(first!.equals(second!), name).toBe(true);
      }
    } finally {
      other.remove();
    }
  });

  it('names no folder of this machine', () => {
    for (const { name } of [wrapper, ...platforms]) {
      for (const file of readdirSync(folder(name), { recursive: true, encoding: 'utf8' })) {
        const path = join(folder(name), file);
        if (!existsSync(join(path, '.'))) expect(readFileSync(path).includes(shop.dir), `${name} ${file}`).toBe(false);
      }
    }
  });

  it('lists every Go module with its licence, and those of Go, Zig and usegolib', () => {
    for (const { name } of [wrapper, ...platforms]) {
      const bom = JSON.parse(readFileSync(join(folder(name), 'sbom.cdx.json'), 'utf8'));
      expect(bom).toMatchObject({
        bomFormat: 'CycloneDX',
        specVersion: '1.6',
        metadata: { component: { name, version: '1.2.3' } },
      });
      const found = bom.components.map(({ name, licenses }: any) => [
        name,
        licenses?.map(({ license }: any) => license.id),
      ]);
      expect(found).toEqual([
        ['example.org/shop', ['MIT']],
        ['std', ['BSD-3-Clause']],
        ['usegolib', ['MIT']],
        ['zig', ['MIT']],
      ]);
      const texts = readFileSync(join(folder(name), 'THIRD_PARTY_LICENSES'), 'utf8');
      for (const words of ['Copyright (c) 2026 The shop', 'The Go Authors', 'Zig contributors'])
        expect(texts).toContain(words);
    }
  });
});

test('18: users are told that a release is not seen everywhere at once', () => {
  expect(readFileSync(join(folder('@me/shop'), 'README.md'), 'utf8')).toContain('minimumReleaseAge');
});

/** Conventions that other tests and scripts hold: the name must be there. */
test.each([
  ['1: no installer complains', 'scripts/install-matrix.mjs', "step: 'install'"],
  ['3: an env override', 'test/pack/package.test.ts', 'takes the folder that USEGOLIB_LIBRARY_PATH names'],
  ['3: an asar path', 'runtime/package.test.ts', 'is looked for beside an archive of Electron'],
  [
    '5: the error of a missing library',
    'test/pack/package.test.ts',
    'names the package that is missing, why, and what to type',
  ],
  [
    '6: platforms first',
    'test/pack/publish.test.ts',
    'publishes the platform first, waits until it can be read, then the wrapper',
  ],
  ['8: publint, arethetypeswrong, three compilers', 'scripts/check-package.mjs', 'arethetypeswrong'],
  ['8: lines of Node', 'scripts/install-matrix.mjs', "const LINES = ['20', '22', '24', '26']"],
  ['9: the FFI is one file', 'scripts/import-table.test.ts', "import koffi from 'koffi'"],
  ['10: one Go runtime, or a warning', 'runtime/import.build.test.ts', 'USEGOLIB_SECOND_LIBRARY'],
  ['11: values', 'test/types/types.test.ts', 'programs in TypeScript compile, and wrong ones do not'],
  ['12: the registry of types', 'test/types/defaults/import-go.ts', 'GoModules'],
  [
    '13: --json has a form that is published',
    'test/json/schema.golden.test.ts',
    'is held against the output of every command',
  ],
  ['14: a file of settings, read by Node itself', 'builder/project.test.ts', 'usegolib.config.ts is read'],
  ['15: the cache is replaced in one step', 'builder/seal.test.ts', 'reader'],
  ['16: a package that is too large is refused', 'test/script/package.txtar', 'more than 0 MB'],
  ['17: the list of files', 'test/script/package.txtar', 'publish.mjs --dry-run'],
])('%s: held by %s', (_, file, words) => {
  expect(readFileSync(join(root, file), 'utf8')).toContain(words);
});
