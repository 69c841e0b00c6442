/** The peers as calls: each gives the same cases, as far as one writes them by hand. */
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import koffi from 'koffi';
import { counts, long, longer, point, row, table } from '../cases.mjs';

/** @typedef {Record<string, () => unknown>} Calls case → one call */

/**
 * koffi on the plain exports, on Node's main thread.
 * @param {string} path
 * @returns {Calls}
 */
export function rawKoffi(path) {
  const library = koffi.load(path);
  const noop = library.func('void Noop()');
  const add = library.func('int64_t Add(int64_t a, int64_t b)');
  const greet = library.func('int Greet(const char *name, int n, _Out_ uint8_t *out)');
  const mirror = library.func('void Mirror(_Inout_ double *point)');
  const out = new Uint8Array(1100);
  const numbers = new Float64Array(2);
  return {
    'no-op': () => noop(),
    'Add(int, int)': () => add(1, 2),
    text: () => Buffer.from(out.buffer, 0, greet('gopher', 6, out)).toString(),
    'small struct': () => {
      numbers[0] = point.X;
      numbers[1] = point.Y;
      mirror(numbers);
      return { X: numbers[0], Y: numbers[1] };
    },
  };
}

/**
 * @param {string} path of the addon
 * @param {string} library
 * @returns {Calls}
 */
export function nodeApi(path, library) {
  const addon = createRequire(import.meta.url)(path);
  addon.open(library);
  return {
    'no-op': () => addon.noop(),
    'Add(int, int)': () => addon.add(1, 2),
    text: () => addon.greet('gopher'),
    'text of 1 KB': () => addon.greet(long),
    'text of 1 MB': () => addon.greet(longer),
    'small struct': () => addon.mirror(point),
  };
}

/**
 * The crossing itself, reached by Node-API instead of koffi.
 * @param {string} path of the addon
 * @param {{ library: string, noop: number, add: number, greet: number }} bench a copy of usegolib's library, and three of its functions
 * @returns {Calls}
 */
export function nodeApiFrames(path, { library, noop, add, greet }) {
  const addon = createRequire(import.meta.url)(path);
  addon.open(library, noop, add, greet);
  return {
    'no-op': () => addon.noop(),
    'Add(int, int)': () => addon.add(1, 2),
    text: () => addon.greet('gopher'),
    'text of 1 KB': () => addon.greet(long),
  };
}

/**
 * @param {string} path
 * @returns {{ calls: Calls, end: () => void }} each call is a promise: one line of JSON there, one back
 */
export function jsonChild(path) {
  const child = spawn(path, { stdio: ['pipe', 'pipe', 'inherit'] });
  /** @type {((value: unknown) => void)[]} */
  const waiting = [];
  createInterface({ input: child.stdout }).on('line', (line) => waiting.shift()?.(JSON.parse(line)));
  const call = (/** @type {string} */ fn, /** @type {unknown} */ args) => () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      child.stdin.write(`${JSON.stringify({ fn, args })}\n`);
    });
  const calls = {
    'no-op': call('noop', null),
    'Add(int, int)': call('add', [1, 2]),
    text: call('greet', 'gopher'),
    'small struct': call('mirror', point),
    row: call('raise', row),
    '10,000 rows': call('raiseAll', table),
    'map of 1,000 entries': call('increase', counts),
    'any: 10,000 rows': call('echo', table),
    'method of an object': call('counterAdd', 1),
  };
  return { calls, end: () => child.stdin.end() };
}
