/**
 * `npm run test:foreign`: libraries for other platforms, loaded and called there, by emulators. Every call of
 * `test/foreign/scene.mjs` must answer as it does on this machine. Words on the command line choose machines by their names.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { fromNpm } from './foreign/fetch.mjs';
import { machines } from './foreign/machines.mjs';
import { root } from './root.mjs';
import { command, runSteps } from './steps.mjs';

const specs = [join(root, 'test/foreign/go'), 'github.com/yuin/goldmark@v1.8.7'];
const work = mkdtempSync(join(tmpdir(), 'usegolib-foreign-'));
const store = join(work, 'store');
const chosen = machines.filter(({ name }) => process.argv.slice(2).every((word) => name.includes(word)));
const host = `${process.platform}-${process.arch}`;

/** @typedef {Record<string, unknown>} Results */
/** @type {Results} */
let here = {};

try {
  const steps = [
    { name: 'build', run: () => command(process.execPath, ['scripts/build.mjs']) },
    { name: `the scene on this machine, ${host}`, run: runHere },
    ...chosen.map((machine) => ({ name: machine.name, run: () => runThere(machine) })),
  ];
  const { passed, failed } = runSteps(steps);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed ? 1 : 0;
} finally {
  rmSync(work, { recursive: true, force: true });
}

function runHere() {
  const wrong = build(host);
  if (wrong) return wrong;
  const scene = project('here', `@koromix/koffi-${host}`, join(root, `node_modules/@koromix/koffi-${host}`));
  const { results, problem } = run({ file: process.execPath, args: [scene] }, 'here');
  here = results;
  return problem || unexpected(here, ['load', 'worker', 'after the worker', 'a real module']);
}

/** @param {import('./foreign/machines.mjs').Machine} machine */
function runThere({ name, target, koffi, missing, node, refuses }) {
  const install = missing();
  if (install) return `what emulates it is not installed:\n  ${install}`;
  const wrong = build(target);
  if (wrong) return wrong;
  const id = name.replace(/\W+/g, '-');
  const scene = project(id, koffi, fromNpm(koffi));
  const { results, problem } = run(node(scene, [store, resultsOf(id)]), id);
  if (problem) return problem;
  return refuses ? notRefused(results, refuses) : differences(results, { ...here, target });
}

/** @param {string} target */
function build(target) {
  const args = [join(root, 'dist/cli.js'), 'build', '--quiet', '--out', store, '--target', target, ...specs];
  return command(process.execPath, args);
}

/**
 * What an npm install would give there: usegolib, koffi's binary, and the scene.
 * @param {string} name
 * @param {string} koffi
 * @param {string} binary its folder
 * @returns {string} the scene's file
 */
function project(name, koffi, binary) {
  const folder = join(work, name);
  const packages = join(folder, 'node_modules');
  mkdirSync(join(packages, 'usegolib'), { recursive: true });
  for (const file of ['dist', 'package.json'])
    cpSync(join(root, file), join(packages, 'usegolib', file), { recursive: true });
  mkdirSync(dirname(join(packages, koffi)), { recursive: true });
  cpSync(binary, join(packages, koffi), { recursive: true });
  const scene = join(folder, 'scene.mjs');
  cpSync(join(root, 'test/foreign/scene.mjs'), scene);
  return scene;
}

/** @param {string} id */
function resultsOf(id) {
  return join(work, `${id}.json`);
}

/**
 * @param {import('./foreign/machines.mjs').Command} command
 * @param {string} id
 * @returns {{ results: Results, problem: string }}
 */
function run({ file, args, env }, id) {
  const whole = args.length === 1 ? [...args, store, resultsOf(id)] : args;
  // No pipes: a Node for Windows does not start on one under Wine.
  const done = spawnSync(file, whole, { env, stdio: ['ignore', 'ignore', 'inherit'], timeout: 10 * 60_000 });
  if (done.status !== 0) return { results: {}, problem: `${file} ${whole.join(' ')} → ${done.status ?? done.signal}` };
  return { results: JSON.parse(readFileSync(resultsOf(id), 'utf8')), problem: '' };
}

/**
 * @param {Results} results
 * @param {string[]} names
 */
function unexpected(results, names) {
  const bad = names.filter((name) => typeof results[name] === 'object');
  return bad.map((name) => `${name}: ${JSON.stringify(results[name])}`).join('\n');
}

/**
 * @param {Results} got
 * @param {Results} want
 */
function differences(got, want) {
  const names = [...new Set([...Object.keys(want), ...Object.keys(got)])];
  return names
    .filter((name) => !isDeepStrictEqual(got[name], want[name]))
    .map((name) => `${name}: ${JSON.stringify(got[name])}, here ${JSON.stringify(want[name])}`)
    .join('\n');
}

/**
 * @param {Results} results
 * @param {string} code
 */
function notRefused({ load }, code) {
  const { code: got, message = '' } = /** @type {{ code?: string, message?: string }} */ (load ?? {});
  if (got === code && /glibc/.test(message)) return '';
  return `loading must fail with ${code} and name the way out; got ${JSON.stringify(load)}`;
}
