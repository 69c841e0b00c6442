// A worker thread of callback-threads.mjs: functions of its own in Go, by its role.
import { parentPort, workerData } from 'node:worker_threads';

const { artifact, role } = workerData;
const { loadArtifact } = await import(String(new URL('../../../dist/start.js', import.meta.url)));
const go = await loadArtifact(artifact);

/** Says that it is in the middle of its role, and where. @param {unknown} news */
const say = (news) => parentPort?.postMessage(news);
/** Stays in JavaScript. @param {number} ms */
function stay(ms) {
  for (const end = Date.now() + ms; Date.now() < end; );
}

/** @type {Record<string, () => unknown>} */
const roles = {
  /** Its function runs when it is terminated; other goroutines wait for it to answer. */
  inside() {
    go.Each(8, 1000, (/** @type {number} */ i) => {
      if (i === 0) say('inside');
      stay(i === 0 ? 600_000 : 0);
      return i;
    });
  },
  /** Terminated in the middle of calls within calls. */
  deep() {
    /** @param {number} d @returns {number} */
    const down = (d) => {
      if (d > 0) return go.Apply(() => down(d - 1), 0);
      say('deep');
      stay(600_000);
      return 0;
    };
    down(20);
  },
  /** Terminated while it asks and answers. */
  busy() {
    say('busy');
    for (;;) go.Each(8, 10, (/** @type {number} */ i) => i);
  },
  exit: () => go.Do(() => process.exit(3)),
  throw: () =>
    go.Do(() => {
      throw new Error('a worker fails');
    }),
  /** Leaves a function with Go and stays in the event loop: it can only be called while it waits in a call. */
  keep() {
    go.Keep((/** @type {number} */ x) => x);
    say('kept');
    parentPort?.once('message', () => {});
  },
  /** Leaves a function with Go and waits in a call, where it can be called from other threads. */
  serve() {
    let served = 0;
    go.Keep((/** @type {number} */ x) => {
      served++;
      return x + 1000;
    });
    say('kept');
    const memory = new Int32Array(workerData.shared);
    while (Atomics.load(memory, 0) === 0) go.Pause(2);
    say(served);
  },
  /** Right answers from functions of its own, beside other threads. */
  work() {
    let wrong = 0;
    for (let i = 0; i < 200; i++) {
      const [sum, failed] = go.Each(4, 5, (/** @type {number} */ x) => x + i);
      if (sum !== 190 + 20 * i || failed > 0) wrong++;
    }
    say(wrong);
  },
};

await roles[role]();
