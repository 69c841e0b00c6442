// What any Node must be able to do with a library: `node versions.mjs <artifact>` prints what it saw.
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

const [artifact] = process.argv.slice(2);
const runtime = await import(String(new URL('../../../dist/start.js', import.meta.url)));
const { importGo, isGoError, loadArtifact, scope } = runtime;
const go = await loadArtifact(artifact);
const again = await importGo('usegolib.test/stress', { buildIfMissing: false });

const counter = go.NewCounter(40);
/** @type {any} */
let failure;
try {
  go.Fail(9);
} catch (error) {
  failure = error;
}
const worker = new Worker(new URL('./worker.mjs', import.meta.url), { workerData: { artifact, role: 'work' } });
const [[wrong], [end]] = await Promise.all([once(worker, 'message'), once(worker, 'exit')]);

process.on('exit', () => {
  // The last calls of all.
  console.log(JSON.stringify({ ...seen, late: counter.Add(1) }));
});
const seen = {
  version: process.versions.node,
  same: go === again,
  calls: [go.Add(40, 2), go.Sum({ X: 1, Y: 2 }), go.Sleep(1)],
  object: [counter.Add(1), counter.Self() === counter, go.Total(counter), String(counter.goType)],
  scoped: scope(() => go.NewCounter(1).Add(1)),
  error: [failure.name, failure.message, isGoError(failure), failure.fields],
  worker: [wrong, end],
};
process.exit(5);
