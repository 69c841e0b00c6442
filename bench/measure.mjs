/**
 * Interleaved rounds: each round times every contender of a case once, so that a noisy moment meets all of them. The best
 * round counts: what else a machine does can only add time.
 */

const rounds = 40;
const roundMs = 8;

/**
 * @param {Map<string, () => unknown>} contenders
 * @returns {Promise<Map<string, number>>} contender → nanoseconds of a call in the best round
 */
export async function measure(contenders) {
  const samples = new Map([...contenders.keys()].map((name) => [name, /** @type {number[]} */ ([])]));
  const counts = new Map();
  for (const [name, call] of contenders) counts.set(name, await calibrate(call));
  for (let round = 0; round < rounds; round++) {
    for (const [name, call] of contenders) samples.get(name)?.push(await time(call, counts.get(name)));
  }
  return new Map([...samples].map(([name, times]) => [name, Math.min(...times)]));
}

/**
 * @param {() => unknown} call
 * @returns {Promise<number>} how many calls take about one round; warms up on the way
 */
async function calibrate(call) {
  let count = 1;
  while (true) {
    const total = (await time(call, count)) * count;
    if (total > roundMs * 1e6) return Math.max(1, Math.round((count * roundMs * 1e6) / total));
    count *= 4;
  }
}

/**
 * @param {() => unknown} call
 * @param {number} count
 * @returns {Promise<number>} nanoseconds of one call
 */
async function time(call, count) {
  const asynchronous = call() instanceof Promise;
  const start = process.hrtime.bigint();
  if (asynchronous) for (let i = 0; i < count; i++) await call();
  else for (let i = 0; i < count; i++) call();
  return Number(process.hrtime.bigint() - start) / count;
}
