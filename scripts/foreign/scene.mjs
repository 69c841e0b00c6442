/** Building the libraries of `test/foreign/scene.mjs`, playing it somewhere, and comparing what the calls answered. */
import { spawnSync } from 'node:child_process';
import { closeSync, cpSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { root } from '../root.mjs';
import { command } from '../steps.mjs';

const specs = [join(root, 'test/foreign/go'), 'github.com/yuin/goldmark@v1.8.7', 'github.com/DataDog/zstd@v1.5.7'];

/** @typedef {Record<string, unknown>} Results what each call answered, by the name of the call */

/**
 * @param {string} store
 * @param {string[]} targets
 * @returns {string} what is wrong, or ''
 */
export function build(store, targets) {
  const flags = ['--quiet', '--allow-cgo', '--out', store, ...targets.flatMap((target) => ['--target', target])];
  return command(process.execPath, [join(root, 'dist/cli.js'), 'build', ...flags, ...specs]);
}

/**
 * What an npm install would give on a platform: usegolib and koffi's binary; and the scene.
 * @param {string} folder
 * @param {string} koffi name of the package with the binary
 * @param {string} binary its folder
 * @returns {string} the scene's file
 */
export function project(folder, koffi, binary) {
  const packages = join(folder, 'node_modules');
  mkdirSync(join(packages, 'usegolib'), { recursive: true });
  for (const file of ['dist', 'package.json']) {
    cpSync(join(root, file), join(packages, 'usegolib', file), { recursive: true });
  }
  mkdirSync(dirname(join(packages, koffi)), { recursive: true });
  cpSync(binary, join(packages, koffi), { recursive: true });
  const scene = join(folder, 'scene.mjs');
  cpSync(join(root, 'test/foreign/scene.mjs'), scene);
  return scene;
}

/**
 * @param {(script: string, args: string[]) => import('./machines.mjs').Command} node starts Node where the scene plays
 * @param {string} scene
 * @param {string} store
 * @returns {{ results: Results, problem: string }}
 */
export function play(node, scene, store) {
  const written = join(dirname(scene), 'results.json');
  const { file, args, env } = node(scene, [store, written]);
  // No pipes: a Node for Windows does not start on one under Wine, nor would it on an inherited one.
  const log = join(dirname(scene), 'stderr.txt');
  const fd = openSync(log, 'w');
  const done = spawnSync(file, args, { env, stdio: ['ignore', 'ignore', fd], timeout: 10 * 60_000 });
  closeSync(fd);
  if (done.status !== 0) {
    const problem = `${file} ${args.join(' ')} → ${done.status ?? done.signal}\n${readFileSync(log, 'utf8')}`;
    return { results: {}, problem };
  }
  return { results: JSON.parse(readFileSync(written, 'utf8')), problem: '' };
}

/** Plays the scene in this very Node, with koffi as it is installed here. @param {string} folder @param {string} store */
export function playHere(folder, store) {
  const koffi = `@koromix/koffi-${process.platform}-${process.arch}`;
  const scene = project(folder, koffi, join(root, 'node_modules', koffi));
  return play((script, args) => ({ file: process.execPath, args: [script, ...args] }), scene, store);
}

/**
 * @param {Results} got
 * @param {Results} want
 * @returns {string} each call that answered otherwise, or ''
 */
export function differences(got, want) {
  const names = [...new Set([...Object.keys(want), ...Object.keys(got)])];
  return names
    .filter((name) => !isDeepStrictEqual(got[name], want[name]))
    .map((name) => `${name}: ${JSON.stringify(got[name])}, elsewhere ${JSON.stringify(want[name])}`)
    .join('\n');
}
