// One library in several threads: `node --expose-gc threads.mjs <artifact> <scene> <how many>` prints what it saw.
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { LANE_DEPTH, openStats, settle } from './native.mjs';

const [artifact, scene, count] = [process.argv[2], process.argv[3], Number(process.argv[4])];
const runtime = await import(String(new URL('../../../dist/start.js', import.meta.url)));

/** @param {string} role */
const start = (role) => new Worker(new URL('./worker.mjs', import.meta.url), { workerData: { artifact, role } });

/** A worker that has objects in its hands and is in the middle of its role. @param {string} role */
async function started(role) {
  const worker = start(role);
  const [first] = await once(worker, 'message');
  if (first !== 100) throw new Error(`${role}: ${first}`);
  return worker;
}

/** Ends a worker in one of the ways there are, and says with which code. @type {Record<string, () => Promise<unknown>>} */
const ends = {
  return: async () => (await once(start('return'), 'exit'))[0],
  exit: async () => (await once(start('exit'), 'exit'))[0],
  throw: () => new Promise((resolve) => start('throw').once('error', (error) => resolve(error.message))),
  'terminate while it sleeps in Go': async () => (await started('sleep')).terminate(),
  'terminate while it calls': async () => (await started('busy')).terminate(),
  'terminate while it is idle': async () => (await started('idle')).terminate(),
};

/** @type {Record<string, () => unknown>} */
const scenes = {
  /** Four workers and the main thread call at once. */
  async together() {
    const go = await runtime.loadArtifact(artifact);
    const workers = Array.from({ length: 4 }, () => once(start('work'), 'message'));
    let wrong = 0;
    for (let i = 0; i < 5000; i++) {
      if (go.NewCounter(i).Add(1) !== i + 1) wrong++;
      if (i % 100 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    return [wrong, ...(await Promise.all(workers)).flat()];
  },

  /** Workers come and go in every way; the main thread keeps one object and loses nothing. */
  async ends() {
    const go = await runtime.loadArtifact(artifact);
    const counter = go.NewCounter(0);
    const stats = openStats(artifact);
    const before = stats();
    /** @type {Record<string, unknown[]>} */
    const seen = {};
    for (let i = 0; i < count; i++) {
      for (const [name, end] of Object.entries(ends)) {
        const code = await end();
        seen[name] ??= [];
        if (!seen[name].includes(code)) seen[name].push(code);
        counter.Add(1);
      }
    }
    await settle(() => stats().environments === before.environments && stats().live === before.live);
    return { seen, calls: go.Total(counter), before, after: stats() };
  },

  /** The process ends while workers call, by its own wish, by an error, and because nothing is left to do. */
  async exit() {
    await Promise.all(['busy', 'sleep', 'idle'].map(started));
    process.exit(7);
  },
  async uncaught() {
    await Promise.all(['busy', 'sleep', 'idle'].map(started));
    throw new Error('main fails');
  },
  async unref() {
    for (const worker of await Promise.all(['busy', 'sleep', 'idle'].map(started))) worker.unref();
    return 'the end';
  },
  /** The library is loaded by a worker only. */
  async only() {
    await once(start('return'), 'exit');
    return 'the end';
  },

  /** An object cannot be sent: it belongs to its thread. */
  async sent() {
    const go = await runtime.loadArtifact(artifact);
    const counter = go.NewCounter(1);
    const worker = await started('idle');
    const refusal = catching(() => worker.postMessage(counter));
    worker.postMessage('nothing');
    const [arrived] = await once(worker, 'message');
    await worker.terminate();
    return { refusal, arrived, still: counter.Add(1) };
  },

  /** Getters of arguments that call Go while Go's arguments are read. */
  async nested() {
    const go = await runtime.loadArtifact(artifact);
    /** @param {number} calls @returns {{ X: number, Y: number }} */
    const point = (calls) => ({
      get X() {
        return calls === 1 ? 1 : go.Sum(point(calls - 1));
      },
      Y: 1,
    });
    const results = [];
    for (const calls of [1, LANE_DEPTH - 1, LANE_DEPTH, 1000, LANE_DEPTH - 1])
      results.push(catching(() => go.Sum(point(calls))));
    return results;
  },
};

/** @param {() => unknown} call */
function catching(call) {
  try {
    return call();
  } catch (error) {
    const { name, code } = /** @type {any} */ (error);
    return { name, code };
  }
}

const result = await scenes[scene]();
console.log(JSON.stringify(result));
