// One scene in a process of its own: `node library.cjs <library> <scene>` prints what it saw as JSON.
// It speaks to the library's exports directly, by the numbers of testdata/sample/main.go.
const { readFileSync, writeSync } = require('node:fs');
const { isMainThread, parentPort, Worker, workerData } = require('node:worker_threads');
const koffi = require('koffi');

const [path, scene] = isMainThread ? process.argv.slice(2) : [workerData];
const STATS = 4;
const NOOP = 16;
const DIV = 28;
const NEW_COUNTER = 32;

const library = koffi.load(path);
const attach = library.func('int ug_attach(int, void*, int)');
const call = library.func('int ug_call(int, int, int)');
const lane = Buffer.alloc(65536);
const id = attach(0, lane, lane.length);

/**
 * @param {number} fn
 * @param {number[]} request
 * @returns {number} the status
 */
function run(fn, ...request) {
  lane.set(request);
  return call(id, fn, request.length) & 7;
}

/** Live handles and open environments: small numbers, so one byte each. */
function stats() {
  run(STATS);
  return [lane[0], lane[1]];
}

/** @type {Record<string, () => unknown>} */
const scenes = {
  /** How many read system calls ten thousand no-ops make: each look at the memory map is several. */
  noops() {
    run(NOOP);
    const reads = () => Number(readFileSync('/proc/self/io', 'utf8').match(/syscr: (\d+)/)?.[1]);
    const before = reads();
    for (let i = 0; i < 10_000; i++) run(NOOP);
    return reads() - before;
  },
  /** Workers that are terminated with objects in their hands. */
  async workers() {
    let alive;
    for (let i = 0; i < 10; i++) {
      const worker = new Worker(__filename, { workerData: path });
      await new Promise((resolve) => worker.once('message', resolve));
      alive ??= stats();
      await worker.terminate();
    }
    // The thread's destructors run after terminate() has settled.
    for (let i = 0; i < 100 && stats()[1] > 1; i++) await new Promise((resolve) => setTimeout(resolve, 20));
    return { alive, after: stats() };
  },
  /** An error, so that Go's own recovery path runs on this thread too. */
  errors() {
    const seen = new Set();
    for (let i = 0; i < 1000; i++) seen.add(run(DIV, 1, 0));
    return [...seen];
  },
};

if (isMainThread) {
  Promise.resolve(scenes[scene]()).then((result) => {
    writeSync(1, JSON.stringify(result));
    process.exit(0);
  });
} else {
  for (let i = 0; i < 100; i++) run(NEW_COUNTER, 0xa1, 0x63);
  parentPort?.postMessage(id);
  setInterval(() => {}, 1000);
}
