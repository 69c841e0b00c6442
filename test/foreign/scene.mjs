/**
 * What `scripts/foreign.mjs` runs in a Node of another platform, and in this one to compare: each call's result, or its
 * error, as one line of JSON in a file. (Under Wine a Node whose output is a pipe fails.)
 *
 *     node scene.mjs <store> <file>
 */
import { writeFileSync } from 'node:fs';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { importGo, scope, sink } from 'usegolib';

const [store, file] = isMainThread ? process.argv.slice(2) : workerData;
const specs = ['usegolib.test/foreign', 'github.com/yuin/goldmark', 'github.com/DataDog/zstd'];
/** @type {Record<string, unknown>} */
const results = {};

/**
 * @param {string} what
 * @param {() => unknown} work
 */
async function call(what, work) {
  try {
    results[what] = await work();
  } catch (thrown) {
    const { name, code, message, goType, fields } = /** @type {any} */ (thrown);
    results[what] = { name, code, message, goType, fields };
  }
}

async function scene() {
  const [go, goldmark, zstd] = /** @type {any[]} */ (await importGo(specs, { artifactDir: store }));
  await call('target', () => go.Target());
  await call('int', () => go.Add(40, 2));
  await call('int64', () => String(go.Next(2n ** 53n)));
  await call('text', () => go.Upper('grüße, 世界 𝄞'));
  await call('long text', () => go.Upper('ß€'.repeat(100_000)).length);
  await call('bytes', () => [...go.Reverse(new Uint8Array([1, 2, 255]))]);
  await call('many bytes', () =>
    go
      .Reverse(new Uint8Array(3_000_000).fill(7))
      .reduce((/** @type {number} */ sum, /** @type {number} */ x) => sum + x, 0),
  );
  await call('map', () => go.Count('a b a'));
  await call('record', () => go.Middle({ X: 1, Y: 2 }, { X: 3, Y: 5 }));
  await call('time', () => go.Later(new Date('2026-02-28T23:59:59Z'), 1500).toISOString());
  await call('object', () => scope(() => go.NewAccount(10).Take(3)));
  await call('error', () => go.NewAccount(1).Take(3));
  await call('refused argument', () => go.Add(1.5, 2));
  await call('nil pointer', () => go.Crash());
  await call('panic', () => go.Panic('on purpose'));
  await call('after a panic', () => go.Add(1, 1));
  await call('callback', () =>
    go.Apply((/** @type {number} */ n) => go.Apply((/** @type {number} */ m) => m * 2, n) + 1, 20),
  );
  await call('callback that throws', () =>
    go.Apply(() => {
      throw new TypeError('from JavaScript');
    }, 1),
  );
  await call('callbacks from goroutines', () => {
    /** @type {number[]} */
    const seen = [];
    go.Each(50, (/** @type {number} */ i) => seen.push(i));
    return seen.sort((a, b) => a - b).join();
  });
  await call('stack', () => go.Grow(100_000));
  await call('network', () => go.Loop('hello'));
  await call('a real module', () => {
    const html = sink();
    goldmark.New().Convert('# hi *there*', html);
    return html.text();
  });
  await call('a module with C code', () => {
    const text = new TextEncoder().encode('many words, many words, '.repeat(1000));
    const packed = zstd.Compress(null, text);
    return [packed.length < 100, zstd.Decompress(null, packed).length];
  });
  await call('many objects', () => {
    for (let i = 0; i < 2000; i++) go.NewAccount(i).dispose();
    return go.NewAccount(7).Take(7);
  });
}

async function inWorker() {
  const worker = new Worker(new URL(import.meta.url), { workerData: [store] });
  return new Promise((resolve, reject) => worker.on('message', resolve).on('error', reject));
}

if (isMainThread) {
  // Where the library cannot be loaded, the first error is all there is to say.
  await call('load', () => scene());
  if (results['load'] === undefined) {
    await call('worker', () => inWorker());
    await call('after the worker', () => inWorker());
  }
  writeFileSync(file, JSON.stringify(results));
} else {
  const [go] = /** @type {any[]} */ (await importGo(specs, { artifactDir: store }));
  parentPort?.postMessage(go.Add(3, 4));
}
