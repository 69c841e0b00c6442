// Objects of Go in large numbers: `node --expose-gc objects.mjs <artifact> <scene> <how many>`.
import { openStats, settle } from './native.mjs';

const [artifact, scene, count] = [process.argv[2], process.argv[3], Number(process.argv[4])];
const { loadArtifact, scope } = await import(String(new URL('../../../dist/start.js', import.meta.url)));
const go = await loadArtifact(artifact);
const stats = openStats(artifact);

/** What one turn of each scene makes: a hundred objects, and their sum as a right answer of Go's. */
const turns = {
  /** Forgotten: the garbage collector finds them. */
  dropped: () => make(() => {}),
  disposed: () => make((counter) => counter.dispose()),
  using: () => make((counter) => counter[Symbol.dispose ?? Symbol.for('nodejs.dispose')]()),
  scoped: () => scope(() => make(() => {})),
  /** The scope of an async function lasts until its promise settles. */
  awaited: () =>
    scope(async () => {
      const first = make(() => {});
      await null;
      return first;
    }),
  /** Errors are live objects as well. */
  errors() {
    let sum = 0;
    for (let i = 0; i < 100; i++) {
      try {
        go.Fail(i);
      } catch (error) {
        sum += /** @type {any} */ (error).fields?.Code ?? i;
      }
    }
    return sum;
  },
};

/** @param {(counter: any) => void} end */
function make(end) {
  let sum = 0;
  for (let i = 0; i < 100; i++) {
    const counter = go.NewCounter(i);
    // Sent twice: Go lets go of it only when both are given back.
    sum += counter.Self() === counter ? counter.Add(0) : Number.NaN;
    end(counter);
  }
  return sum;
}

/** @param {number} n */
async function run(n) {
  for (let i = 0; i < n; i += 100) {
    const sum = await turns[/** @type {keyof typeof turns} */ (scene)]();
    if (sum !== 4950) throw new Error(`the counters add up to ${sum}`);
    // The event loop turns as in a program that works; the collector has its say now and then.
    if (i % 10_000 === 0) {
      globalThis.gc?.();
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  await settle(() => stats().live === 0);
}

const measure = () => {
  globalThis.gc?.();
  const { rss, heapUsed } = process.memoryUsage();
  return { rss, heapUsed, ...stats() };
};

await run(Math.min(count, 20_000));
const before = measure();
await run(count);
console.log(JSON.stringify({ before, after: measure() }));
