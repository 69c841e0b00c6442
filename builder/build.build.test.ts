import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readPointer } from '../manifests/store.ts';
import { build } from './build.ts';
import { silentReport } from './report.ts';

let dir: string;
let cache: string | undefined;
beforeAll(() => {
  dir = realpathSync(mkdtempSync(join(tmpdir(), 'build a ')));
  cache = process.env['USEGOLIB_CACHE_DIR'];
});
afterAll(() => {
  if (cache === undefined) delete process.env['USEGOLIB_CACHE_DIR'];
  else process.env['USEGOLIB_CACHE_DIR'] = cache;
  rmSync(dir, { recursive: true });
});

const put = (name: string, text: string) => {
  mkdirSync(join(dir, name, '..'), { recursive: true });
  writeFileSync(join(dir, name), text);
};
const make = (specs: string[], more: { root?: string; force?: boolean; options?: object } = {}) =>
  build(
    { specs, root: join(dir, more.root ?? 'store'), cwd: dir, options: more.options ?? {}, force: more.force ?? false },
    silentReport,
  );

describe('a local module', () => {
  beforeAll(() => {
    put('mod/go.mod', 'module example.com/mod\n\ngo 1.22\n');
    put(
      'mod/a.go',
      'package mod\n\nimport _ "embed"\n\n//go:embed t.txt\nvar text string\n\nfunc Text() string { return text }\n',
    );
    put('mod/t.txt', 'one');
  });

  test('is built once, reused while nothing changes, and rebuilt when anything does', async () => {
    const tree = readdirSync(join(dir, 'mod'));
    const first = await make(['./mod']);
    expect(first.reused).toBe(false);
    expect(first.manifest.modules).toEqual([
      { path: 'example.com/mod', version: 'local', dir: join(dir, 'mod'), packages: ['example.com/mod'] },
    ]);
    expect((await make(['./mod'])).reused).toBe(true);
    expect(readdirSync(join(dir, 'mod'))).toEqual(tree);

    put('mod/t.txt', 'two');
    const second = await make(['./mod']);
    expect(second.reused).toBe(false);
    put('mod/b.go', 'package mod\n\nfunc B() int { return 1 }\n');
    const third = await make(['./mod']);
    expect(third.reused).toBe(false);
    expect(third.manifest.schema.packages.find((p) => p.bound)?.functions?.map((f) => f.name)).toContain('B');
    expect(new Set([first, second, third].map((b) => b.manifest.fingerprint)).size).toBe(3);
    expect(readPointer(join(third.folder, '..'))?.fingerprint).toBe(third.manifest.fingerprint);
  });

  test('options are part of the request, and an earlier build is found again', async () => {
    const plain = await make(['./mod']);
    const other = await make(['./mod'], { options: { int64: 'number' } });
    expect(other.manifest.fingerprint).not.toBe(plain.manifest.fingerprint);
    expect(await make(['./mod'])).toMatchObject({ reused: true, folder: plain.folder });
  });

  test('in a folder without go.mod is one of its own', async () => {
    put('bare/a.go', 'package bare\n\nfunc F() int { return 1 }\n');
    const { manifest } = await make(['./bare']);
    expect(manifest.modules[0]?.packages).toEqual(['local/bare']);
    expect(readdirSync(join(dir, 'bare'))).toEqual(['a.go']);
  });
});

test('built again elsewhere, with other caches, a library has the same bytes', async () => {
  const bytes = async (root: string) => {
    const { folder, manifest } = await make(['net/url'], { root, force: true });
    return readFileSync(join(folder, manifest.library.file));
  };
  const here = await bytes('one');
  // The toolchain stays where it is: fetching it again would prove nothing.
  const { chooseZig } = await import('./toolchain/zig.ts');
  const zig = await chooseZig(silentReport);
  process.env['USEGOLIB_ZIG'] = zig.path;
  if (zig.lib) process.env['ZIG_LIB_DIR'] = zig.lib;
  process.env['USEGOLIB_CACHE_DIR'] = join(dir, 'another cache');
  expect((await bytes('two')).equals(here)).toBe(true);
});
