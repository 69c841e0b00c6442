import { execFile, spawn } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { lineReport } from '../../builder/report.ts';
import { chooseZig } from '../../builder/toolchain/zig.ts';
import { parseManifest } from '../../manifests/manifest.ts';
import { sha256 } from '../../manifests/sha256.ts';
import { root } from '../../scripts/root.mjs';
import { random } from '../support/random.ts';
import { size } from './size.ts';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'usegolib-killed-')));
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

const place = (name: string) => join(folder, name);
/** Killed and built side by side, in one store and one cache: each waits for its own stale locks only. */
const modules = ['builder', 'group'].map((kind) => ({ kind, module: place(`module of ${kind}`) }));
const zigTemporary = place('cache/zig-cache/tmp');
const env: NodeJS.ProcessEnv = {
  ...process.env,
  USEGOLIB_CACHE_DIR: place('cache'),
  USEGOLIB_ARTIFACT_DIR: place('store'),
  TMPDIR: place('tmp'),
};

beforeAll(async () => {
  // The toolchain stays where it is: this is about the builder.
  const zig = await chooseZig(lineReport());
  env.USEGOLIB_ZIG = zig.path;
  if (zig.lib) env.ZIG_LIB_DIR = zig.lib;
  mkdirSync(place('tmp'));
  for (const { module } of modules) cpSync(join(root, 'bench/gomod'), module, { recursive: true });
});

/** New sources, so that something must be built; what they are is what the library says. */
function change(round: number): void {
  for (const { module } of modules) {
    writeFileSync(join(module, 'round.go'), `package bench\n\nfunc Round() int { return ${round} }\n`);
  }
}

/** What processes that want the modules get, all at once. */
const imported = () => Promise.all(modules.map(({ module }) => importedBy(module)));

async function importedBy(module: string): Promise<string> {
  const source = `
    import { importGo } from ${JSON.stringify(join(root, 'dist/start.js'))};
    const module = await importGo(${JSON.stringify(module)});
    console.log(module.Round(), module.Add(40, 2));`;
  const args = ['--input-type=module', '-e', source];
  const done = promisify(execFile)(process.execPath, args, { env, timeout: 600_000 });
  return done.then(
    ({ stdout }) => stdout,
    ({ code, signal, stderr }) => `${code ?? signal}: ${stderr}`,
  );
}

/** Starts the builder as the leader of a group, and kills it, or all it has started too, after a while. */
async function killed(kind: string, module: string, after: number): Promise<void> {
  const builder = spawn(process.execPath, [join(root, 'dist/cli.js'), 'build', module], {
    env,
    detached: true,
    stdio: 'ignore',
  });
  const ended = new Promise((done) => builder.on('exit', done));
  await Promise.race([ended, new Promise((done) => setTimeout(done, after))]);
  try {
    process.kill(kind === 'group' ? -builder.pid! : builder.pid!, 'SIGKILL');
  } catch {
    // It was faster.
  }
  await ended;
}

/** Every file below, by its path; `[]` where there is nothing. */
const below = (path: string): string[] => {
  try {
    return readdirSync(path, { recursive: true, encoding: 'utf8' }).sort();
  } catch {
    return [];
  }
};

function expectWholeArtifacts(): void {
  const names = below(place('store'));
  expect(names.filter((name) => /\.tmp-/.test(name))).toEqual([]);
  const builds = names.filter((name) => /^[0-9a-f]{32}$/.test(basename(name)));
  expect(builds.length).toBeGreaterThan(0);
  for (const name of builds) {
    const build = join(place('store'), name);
    const { library, fingerprint } = parseManifest(readFileSync(join(build, 'manifest.json'), 'utf8'));
    expect(readdirSync(build).sort()).toEqual([library.file, 'manifest.json', 'types'].sort());
    expect(basename(name)).toBe(fingerprint);
    expect(sha256(readFileSync(join(build, library.file)))).toBe(library.sha256);
  }
}

it.runIf(process.platform === 'linux')(
  'a killed builder leaves nothing that stands in the way, and nothing that stays',
  async () => {
    const seed = 20261122;
    console.info(`seed ${seed}`);
    const next = random(seed);
    const all = (text: string) => modules.map(() => text);
    change(-2);
    expect(await imported()).toEqual(all('-2 42\n'));
    change(-1);
    const start = performance.now();
    expect(await imported()).toEqual(all('-1 42\n'));
    const whole = performance.now() - start;
    for (let round = 0; round < size(1, 10); round++) {
      const kills = modules.map((one) => ({ ...one, after: Math.ceil(next() * whole) }));
      change(round);
      await Promise.all(kills.map(({ kind, module, after }) => killed(kind, module, after)));
      const when = kills.map(({ kind, after }) => `${kind} killed after ${after} ms`).join(', ');
      expect(await imported(), `round ${round}: ${when}`).toEqual(all(`${round} 42\n`));
      expectWholeArtifacts();
    }
    // What Zig leaves in its cache bears no name of a process: only age tells that nobody is at it.
    mkdirSync(join(zigTemporary, 'fresh'), { recursive: true });
    for (const name of readdirSync(zigTemporary)) {
      if (name !== 'fresh') utimesSync(join(zigTemporary, name), 0, 0);
    }
    // What the killed ones had started ends by itself; the next build finds what is left and takes it away.
    change(-3);
    expect(await imported()).toEqual(all('-3 42\n'));
    expect(below(place('cache/work'))).toEqual([]);
    expect(below(place('cache/locks'))).toEqual([]);
    expect(below(place('tmp'))).toEqual([]);
    expect(below(zigTemporary)).toEqual(['fresh']);
  },
);
