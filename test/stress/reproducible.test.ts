import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseManifest } from '../../manifests/manifest.ts';
import { TARGETS } from '../../manifests/target.ts';
import { root } from '../../scripts/root.mjs';
import { all } from './size.ts';

/** Go's and Zig's standard libraries are compiled anew for each build: minutes. `builder/build.build.test.ts` does it for one. */
const goldmark = 'github.com/yuin/goldmark@v1.8.7';
const specs = [goldmark, './web'];

const folder = mkdtempSync(join(tmpdir(), 'usegolib-again-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let zig: string;
let modules: string;
beforeAll(() => {
  const out = execFileSync(process.execPath, [join(root, 'dist/cli.js'), 'toolchain', '--json'], { encoding: 'utf8' });
  zig = JSON.parse(out).zig.path;
  const { go } = JSON.parse(out);
  execFileSync(go.path, ['mod', 'download', goldmark], { cwd: tmpdir(), stdio: 'ignore' });
  modules = execFileSync(go.path, ['env', 'GOMODCACHE'], { encoding: 'utf8' }).trim();
});

/** A build on what could be another machine: its own place, its own caches, all of them empty. */
function buildIn(place: string, target: string): string {
  cpSync(join(root, 'test/stress/web'), join(place, 'web'), { recursive: true });
  const env = {
    ...process.env,
    USEGOLIB_CACHE_DIR: join(place, 'cache'),
    USEGOLIB_ZIG: zig,
    GOCACHE: join(place, 'go-build'),
    GOMODCACHE: join(place, 'modules'),
    GOPROXY: `file://${join(modules, 'cache/download')}`,
    GONOSUMDB: '*',
    GOFLAGS: '-modcacherw',
  };
  const args = [join(root, 'dist/cli.js'), 'build', '--json', '--quiet', '--target', target, ...specs];
  const { manifest } = JSON.parse(execFileSync(process.execPath, args, { cwd: place, env, encoding: 'utf8' }));
  const { library } = parseManifest(readFileSync(manifest, 'utf8'));
  expect(readFileSync(join(dirname(manifest), library.file))).toHaveLength(library.size);
  return library.sha256;
}

describe.runIf(all)('built again in another folder with cold caches', () => {
  it.each(TARGETS.map(({ id }) => id))('a library for %s has the same bytes', (target) => {
    const hashes = ['a', 'b/deeper'].map((name) => {
      const place = join(folder, target, name);
      const hash = buildIn(place, target);
      rmSync(place, { recursive: true, force: true });
      return hash;
    });
    expect(hashes[1]).toBe(hashes[0]);
  });
});
