// What a worker thread of threads.mjs does with the library, by its role.
import { parentPort, workerData } from 'node:worker_threads';

const { artifact, role } = workerData;
const { loadArtifact } = await import(String(new URL('../../../dist/start.js', import.meta.url)));
const go = await loadArtifact(artifact);
const held = Array.from({ length: 100 }, (_, i) => go.NewCounter(i));

/** Right answers in great number, from objects of its own. */
function work() {
  let wrong = 0;
  for (let i = 0; i < 5000; i++) {
    const counter = go.NewCounter(i);
    if (counter.Add(1) !== i + 1 || go.Total(counter) !== i + 1 || go.Sum({ X: i, Y: 1 }) !== i + 1) wrong++;
    if (i % 2) counter.dispose();
  }
  return wrong;
}

parentPort?.postMessage(role === 'work' ? work() : held.length);

switch (role) {
  case 'exit':
    process.exit(3);
    break;
  case 'throw':
    throw new Error('a worker fails');
  case 'sleep':
    for (;;) go.Sleep(50);
  case 'busy':
    for (;;) go.NewCounter(1).Add(1);
  case 'idle':
    // Listening keeps it alive.
    parentPort?.once('message', (message) => {
      parentPort?.postMessage({ type: typeof message, methods: typeof message?.Add });
    });
}
