/** `npm run bench`: usegolib and its peers in one run. Read the ratios; the nanoseconds are this machine's. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from '../scripts/root.mjs';
import { calledIn, counts, long, longer, names, point, row, table } from './cases.mjs';
import { goals } from './goals.mjs';
import { measure } from './measure.mjs';
import { measureModules } from './modules.mjs';
import { buildPeers } from './peers/build.mjs';
import { jsonChild, nodeApi, nodeApiFrames, rawKoffi } from './peers/load.mjs';

execFileSync(process.execPath, [join(root, 'scripts/build.mjs')], { stdio: 'inherit' });
const folder = mkdtempSync(join(tmpdir(), 'usegolib-bench-'));
const peers = buildPeers(folder);
const child = jsonChild(peers.child);
try {
  const own = build(join(root, 'bench/gomod'));
  const contenders = {
    usegolib: await usegolib(),
    'Node-API frames': nodeApiFrames(peers.frames, copyOf(own)),
    'Node-API addon': nodeApi(peers.addon, peers.library),
    'JSON child': child.calls,
    'raw koffi': rawKoffi(peers.copy),
  };
  /** @type {Map<string, Map<string, number>>} */
  const results = new Map();
  for (const name of names) {
    const calls = Object.entries(contenders).flatMap(([who, cases]) =>
      cases[name] ? [{ who, call: cases[name] }] : [],
    );
    const medians = await measure(new Map(calls.map(({ who, call }) => [who, call])));
    for (const [who, ns] of medians) medians.set(who, ns / (calledIn[name] ?? 1));
    results.set(name, medians);
    const own = medians.get('usegolib') ?? Number.NaN;
    const cells = [...medians].map(
      ([who, ns]) => `${who} ${format(ns)}${who === 'usegolib' ? '' : ` (${ratio(ns / own)})`}`,
    );
    console.log(`${name.padEnd(32)} ${cells.join(' · ')}`);
  }
  console.log();
  const costs = measureModules(folder);
  for (const { name, koffi, start, import: first, build, plain, bytes, plainBytes } of costs) {
    const imports = `first result ${first.toFixed(1)} ms, of that koffi ${koffi.toFixed(1)}, the library ${(start - koffi).toFixed(1)}`;
    const builds = `build ${seconds(build)}, plain go build ${seconds(plain)}`;
    console.log(`${name.padEnd(32)} ${imports} · ${builds} · ${megabytes(bytes)}, plain ${megabytes(plainBytes)}`);
  }
  console.log();
  for (const { text, met } of goals(results, costs)) console.log(`${met ? 'reached ' : 'missed  '} ${text}`);
} finally {
  child.end();
  rmSync(folder, { recursive: true, force: true });
}

/**
 * importGo looks at the module's sources only; the bridge may have changed too.
 * @param {string} module
 * @returns {string} the artifact's folder
 */
function build(module) {
  const cli = join(root, 'dist/cli.js');
  return dirname(
    JSON.parse(execFileSync(process.execPath, [cli, 'build', '--json', module], { encoding: 'utf8' })).manifest,
  );
}

/** @param {number} x */
function next(x) {
  return x + 1;
}

/** A function that Go holds from the first call on. @param {any} bench */
function holding(bench) {
  let held = false;
  return () => {
    if (!held) bench.Hold(() => {});
    held = true;
    bench.Noop();
  };
}

/** @param {string} artifact */
function copyOf(artifact) {
  const library = join(folder, 'frames.so');
  copyFileSync(join(artifact, 'libusegolib.so'), library);
  const { functions } = JSON.parse(readFileSync(join(artifact, 'manifest.json'), 'utf8')).schema.packages[0];
  const number = (/** @type {string} */ name) => functions.find((/** @type {any} */ fn) => fn.name === name).fn;
  return { library, noop: number('Noop'), add: number('Add'), greet: number('Greet') };
}

/** @returns {Promise<import('./peers/load.mjs').Calls>} */
async function usegolib() {
  const { importGo } = await import('usegolib');
  const bench = /** @type {any} */ (await importGo(join(root, 'bench/gomod')));
  const counter = bench.NewCounter();
  return {
    'no-op': () => bench.Noop(),
    'Add(int, int)': () => bench.Add(1, 2),
    text: () => bench.Greet('gopher'),
    'text of 1 KB': () => bench.Greet(long),
    'text of 1 MB': () => bench.Greet(longer),
    'small struct': () => bench.Mirror(point),
    row: () => bench.Raise(row),
    '10,000 rows': () => bench.RaiseAll(table),
    'map of 1,000 entries': () => bench.Increase(counts),
    'any: 10,000 rows': () => bench.Echo(table),
    'method of an object': () => counter.Add(1),
    'no-op while Go holds a function': holding(bench),
    callback: () => bench.Repeat(1000, next),
    'callback from another goroutine': () => bench.RepeatElsewhere(1000, next),
  };
}

/** @param {number} ns */
function format(ns) {
  if (ns < 1e4) return `${ns.toFixed(0)} ns`;
  return ns < 1e7 ? `${(ns / 1e3).toFixed(1)} µs` : `${(ns / 1e6).toFixed(1)} ms`;
}

/** @param {number} ms */
function seconds(ms) {
  return `${(ms / 1000).toFixed(2)} s`;
}

/** @param {number} bytes */
function megabytes(bytes) {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

/** @param {number} times */
function ratio(times) {
  return `× ${times.toPrecision(3)}`;
}
