import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lineReport } from '../../builder/report.ts';
import { chooseGo, locateGo } from '../../builder/toolchain/go.ts';
import { root } from '../../scripts/root.mjs';
import { closedPort } from '../support/file-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'usegolib-offline-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let nobody: string;
let go: string;
beforeAll(async () => {
  nobody = `http://127.0.0.1:${await closedPort()}`;
  await locateGo();
  go = (await chooseGo('1.0', lineReport())).path;
  mkdirSync(join(folder, 'bin'));
  writeFileSync(join(folder, 'a.go'), 'package a\n\nfunc F() int { return 1 }\n');
});

/** The command on a machine with no network, no toolchain and an empty cache folder. */
function usegolib(args: string[], more: NodeJS.ProcessEnv) {
  const cache = mkdtempSync(join(folder, 'cache-'));
  const { PATH: _, USEGOLIB_GO: __, USEGOLIB_ZIG: ___, ...rest } = process.env;
  const env = {
    ...rest,
    PATH: join(folder, 'bin'),
    USEGOLIB_CACHE_DIR: cache,
    USEGOLIB_GO_DOWNLOAD: '',
    USEGOLIB_ZIG_DOWNLOAD: '',
    npm_config_registry: nobody,
    npm_config_fetch_retries: '0',
    npm_config_cache: join(cache, 'npm'),
    GOENV: 'off',
    ...more,
  };
  const done = spawnSync(process.execPath, [join(root, 'dist/cli.js'), ...args], {
    cwd: folder,
    encoding: 'utf8',
    env,
  });
  return { ...done, left: readdirSync(join(cache, 'toolchains')) };
}

describe('without a network', () => {
  it.each([
    ['GOPROXY=off', { GOPROXY: 'off' }, /\| GOPROXY=off forbids it/],
    ['a module proxy that is not there', { GOPROXY: 'PORT' }, /\| http.*golang\.org\/toolchain.*\n.*ECONNREFUSED/],
    ['a mirror that is not there', { USEGOLIB_GO_DOWNLOAD: 'PORT' }, /\| http.*linux.*\n.*ECONNREFUSED/],
  ])('and without Go, %s says that Go is missing and what to do', (_case, settings, why) => {
    const env = Object.fromEntries(
      Object.entries(settings).map(([name, value]) => [name, value.replace('PORT', nobody)]),
    );
    for (const args of [['toolchain'], ['build', './']]) {
      const { status, stdout, stderr, left } = usegolib(args, env);
      expect(status, stderr).toBe(3);
      expect(stderr).toMatch(
        /^error Go \d\S+ is missing: Go is not on PATH, and it cannot be downloaded \(GO_MISSING\)$/m,
      );
      expect(stderr).toMatch(why);
      expect(stderr).toMatch(/^ {2}hint {3}Install Go .* put it on PATH/m);
      expect(stderr).toMatch(/^ {2}try {4}export PATH=/m);
      expect(stderr).not.toMatch(/Zig|^ {4}at /m);
      expect(stdout).toBe('');
      expect(left).toEqual([]);
    }
  });

  it('and without Zig, a registry that is not there says that Zig is missing and what to do', () => {
    const { status, stderr, left } = usegolib(['build', './'], { USEGOLIB_GO: go });
    expect(status, stderr).toBe(3);
    expect(stderr).toMatch(/^error Zig \S+ is missing: Zig is not on PATH, and .* \(ZIG_MISSING\)$/m);
    expect(stderr).toMatch(/ECONNREFUSED/);
    expect(stderr).toMatch(/^ {2}hint .*USEGOLIB_ZIG/m);
    expect(stderr).toMatch(/^ {2}try {4}export USEGOLIB_ZIG=/m);
    expect(stderr).not.toMatch(/Go \S+ is missing|^ {4}at /m);
    expect(left).toEqual([]);
  });
});
