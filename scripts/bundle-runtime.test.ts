import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import * as runtime from '../runtime/index.ts';
import { bundleRuntime } from './bundle-runtime.mjs';

const folder = mkdtempSync(join(tmpdir(), 'bundle-runtime-'));
const file = join(folder, 'start.js');
let lines: string[];
let count = 0;
let cache: string;
beforeAll(async () => {
  const { files } = await bundleRuntime();
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  for (const { fileName, code } of files) writeFileSync(join(folder, fileName), code);
  lines = readFileSync(join(folder, 'runtime.js'), 'utf8').split('\n');
});
beforeEach(() => {
  cache = join(folder, String(count++));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What a program prints that imports the runtime, and how many bytes V8 was shown of an earlier one's. */
function run(program: string, env: Record<string, string> = {}, flags: string[] = [], ended?: NodeJS.Signals) {
  const code = `import * as runtime from ${JSON.stringify(pathToFileURL(file))}; ${program}`;
  const args = ['--profile-deserialization', ...flags, '--input-type=module', '-e', code];
  const options = { env: { ...process.env, USEGOLIB_CACHE_DIR: cache, ...env }, encoding: 'utf8' as const };
  const { stdout, stderr, status, signal } = spawnSync(process.execPath, args, options);
  expect([status, signal], stderr).toEqual(ended ? [null, ended] : [0, null]);
  const out = stdout.split('\n');
  const shown = out.flatMap((line) => Number(/^\[Deserializing from (\d+) bytes/.exec(line)?.[1] ?? 0));
  return { out: out.filter((line) => !line.startsWith('[')).join('\n'), most: Math.max(...shown) };
}
const installed = () => join(folder, 'runtime.js');
const kept = () => {
  const names = readdirSync(join(cache, 'code'));
  expect(names).toHaveLength(1);
  return join(cache, 'code', names[0]!);
};
/** As if a library had been loaded: without one nothing is kept. */
const load = "process.getBuiltinModule('diagnostics_channel').channel('usegolib:load').publish({});";
const refuse = `${load} await runtime.importGo('').catch(({ message }) => console.log(message))`;
const refused = expect.stringMatching(/^importGo: want an import path such as/);

test.each(['start.js', 'runtime.js'])('%s exports what the runtime does', async (name) => {
  const bundled = await import(String(pathToFileURL(join(folder, name))));
  expect(Object.keys(bundled).sort()).toEqual(Object.keys(runtime).sort());
});

test('without the module beside it start.js says what to do', () => {
  const alone = join(folder, 'alone.mjs');
  writeFileSync(alone, readFileSync(file, 'utf8').replace('./runtime.js', './not-there.js'));
  const { stderr } = spawnSync(process.execPath, [alone], { encoding: 'utf8' });
  expect(stderr).toContain('Error: usegolib/dist/runtime.js is not beside dist/start.js: let your bundler know');
});

test('what a program has compiled the next one need not compile', () => {
  const first = run(refuse);
  const { size, mtimeMs } = statSync(kept());
  const second = run(refuse);
  expect([first.out, second.out]).toEqual([refused, refused]);
  expect(first.most).toBeLessThan(50_000);
  expect(second.most).toBe(size - 64);
  expect(statSync(kept()).mtimeMs).toBe(mtimeMs);
});

test('a program that loads no library keeps nothing, and one that runs for long does so at once', async () => {
  run("await runtime.importGo('').catch(() => {})");
  expect(() => kept()).toThrow('ENOENT');
  const killed = `import { readdirSync } from 'node:fs'; ${load}
    const names = () => { try { return readdirSync(process.env.USEGOLIB_CACHE_DIR + '/code'); } catch { return []; } };
    setInterval(() => { if (names().some((name) => name.endsWith(process.arch))) process.kill(process.pid, 'SIGKILL'); }, 50);`;
  run(killed, {}, [], 'SIGKILL');
  expect(statSync(kept()).size).toBeGreaterThan(50_000);
});

test('a damaged file is not shown to V8', () => {
  run(refuse);
  const bytes = readFileSync(kept());
  bytes[bytes.length >> 1]! ^= 1;
  writeFileSync(kept(), bytes);
  const { out, most } = run(refuse);
  expect(out).toEqual(refused);
  expect(most).toBeLessThan(50_000);
});

test('a program whose flags are others compiles by itself, and leaves what is kept', () => {
  run(refuse);
  const { mtimeMs } = statSync(kept());
  const { out } = run(refuse, {}, ['--jitless']);
  expect(out).toEqual(refused);
  expect(statSync(kept()).mtimeMs).toBe(mtimeMs);
});

test('timers like those of browsers do not matter', () => {
  expect(run(`globalThis.setTimeout = () => 5; ${refuse}`).out).toEqual(refused);
  expect(kept()).toContain('-v8-');
});

test('nothing is kept where Node is told so, and nothing needed where nothing can be written', () => {
  expect(run(refuse, { NODE_DISABLE_COMPILE_CACHE: '1' }).out).toEqual(refused);
  expect(() => kept()).toThrow('ENOENT');
  expect(run(refuse, { USEGOLIB_CACHE_DIR: join(file, 'below') }).out).toEqual(refused);
});

test('a change of what is installed counts, also one of the same length', () => {
  const text = lines.join('\n');
  try {
    expect(run(refuse).out).toEqual(refused);
    writeFileSync(
      installed(),
      text.replace('importGo: want an import path such as', 'importGo: want an import path sUch as'),
    );
    utimesSync(installed(), 1, 1); // not in the second in which it was installed
    expect(run(refuse).out).toMatch(/^importGo: want an import path sUch as/);
    writeFileSync(installed(), `// patched\n${text.replace('importGo: want an import path', 'patched')}`);
    expect(run(refuse).out).toMatch(/^patched such as/);
  } finally {
    writeFileSync(installed(), text);
  }
});

test('what was kept counts where files have lost the fractions of their seconds, as in a layer of an image', () => {
  const second = 1_700_000_000;
  utimesSync(installed(), second, second + 0.7);
  run(refuse);
  const { size } = statSync(kept());
  utimesSync(installed(), second, second);
  expect(run(refuse).most).toBe(size - 64);
  expect(kept()).toContain(`-${second}-`);
});

// Only root can become another user.
test.runIf(process.getuid?.() === 0)('it is imported by a user whom the system does not know', () => {
  chmodSync(folder, 0o755);
  const { HOME: _, XDG_CACHE_HOME: __, USEGOLIB_CACHE_DIR: ___, ...env } = process.env;
  const program = `import ${JSON.stringify(pathToFileURL(file))}; console.log(process.getuid())`;
  const args = ['--input-type=module', '-e', program];
  const { stdout, stderr } = spawnSync(process.execPath, args, { env, uid: 54321, cwd: folder, encoding: 'utf8' });
  expect(stdout, stderr).toBe('54321\n');
});

test('stack traces name the line of the file, wherever it was compiled', () => {
  const { out } = run('await runtime.importGo("").catch(({ stack }) => console.log(stack))');
  const [, line] = /usegolib\/dist\/runtime\.js:(\d+):\d+/.exec(out)!;
  expect(lines[Number(line) - 1]).toContain('throw new InvalidArgumentError(');
});
