// Sends damaged frames to every function of a library: `node frames.mjs <artifact> <frames> <seed>` prints what came back.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { damages } from './damage.mjs';
import { BUILTIN, LANE_DEPTH, openNative, openStats, STATUS } from './native.mjs';
import { generator } from './random.mjs';
import { wrong } from './replies.mjs';
import { callables, Values } from './requests.mjs';

const [artifact, count, seed] = [process.argv[2], Number(process.argv[3]), Number(process.argv[4])];
const { schema } = JSON.parse(readFileSync(join(artifact, 'manifest.json'), 'utf8'));
const { importGo, loadArtifact } = await import(String(new URL('../../../dist/start.js', import.meta.url)));

// This thread's block is ours; the runtime, which comes second, passes arguments.
const native = openNative(artifact);
const block = new Int32Array(new ArrayBuffer(16));
const bound = [native.block(block), native.block(new Int32Array(4)), native.block(null)];

// What the runtime holds while the frames come: they must not reach it.
await loadArtifact(artifact);
const [objects, scalars] = await importGo(['usegolib.test/modules/objects', 'usegolib.test/modules/scalars']);
const counter = objects.NewCounter(40);

// Not with a damaged number: how much these are asked for is how much they make.
const AMOUNTS = ['Make', 'Counters'];
// Not with a damaged function: these call it on goroutines of their own, where nothing can be recovered, or wait for one.
const GOROUTINES = ['Each', 'Later', 'Start', 'Result'];
// Not with any object: of a tree that stands in itself these have no end, and Go ends the process when its stack does.
const ENDLESS = ['Values'];
const FREES = 1 << 30;
const random = generator(seed);
const stats = openStats(artifact);
const functions = callables(schema, [...AMOUNTS, ...GOROUTINES, ...ENDLESS]);
const harmful = new Set(callables(schema).map(({ fn }) => fn));
for (const { fn } of functions) harmful.delete(fn);
const values = new Values(schema, random);
const memory = new ArrayBuffer(65536);
const u8 = new Uint8Array(memory);
const view = new DataView(memory);
const lent = new Uint8Array(256);
const counts = { ok: 0, error: 0, panic: 0, fault: 0, refused: 0, spilled: 0 };
let lane = 0;
let size = 0;

/** A new environment, and objects to name in requests: what the last thousand frames made is given back with the old one. */
function renew() {
  if (lane) native.close(lane / LANE_DEPTH);
  size = random.pick([64, 1024, 65536, 65536]);
  lane = native.attach(0, memory, size);
  values.handles.clear();
  for (const { fn, params, results, receiver } of functions) {
    const type = schema.types[results[0]];
    if (type?.kind !== 'object' && type?.kind !== 'opaque') continue;
    if (receiver !== undefined) continue;
    const request = values.request({ fn, params, results });
    u8.set(request);
    if ((native.call(lane, fn, request.length) & 7) !== STATUS.ok || u8[0] !== 0xcb) continue;
    values.handles.set(type.class, [...(values.handles.get(type.class) ?? []), view.getFloat64(1)]);
  }
}

/** @param {number} fn @param {number} n */
function throughBlock(fn, n) {
  block.set([lane, fn, n, 0x55555555]);
  if (native.run() !== ((block[3] & 7) !== STATUS.ok)) throw new Error(`ug_run and its result ${block[3]} disagree`);
  return block[3];
}

/** @param {number} fn @param {number} n @param {() => string} describe */
function send(fn, n, describe) {
  const result = n % 2 ? native.call(lane, fn, n) : throughBlock(fn, n);
  let status = result & 7;
  let length = result >> 3;
  let reply = view;
  if (result < 0 || length > memory.byteLength) throw new Error(`${describe()}: result ${result}`);
  if (status === STATUS.spilled) {
    counts.spilled++;
    status = view.getUint8(0);
    length = view.getFloat64(2);
    const taken = new Uint8Array(length);
    if (native.take(lane, -1, taken) !== 0) throw new Error(`${describe()}: a spilled reply cannot be taken`);
    reply = new DataView(taken.buffer);
  }
  const complaint = wrong(reply, status, length);
  if (complaint) throw new Error(`${describe()}: ${complaint}`);
  const name = /** @type {keyof typeof counts} */ (Object.keys(STATUS).find((key) => STATUS[key] === status));
  counts[name]++;
}

/** Calls that go to no lane, or with numbers that mean nothing: −1 is all they may say. */
function wild() {
  const number = random.pick([-1, 1, 15, lane + 1, lane + 15, lane + 1600, 0x7fffffff, -0x80000000]);
  const results = [
    native.call(number, random.below(200), 0),
    native.lend(number, lent, 8),
    native.take(lane, random.pick([7, 1000, -2, 0x7fffffff]), lent),
    native.attach(lane + LANE_DEPTH * 1000, memory, 4096),
    native.attach(lane + 2, memory, random.pick([-1, 0, 63, 0x7fffffff])),
    native.close(random.pick([0, -1, lane / LANE_DEPTH + 1000, 0x7fffffff])),
  ];
  if (results.some((result) => result !== -1)) throw new Error(`wild calls: ${results}`);
  counts.refused += results.length;
}

/** @param {number} i */
function one(i) {
  const callable = random.pick(functions);
  const how = random.below(damages.length);
  const frees = i % 11 === 0;
  const request = [...(frees ? values.frees() : []), ...values.request(callable)];
  const bytes = damages[how](request, random).slice(0, size);
  let fn = callable.fn;
  if (i % 9 === 0) fn = random.pick([random.below(BUILTIN.as + 4), 16 + schema.types.length * 20, -1, 0x3fffffff]);
  if (frees) fn |= FREES;
  if (harmful.has(fn & ~FREES)) return;
  u8.set(bytes);
  if (i % 13 === 0) native.lend(lane, lent, random.below(257));
  const n =
    i % 17 === 0 ? random.pick([-1, 0, 0x7fffffff, -0x80000000, 65536, 65537, random.below(65536)]) : bytes.length;
  send(
    fn,
    n,
    () => `frame ${i} (seed ${seed}): fn ${fn}, n ${n}, damage ${how}, ${Buffer.from(bytes).toString('hex')}`,
  );
  if (i % 50 === 0) wild();
}

/** Arrays and maps in each other to the end of a large lane, for every function. */
function deep() {
  const deeper = new Uint8Array(8 << 20);
  const to = native.attach(lane + 1, deeper.buffer, deeper.length);
  for (const code of [0x91, 0x81]) {
    for (const { fn } of functions) {
      deeper.fill(code);
      const status = native.call(to, fn, deeper.length) & 7;
      if (status !== STATUS.fault) throw new Error(`function ${fn}, ${code.toString(16)} for ever: status ${status}`);
      counts.fault++;
    }
  }
}

function measure() {
  globalThis.gc?.();
  return { rss: process.memoryUsage().rss, heap: stats().heap };
}

renew();
const warm = Math.min(count / 10, 20_000);
for (let i = 0; i < warm; i++) one(i);
renew();
const before = measure();
for (let i = 0; i < count; i++) {
  if (i % 1000 === 0) renew();
  one(i);
}
deep();
native.close(lane / LANE_DEPTH);
const after = measure();
const right = [counter.Add(2), scalars.Add(40, 2), scalars.String('grüße')];
console.log(JSON.stringify({ bound, functions: functions.length, counts, before, after, right, live: stats().live }));
