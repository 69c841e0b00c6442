/** The exports of a library without our runtime: what a scene sends as it likes, and what Go says of itself. */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const numbers = JSON.parse(readFileSync(new URL('../../../abi/abi.json', import.meta.url), 'utf8'));
const koffi = createRequire(import.meta.url)('koffi');

export const { status: STATUS, fault: FAULT, builtin: BUILTIN } = numbers;
export const LANE_DEPTH = numbers.lane.depth;

/** @param {string} artifact its folder */
export function openNative(artifact) {
  const file = readdirSync(artifact).find((name) => name.startsWith('libusegolib.'));
  const handle = koffi.load(join(artifact, String(file)));
  return {
    attach: handle.func('int ug_attach(int, void *, int)'),
    call: handle.func('int ug_call(int, int, int)'),
    lend: handle.func('int ug_lend(int, void *, int)'),
    take: handle.func('int ug_take(int, int, void *)'),
    close: handle.func('int ug_close(int)'),
    block: handle.func('int ug_block(void *)'),
    run: handle.func('bool ug_run()'),
  };
}

/**
 * What Go's built-in `stats` says; opened in an environment of its own, which it counts too.
 * @param {string} artifact
 * @returns {() => { live: number, environments: number, goroutines: number, heap: number }} heap in bytes
 */
export function openStats(artifact) {
  const native = openNative(artifact);
  const memory = new ArrayBuffer(64);
  const view = new DataView(memory);
  const lane = native.attach(0, memory, 64);
  return () => {
    const result = native.call(lane, BUILTIN.stats, 0);
    if ((result & 7) !== STATUS.ok) throw new Error(`stats: status ${result & 7}`);
    let at = 0;
    const next = () => {
      const code = view.getUint8(at++);
      if (code < 0x80) return code;
      if (code === 0xcb) return view.getFloat64((at += 8) - 8);
      const bytes = { 204: 1, 208: 1, 205: 2, 209: 2, 206: 4, 210: 4 }[code];
      if (!bytes) throw new Error(`stats: code ${code}`);
      let value = 0;
      for (let i = 0; i < bytes; i++) value = value * 256 + view.getUint8(at++);
      return value;
    };
    return { live: next(), environments: next(), goroutines: next(), heap: next() };
  };
}

/**
 * Lets finalisers and what they queued run.
 * @param {() => boolean} done stops early
 */
export async function settle(done) {
  for (let i = 0; i < 500 && !done(); i++) {
    globalThis.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
