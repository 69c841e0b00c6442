/** Runs named steps one after the other, shows what each took, and keeps going: one run names everything that is wrong. */
import { spawnSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { styleText } from 'node:util';
import { root } from './root.mjs';

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {() => string} run returns what is wrong, or ''
 */

/**
 * @param {Step[]} steps
 * @returns {{ passed: number, failed: number }}
 */
export function runSteps(steps) {
  let failed = 0;
  for (const { name, run } of steps) {
    const start = performance.now();
    const wrong = run();
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.error(
      `${wrong ? styleText('red', '✗') : styleText('green', '✓')} ${name} ${styleText('dim', `${seconds} s`)}`,
    );
    if (wrong) console.error(wrong.replace(/^/gm, '  '));
    if (wrong) failed++;
  }
  return { passed: steps.length - failed, failed };
}

/**
 * A step's usual body: a command that is right when it exits with 0.
 * @param {string} file
 * @param {string[]} args
 * @param {import('node:child_process').SpawnSyncOptions} [options]
 * @returns {string} everything it printed if it failed, or ''
 */
export function command(file, args, options = {}) {
  const done = spawnSync(file, args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28, ...options });
  if (done.error) return `${file}: ${done.error.message}`;
  return done.status === 0
    ? ''
    : `${file} ${args.join(' ')} → ${done.status ?? done.signal}\n${done.stdout}${done.stderr}`;
}

/**
 * @param {string} name of a package's command in node_modules/.bin
 * @param {string[]} args
 * @param {import('node:child_process').SpawnSyncOptions} [options]
 */
export const tool = (name, args, options) => command(process.execPath, [binaries[name], ...args], options);

/** Started through Node itself, so that no shell and no `.cmd` file stands in between. */
/** @type {Record<string, string>} */
const binaries = {
  biome: 'node_modules/@biomejs/biome/bin/biome',
  tsc: 'node_modules/typescript/bin/tsc',
  vitest: 'node_modules/vitest/vitest.mjs',
};
