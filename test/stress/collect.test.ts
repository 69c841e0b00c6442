import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, realpathSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { root } from '../../scripts/root.mjs';
import { size } from './size.ts';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'usegolib-collect-')));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const env = { ...process.env, USEGOLIB_ARTIFACT_DIR: join(folder, 'store') };
const source = `
  import { importGo } from ${JSON.stringify(join(root, 'dist/start.js'))};
  const bench = await importGo(${JSON.stringify(join(root, 'bench/gomod'))});
  console.log(bench.Add(40, 2));`;

function run(args: string[], more: NodeJS.ProcessEnv = {}): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, args, { env: { ...env, ...more }, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, said })));
}

/** Makes what is stored a minute old: what is new is kept for whoever has it built. */
function age(): void {
  const before = new Date(Date.now() - 60_000);
  const store = env.USEGOLIB_ARTIFACT_DIR;
  for (const name of existsSync(store) ? readdirSync(store, { recursive: true, encoding: 'utf8' }) : []) {
    try {
      utimesSync(join(store, name), before, before);
    } catch {
      // Collected meanwhile.
    }
  }
}

const rounds = size(4, 40);

it(`processes that import get the right answer, while another removes all that nobody uses (${rounds} times)`, async () => {
  let importing = true;
  const collected: string[] = [];
  const collector = (async () => {
    while (importing) {
      // The toolchains are others' too: only what is built here may go.
      const { code, said } = await run([join(root, 'dist/cli.js'), 'cache', 'gc', '--all', '--json'], {
        USEGOLIB_CACHE_DIR: join(folder, 'cache'),
      });
      if (code !== 0) throw new Error(said);
      collected.push(...JSON.parse(said).removed.map(({ path }: { path: string }) => path));
    }
  })();
  try {
    // Whether it comes in time to remove something is chance: without that nothing was tried.
    for (let i = 0; i < rounds || collected.length === 0; i++) {
      age();
      const runs = await Promise.all(Array.from({ length: 3 }, () => run(['--input-type=module', '-e', source])));
      for (const { code, said } of runs) expect([code, said.includes('42\n')], said).toEqual([0, true]);
    }
  } finally {
    importing = false;
    await collector;
  }
});
