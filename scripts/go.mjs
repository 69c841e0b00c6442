/** Runs the go command for the checks and tests of the repository, with Go from PATH or, without one, the product's own. */
import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './root.mjs';
import { command } from './steps.mjs';

/** @typedef {{ go: string, env: NodeJS.ProcessEnv }} Toolchain */

/** @type {Toolchain | undefined} */
let found;

/**
 * Asks the CLI, which finds Go and Zig exactly as a build does and provisions what is missing.
 * Zig is the C compiler here too: the bridge's C part must not depend on what the host happens to have.
 * @returns {Toolchain}
 */
export function toolchain() {
  if (found) return found;
  const out = execFileSync(process.execPath, [join(root, 'dist/cli.js'), 'toolchain', '--json'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const { go, env } = JSON.parse(out);
  found = { go: go.path, env: { ...process.env, ...env, GOWORK: 'off' } };
  return found;
}

/**
 * @param {string[]} args
 * @param {string} folder below the root
 * @returns {string} what it printed if it failed, or ''
 */
export function go(args, folder) {
  const { go, env } = toolchain();
  return command(go, args, { cwd: join(root, folder), env });
}

/**
 * @param {string} folder below the root
 * @returns {{ passed: number, failed: number, output: string }} one for every test and subtest; a package that does not build fails once
 */
export function goTest(folder) {
  const { go, env } = toolchain();
  const done = spawnSync(go, ['test', '-json', './...'], {
    cwd: join(root, folder),
    env,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  /** @type {{ Action: string, Test?: string, Output?: string, Package?: string }[]} */
  const events = done.stdout
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line));
  const count = (/** @type {string} */ action) =>
    events.filter((event) => event.Test && event.Action === action).length;
  const failed = Math.max(count('fail'), done.status === 0 ? 0 : 1);
  const output = failed ? events.map((event) => event.Output ?? '').join('') + done.stderr : '';
  return { passed: count('pass'), failed, output };
}

/** @returns {string} the Go files that gofmt would change */
export function unformattedGo() {
  const { go: binary, env } = toolchain();
  const gofmt = join(execFileSync(binary, ['env', 'GOROOT'], { encoding: 'utf8', env }).trim(), 'bin', 'gofmt');
  const done = spawnSync(gofmt, ['-l', 'bridge-go', 'test-modules', 'bench'], { cwd: root, encoding: 'utf8' });
  return `${done.stdout}${done.stderr}`
    .trim()
    .replace(/^/gm, 'not formatted (gofmt -w): ')
    .replace(/^not formatted.*: $/, '');
}
