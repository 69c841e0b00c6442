// One scene of what ends a process, or does not: `node scenes.mjs <artifact> <scene>`.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeSync } from 'node:fs';

const [artifact, scene] = process.argv.slice(2);
const { loadArtifact } = await import(String(new URL('../../dist/start.js', import.meta.url)));
const go = await loadArtifact(artifact);
if (go.Add(40, 2) !== 42) throw new Error('Go cannot add');

/** To standard error, which no scene closes. @param {unknown} value */
const say = (value) => writeSync(2, `${JSON.stringify(value)}\n`);

/** @param {() => unknown} call */
function caught(call) {
  try {
    return call();
  } catch (error) {
    const { name, message } = /** @type {Error} */ (error);
    return { name, message };
  }
}

/** @type {Record<string, () => unknown>} */
const scenes = {
  goexit: () => go.Goexit(),
  exit: () => go.Exit(3),
  overflow: () => go.Overflow(),
  elsewhere: () => go.Elsewhere(),
  maps: () => go.Maps(),
  unlock: () => go.Unlock(),
  nil() {
    say([caught(go.Nil), go.Add(1, 2)]);
  },
  /** The other end of standard output is closed before anything is read here. */
  pipe() {
    readFileSync(0);
    for (let i = 0; i < 3; i++) say(caught(() => go.Print('nobody reads this')));
    say(go.Add(1, 2));
  },
  async handlers() {
    // Listening for a signal does not keep Node alive.
    const alive = setInterval(() => {}, 1000);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGUSR1', 'SIGUSR2', 'SIGPIPE']) {
      const arrived = once(process, signal);
      process.kill(process.pid, signal);
      say(await arrived);
      go.Add(1, 2);
    }
    clearInterval(alive);
  },
  async sigint() {
    process.kill(process.pid, 'SIGINT');
    await new Promise((resolve) => setTimeout(resolve, 60_000));
  },
  async sigterm() {
    process.kill(process.pid, 'SIGTERM');
    await new Promise((resolve) => setTimeout(resolve, 60_000));
  },
  /** A hundred children at once: Node hears of the end of each. */
  async children() {
    const ends = Array.from({ length: 100 }, async (_, i) => {
      const child = spawn('/bin/sh', ['-c', `exit ${i % 7}`]);
      const end = once(child, 'close');
      go.Add(i, 1);
      return (await end)[0];
    });
    say((await Promise.all(ends)).filter((code, i) => code !== i % 7).length);
    // Zombies would still be listed as children.
    say(readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8'));
  },
};

await scenes[scene]();
