import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cacheRoot } from '../manifests/cache-root.ts';
import { hostTarget } from '../manifests/target.ts';
import { build } from './build.ts';
import { silentReport } from './report.ts';
import { findOnPath } from './toolchain/find.ts';
import { compareGo } from './toolchain/version.ts';
import { GO_PINS } from './toolchain/versions.ts';

let dir: string;
beforeAll(() => {
  dir = realpathSync(mkdtempSync(join(tmpdir(), 'newer-')));
});
afterAll(() => rmSync(dir, { recursive: true }));

const module = (name: string, goMod: string, code: string) => {
  mkdirSync(join(dir, name), { recursive: true });
  writeFileSync(join(dir, name, 'go.mod'), `module example.org/${name}\n\n${goMod}\n`);
  writeFileSync(join(dir, name, 'a.go'), `package ${name}\n\n${code}\n`);
};
const make = (name: string) =>
  build({ specs: [`./${name}`], root: join(dir, 'store'), cwd: dir, options: {}, force: false }, silentReport);

/** The pin that a go line of 1.27 leads to. It is 70 MB: fetched only where a module proxy is named, or it is there already. */
const pin = GO_PINS.find((one) => one.target === hostTarget()?.id && compareGo(one.version, '1.27') >= 0);
const there = pin && existsSync(join(cacheRoot(), 'toolchains', `go${pin.version}-${pin.target}`));
const proxy = /^https?:/.test(process.env['GOPROXY'] ?? '');

describe.skipIf(!pin || !(there || proxy) || !findOnPath('go'))('where Go on PATH is too old', () => {
  test('for a module, it is read and built by a newer one', async () => {
    module('ahead', 'go 1.27', 'func F() int { return 1 }');
    const { manifest } = await make('ahead');
    expect(compareGo(manifest.request.go, '1.27')).toBeGreaterThanOrEqual(0);
    expect(manifest.schema.packages.find((p) => p.bound)?.functions?.[0]?.name).toBe('F');
    expect((await make('ahead')).reused).toBe(true);
  });

  test('for what the module needs, all of it is built by a newer one', async () => {
    module(
      'behind',
      'go 1.24\n\nrequire example.org/ahead v0.0.0\n\nreplace example.org/ahead => ../ahead',
      'import "example.org/ahead"\n\nfunc F() int { return ahead.F() }',
    );
    const { manifest } = await make('behind');
    expect(compareGo(manifest.request.go, '1.27')).toBeGreaterThanOrEqual(0);
  });
});

test('where no such Go is known, the error says which one is needed', async () => {
  module('never', 'go 1.99', 'func F() int { return 1 }');
  await expect(make('never')).rejects.toMatchObject({
    name: 'ToolchainError',
    code: 'GO_MISSING',
    message: expect.stringMatching(/1\.99/),
    hint: expect.any(String),
  });
});
