import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { root } from '../../scripts/root.mjs';

/** `cache gc --all` beside a real build, which is held at the very moment when Go calls the C compiler. */
const cli = join(root, 'dist/cli.js');

test.skipIf(process.platform === 'win32')('what another process builds with stays until it has ended', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'usegolib-gc-'));
  const file = (name: string, text: string) => writeFileSync(join(dir, name), text);
  const { zig } = JSON.parse(execFileSync(process.execPath, [cli, 'toolchain', '--json'], { encoding: 'utf8' }));
  mkdirSync(join(dir, 'm'));
  file('m/go.mod', 'module example.org/held\n\ngo 1.24\n');
  file('m/m.go', 'package held\n\nfunc F() int { return 1 }\n');
  file(
    'zig',
    `#!/bin/sh\n[ "$1" = version ] || { : > '${dir}/held'; while [ ! -e '${dir}/go-on' ]; do sleep 0.1; done; }\nexec '${zig.path}' "$@"\n`,
  );
  chmodSync(join(dir, 'zig'), 0o755);
  const env = {
    ...process.env,
    USEGOLIB_CACHE_DIR: join(dir, 'cache'),
    USEGOLIB_ARTIFACT_DIR: join(dir, 'store'),
    USEGOLIB_ZIG: join(dir, 'zig'),
    ...(zig.lib && { ZIG_LIB_DIR: zig.lib }),
  };
  const gc = () =>
    JSON.parse(execFileSync(process.execPath, [cli, 'cache', 'gc', '--all', '--json'], { encoding: 'utf8', env }));
  try {
    const building = spawn(process.execPath, [cli, 'build', '--quiet', join(dir, 'm')], { env, stdio: 'inherit' });
    const ended = new Promise<number | null>((resolve) => building.on('close', resolve));
    while (!existsSync(join(dir, 'held'))) await sleep(50);
    const { removed, used } = gc();
    expect(removed).toEqual([]);
    expect(used.map((path: string) => path.slice(dir.length)).sort()).toEqual([
      expect.stringMatching(/^\/cache\/gen\/[0-9a-f]{24}$/),
      `/cache/work/${building.pid}-0`,
    ]);
    file('go-on', '');
    expect(await ended).toBe(0);
    const store = join(dir, 'store');
    const before = new Date(Date.now() - 60_000);
    for (const name of readdirSync(store, { recursive: true, encoding: 'utf8' }))
      utimesSync(join(store, name), before, before);
    expect(gc().removed.map(({ path }: { path: string }) => path.slice(dir.length))).toEqual([
      expect.stringMatching(/^\/store\/example\.org\/held@local-/),
      expect.stringMatching(/^\/cache\/gen\//),
      '/cache/zig-cache',
    ]);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
});
