// Functions of JavaScript in several threads: `node --expose-gc callback-threads.mjs <artifact> <scene> <how many>`.
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { openStats, settle } from './native.mjs';

const [artifact, scene, count] = [process.argv[2], process.argv[3], Number(process.argv[4])];
const { loadArtifact } = await import(String(new URL('../../../dist/start.js', import.meta.url)));
const go = await loadArtifact(artifact);
const stats = openStats(artifact);
const shared = new SharedArrayBuffer(4);

/** @param {string} role */
const start = (role) =>
  new Worker(new URL('./callback-worker.mjs', import.meta.url), { workerData: { artifact, role, shared } });

/** Ended in the middle of its role. @param {string} role */
async function terminated(role) {
  const worker = start(role);
  await once(worker, 'message');
  return worker.terminate();
}

/** @type {Record<string, () => Promise<unknown>>} */
const ends = {
  inside: () => terminated('inside'),
  deep: () => terminated('deep'),
  busy: () => terminated('busy'),
  keep: () => terminated('keep'),
  exit: async () => (await once(start('exit'), 'exit'))[0],
  throw: () => new Promise((resolve) => start('throw').once('error', (error) => resolve(error.message))),
};

/** What calling the function that Go kept gives here. @param {number} x */
function kept(x) {
  try {
    return go.Kept(x);
  } catch (error) {
    const { name, message } = /** @type {Error} */ (error);
    return { name, message };
  }
}

/** @type {Record<string, () => unknown>} */
const scenes = {
  /** Workers come and go in every way; no goroutine, environment or object is left of them. */
  async ends() {
    /** @type {[string, unknown][]} */
    const seen = [];
    for (const [name, end] of Object.entries(ends)) {
      for (let i = 0; i < count; i++) {
        const code = await end();
        go.Apply((/** @type {number} */ x) => x, 1);
        if (!seen.some(([which, other]) => which === name && other === code)) seen.push([name, code]);
      }
    }
    const left = () => ({ environments: stats().environments, live: stats().live, asking: go.Asking() });
    const none = () => Object.values(left()).join() === '2,0,0';
    await settle(none);
    return { seen, left: left(), failure: kept(1) };
  },

  /** A function of another thread is called there, while it waits in a call; otherwise that is an error in Go. */
  async foreign() {
    const idle = start('keep');
    await once(idle, 'message');
    const refused = kept(1);
    await idle.terminate();
    const gone = kept(1);
    const server = start('serve');
    await once(server, 'message');
    let answered = 0;
    for (let i = 0; answered < count; i++) {
      const got = kept(i);
      if (got === i + 1000) answered++;
      else if (!/while JavaScript waits/.test(got.message)) throw new Error(JSON.stringify(got));
    }
    Atomics.store(new Int32Array(shared), 0, 1);
    const [served] = await once(server, 'message');
    return { refused, gone, served: served === answered };
  },

  async together() {
    const workers = Array.from({ length: 3 }, () => once(start('work'), 'message'));
    const wrong = [];
    for (let i = 0; i < 20; i++) {
      wrong.push(go.Each(4, 5, (/** @type {number} */ x) => x)[0] - 190);
      await new Promise((resolve) => setImmediate(resolve));
    }
    return [...wrong.filter((x) => x !== 0), ...(await Promise.all(workers)).flat()];
  },

  /** The process ends while functions of workers run. */
  async exit() {
    for (const role of ['inside', 'deep', 'busy', 'keep']) await once(start(role), 'message');
    go.Do(() => process.exit(7));
  },
};

const { [scene]: run } = scenes;
console.log(JSON.stringify(await run()));
// Workers that listen would keep it alive.
process.exit();
