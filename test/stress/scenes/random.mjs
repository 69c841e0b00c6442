/**
 * The same numbers in every run (mulberry32).
 * @param {number} seed
 */
export function generator(seed) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (t ^ (t >>> 14)) >>> 0;
  };
  return {
    /** @param {number} n @returns {number} 0 to n−1 */
    below: (n) => Math.floor((next() / 2 ** 32) * n),
    byte: () => next() & 0xff,
    /** @template T @param {readonly T[]} list @returns {T} */
    pick: (list) => list[Math.floor((next() / 2 ** 32) * list.length)],
  };
}

/** @typedef {ReturnType<typeof generator>} Random */
