// Functions and values of JavaScript in Go: `node --expose-gc callbacks.mjs <artifact> <scene> <how many>`.
import { LANE_DEPTH, openStats, settle } from './native.mjs';

const [artifact, scene, count] = [process.argv[2], process.argv[3], Number(process.argv[4])];
const { lend, loadArtifact, ref, scope, sink, asGoError } = await import(
  String(new URL('../../../dist/start.js', import.meta.url))
);
const go = await loadArtifact(artifact);
const stats = openStats(artifact);

/** What a call threw, told apart from what it gave. @param {() => unknown} call */
function outcome(call) {
  try {
    return { gave: call() };
  } catch (thrown) {
    return { thrown };
  }
}

/** Goroutines that wait for the next call, and the one that runs it. */
const IDLE = 8 + 1;

/** @param {number} n */
const sumTo = (n) => (n * (n - 1)) / 2;

/** @param {() => void} turn @param {number} n */
async function turns(turn, n) {
  for (let i = 0; i < n; i++) {
    turn();
    if (i % 5000 === 0) {
      globalThis.gc?.();
      go.Collect();
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
}

/** Both heaps before and after; what was sent must be forgotten. @param {() => void} turn */
async function memory(turn) {
  await turns(turn, Math.min(count, 5000));
  const before = await measure();
  await turns(turn, count);
  return { before, after: await measure() };
}

async function measure() {
  for (let i = 0; i < 3; i++) {
    go.Collect();
    globalThis.gc?.();
    // The table of functions is swept once a second.
    await new Promise((resolve) => setTimeout(resolve, 600));
  }
  await settle(() => stats().live <= 1);
  return { heapUsed: process.memoryUsage().heapUsed, ...stats() };
}

let p0 = new Uint8Array(0);

/** @type {Record<string, () => unknown>} */
const scenes = {
  many: () => go.Repeat(count, (/** @type {number} */ i) => i) - sumTo(count),
  goroutines: () => go.Each(64, count, (/** @type {number} */ i) => i)[0] - sumTo(64 * count),

  /** Goroutines ask while JavaScript is in calls within calls. */
  within() {
    let depth = 0;
    let deepest = 0;
    const f = (/** @type {number} */ i) => {
      depth++;
      deepest = Math.max(deepest, depth);
      const x = depth < 20 ? go.Apply((/** @type {number} */ x) => x, i) : i;
      depth--;
      return x;
    };
    const [sum, failed] = go.Each(8, count, f);
    return { wrong: sum - sumTo(8 * count), failed, nested: deepest > 1 };
  },

  /** As deep as there are lanes, and beyond; thrown at every depth. */
  depths() {
    /** @param {number} d @param {number} bottom @param {unknown} thrown @returns {number} */
    const down = (d, bottom, thrown) => {
      if (d < bottom) return 1 + go.Apply(() => down(d + 1, bottom, thrown), 0);
      if (thrown) throw thrown;
      return 0;
    };
    const results = [LANE_DEPTH - 1, LANE_DEPTH].map((d) => outcome(() => down(0, d, undefined)).gave);
    const beyond = /** @type {any} */ (outcome(() => down(0, LANE_DEPTH + 1, undefined)).thrown)?.code;
    let same = 0;
    for (let d = LANE_DEPTH - 1; d > 0; d -= count || 1) {
      const mine = { d };
      if (outcome(() => down(0, d, mine)).thrown === mine) same++;
    }
    return { results, beyond, same, works: go.Apply((/** @type {number} */ x) => x, 7) };
  },

  /** Whatever is thrown comes back as it went. */
  thrown() {
    const revoked = Proxy.revocable({}, {});
    revoked.revoke();
    /** @type {Record<string, unknown>} */
    const things = {
      undefined: undefined,
      null: null,
      zero: 0,
      text: 'text',
      symbol: Symbol('s'),
      'null prototype': Object.create(null),
      proxy: new Proxy(new Error('x'), {}),
      'proxy that refuses': new Proxy({}, /** @type {any} */ ({ get: refuse, getPrototypeOf: refuse, has: refuse })),
      'revoked proxy': revoked.proxy,
      frozen: Object.freeze(new Error('frozen')),
      function: () => {},
      'message throws': Object.defineProperty(new Error(), 'message', { get: refuse }),
      'message is a symbol': Object.assign(new Error(), { message: Symbol('m') }),
      'name is an object': Object.assign(new Error('x'), { name: Object.create(null) }),
      'text throws': { toString: refuse },
      'lone surrogates': new Error('\ud800'),
      'long message': new Error('x'.repeat(200_000)),
      disposed: dispose(go.NewBox(1)),
      'disposed error': disposeError(),
      promise: Promise.resolve(1),
    };
    /** @type {Record<string, unknown>} */
    const lost = {};
    for (const [name, thing] of Object.entries(things)) {
      for (const [how, call] of Object.entries({ Try: go.Try, Do: go.Do, TryBox: go.TryBox })) {
        const got = outcome(() =>
          call(() => {
            throw thing;
          }),
        );
        if (!('thrown' in got) || got.thrown !== thing)
          lost[`${name} by ${how}`] = String(/** @type {any} */ (got.thrown)?.stack);
      }
      if (!go.Recover(() => { throw thing; })) lost[`${name} by Recover`] = 'no text'; // biome-ignore format: one line
    }
    return { lost, works: go.Apply((/** @type {number} */ x) => x, 7) };
  },

  /** Results that Go cannot take. */
  async results() {
    const texts = [undefined, null, 'x', {}, 2n ** 70n, 1.5, Promise.resolve(1), Symbol('s')].map(
      (result) => /** @type {any} */ (outcome(() => go.Apply(() => result, 1)).thrown)?.name,
    );
    // biome-ignore lint/suspicious/noThenProperty: that is the point
    const thenable = /** @type {any} */ (outcome(() => go.Any(() => ({ then() {} }), 1)).thrown)?.name;
    const getter = go.Any(() => ({ get a() { return go.Apply((/** @type {number} */ x) => x + 1, 41); } }), 1); // biome-ignore format: one line
    const getterThrows = /** @type {any} */ (outcome(() => go.Any(() => ({ get a() { throw new Error('in getter'); } }), 1)).thrown)?.message; // biome-ignore format: one line
    const loop = /** @type {any} */ ({});
    loop.loop = loop;
    const cyclic = /** @type {any} */ (outcome(() => go.Any(() => loop, 1)).thrown)?.code;
    const notText = /** @type {any} */ (outcome(() => go.NotText((/** @type {string} */ s) => s)).thrown)?.name;
    return { texts, thenable, getter: getter.a, getterThrows, cyclic, notText };
  },

  /** Objects that are disposed where they are used. */
  disposed() {
    const inside = go.Boxes(3, (/** @type {any} */ b) => {
      const again = go.NewBox(b.N());
      b.dispose();
      return again;
    });
    const gone = /** @type {any} */ (outcome(() => go.Boxes(1, (/** @type {any} */ b) => dispose(b))).thrown)?.name;
    const listeners = go.NewListeners();
    listeners.Add({ Heard: () => listeners.dispose() });
    const self = outcome(() => listeners.Tell(go.NewBox(1))).thrown;
    return {
      inside,
      gone,
      self: self === undefined,
      after: /** @type {any} */ (outcome(() => listeners.Tell(null)).thrown)?.name,
    };
  },

  /** Large data both ways, in the lane and beside it. */
  large() {
    const wrong = [];
    for (const n of [0, 1, 4096, 4097, 65_535, 65_536, 70_000, 5_000_000]) {
      const bytes = new Uint8Array(n).fill(7);
      const text = 'ä'.repeat(n);
      const list = Array.from({ length: Math.min(n, 100_000) }, (_, i) => i);
      if (go.Bytes((/** @type {Uint8Array} */ b) => b, bytes).length !== n) wrong.push(['bytes', n]);
      if (go.Text((/** @type {string} */ s) => s + s, text) !== text + text) wrong.push(['text', n]);
      const twice = go.Any((/** @type {any} */ v) => [v, { v, b: bytes }], list);
      if (twice[0].length !== list.length || twice[1].v.length !== list.length || twice[1].b.length !== n)
        wrong.push(['any', n]);
      const thrown = new Error(text);
      if (outcome(() => go.Try(() => { throw thrown; })).thrown !== thrown) wrong.push(['thrown', n]); // biome-ignore format: one line
    }
    return wrong;
  },

  /** Calls of functions where JavaScript's stack has almost no room left, at every height. */
  async overflow() {
    let calls = 0;
    let tried = 0;
    const f = (/** @type {number} */ x) => x;
    const down = () => {
      try {
        down();
      } catch {}
      if (tried++ > 3000) return;
      if (outcome(() => go.Apply(f, 5)).gave === 5) calls++;
    };
    down();
    const deep = outcome(() => scenes.depths()).gave;
    // No goroutine waits for an answer.
    await settle(() => stats().goroutines <= IDLE);
    const waiting = stats().goroutines > IDLE;
    return { some: calls > 0, works: go.Apply(f, 7), deep, waiting };
  },

  /** Goroutines that ask while the call ends. */
  async ends() {
    let ran = 0;
    for (let i = 0; i < count; i++) go.After(4, () => ran++);
    const [answered, refused] = go.Outcome();
    return { all: answered + refused, ran: ran === answered };
  },

  endings: () => ({
    goexit: /** @type {any} */ (outcome(() => go.Goexit(() => {})).thrown)?.message,
    panic: /** @type {any} */ (outcome(() => go.Panic(() => {})).thrown)?.name,
    works: go.Apply((/** @type {number} */ x) => x, 7),
  }),
  exit: () => go.Exit(() => 5),
  'process.exit': () => go.Do(() => process.exit(6)),
  'process.exit in goroutines': () => go.Each(8, 1000, (/** @type {number} */ i) => (i === 500 ? process.exit(6) : i)),
  uncaught: () => go.Do(() => {
    throw new Error('nobody catches this');
  }), // biome-ignore format: one line

  /** What is refused before Go has read the function was never given. */
  async refused() {
    const hidden = go.Hidden();
    let gone = 0;
    const collected = new FinalizationRegistry(() => gone++);
    for (let i = 0; i < count; i++) {
      const f = () => i;
      collected.register(f, undefined);
      const error = /** @type {any} */ (outcome(() => go.Fits(hidden, f)).thrown);
      if (error?.code !== 'ARGUMENT_TYPE') throw error ?? new Error('it was taken');
    }
    await settle(() => gone >= count - 1);
    // Named here, so that the registry itself is not collected before it has told.
    return collected instanceof FinalizationRegistry && gone >= count - 1;
  },

  /** One object is one value in Go. */
  identity() {
    const listeners = go.NewListeners();
    const mine = { Heard: () => {} };
    listeners.Add(mine);
    const bag = go.NewBag();
    const both = () => 3;
    return {
      other: listeners.Remove({ Heard: () => {} }),
      mine: listeners.Remove(mine),
      again: listeners.Remove(mine),
      // First as a value of any type, then as a function.
      counted: [bag.Put(both), bag.Put(both)],
      called: go.Map([1, 2], both),
    };
  },

  functions: () => memory(() => go.Apply((/** @type {number} */ x) => x, 1)),
  objects: () => memory(() => go.Try(() => go.NewListeners().Add({ Heard() {} }))),
  erased: () => memory(() => go.Map([{}, () => 1, []], (/** @type {any} */ x) => x)),
  same: () =>
    memory(
      (
        (bag, object) => () =>
          bag.Put(object)
      )(go.NewBag(), {}),
    ),
  errors: () =>
    memory(() =>
      outcome(() =>
        go.Try(() => {
          throw new Error('x');
        }),
      ),
    ),
  'same error': () =>
    memory(
      (
        (error) => () =>
          asGoError(error, go.Box) ?? go.Any(() => 1, error)
      )(new Error('x')),
    ),
  sinks: () => memory(() => {
    const out = sink();
    go.Write(out, 'x');
    if (out.text() !== 'x') throw new Error(out.text());
  }), // biome-ignore format: one line
  refs: () => memory(() => {
    const n = ref(1);
    go.Set(n);
    if (n.value !== 2) throw new Error(`${n.value}`);
  }), // biome-ignore format: one line
  lent: () => memory(() => {
    const p = new Uint8Array(p0.length === 10 ? 10_000 : 10);
    if (go.Exchange(lend(p), (/** @type {Uint8Array} */ q) => q.fill(7)) !== 7 || p.at(-1) !== 7) throw new Error(`${p}`);
    p0 = p;
  }), // biome-ignore format: one line
  closers: () => memory(() => {
    const closed = go.Closed({ Read: () => null, Close() {}, String: () => 'mine' });
    if (closed !== '<nil> mine') throw new Error(closed);
  }), // biome-ignore format: one line
};

function refuse() {
  throw new Error('refused');
}

/** @param {any} x */
function dispose(x) {
  x.dispose();
  return x;
}

/** A GoError whose error in Go has been given back. */
function disposeError() {
  /** @type {unknown} */
  let error;
  scope(() => {
    error = outcome(go.Fail).thrown;
  });
  return error;
}

const { [scene]: run } = scenes;
const result = await run();
console.log(JSON.stringify(result ?? null));
