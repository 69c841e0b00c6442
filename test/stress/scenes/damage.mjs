/** What can be wrong with a frame. Each takes the bytes of a right one and gives other bytes. */

const BOMBS = [
  [0xdd, 0xff, 0xff, 0xff, 0xff], // an array of 4 billion
  [0xdd, 0x7f, 0xff, 0xff, 0xff],
  [0xdc, 0xff, 0xff],
  [0xdf, 0x7f, 0xff, 0xff, 0xff], // a map
  [0xc6, 0xff, 0xff, 0xff, 0xff], // bytes
  [0xdb, 0x00, 0xff, 0xff, 0xff], // text
  [0xc9, 0x7f, 0xff, 0xff, 0xff, 0x01], // an extension
  [0xd6, 0x03, 0xff, 0xff, 0xff, 0xff], // memory that nobody lent
  [0xd6, 0x03, 0x00, 0x00, 0x00, 0x01],
];
const ITEMS = [
  [0xc0],
  [0xc1], // never used by MessagePack
  [0xc3],
  [0x7f],
  [0xe0],
  [0xd3, 0x80, 0, 0, 0, 0, 0, 0, 0],
  [0xcf, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
  [0xcb, 0x7f, 0xf8, 0, 0, 0, 0, 0, 0], // NaN
  [0xcb, 0x43, 0x40, 0, 0, 0, 0, 0, 1], // beyond 2^53
  [0xa3, 0xff, 0xfe, 0xfd], // no UTF-8
  [0xa4, 0xed, 0xa0, 0x80, 0x41], // half a surrogate pair
  [0xc4, 0x02, 0x01, 0x02],
  [0x90],
  [0x92, 0x01, 0x02],
  [0x81, 0xa1, 0x61, 0x01],
];

/** @typedef {import('./random.mjs').Random} Random */
/** @type {((bytes: number[], random: Random) => number[])[]} */
export const damages = [
  (bytes) => bytes,
  (bytes, random) => bytes.slice(0, random.below(bytes.length + 1)),
  (bytes, random) => bytes.slice(random.below(bytes.length + 1)),
  (bytes, random) => change(bytes, random, 1),
  (bytes, random) => change(bytes, random, 4),
  (bytes, random) => put(bytes, random, random.pick(BOMBS)),
  (bytes, random) => put(bytes, random, random.pick(ITEMS)),
  (bytes, random) => [...bytes.slice(0, random.below(bytes.length + 1)), ...random.pick(BOMBS)],
  (bytes, random) => [...bytes, ...random.pick(ITEMS)],
  (bytes) => [...bytes, ...bytes],
  (_, random) => Array.from({ length: random.below(64) }, random.byte),
  (bytes, random) => nest(bytes, random),
];

/** @param {number[]} bytes @param {Random} random @param {number} times */
function change(bytes, random, times) {
  const copy = bytes.slice();
  for (let i = 0; i < times && copy.length; i++) copy[random.below(copy.length)] = random.byte();
  return copy;
}

/** @param {number[]} bytes @param {Random} random @param {number[]} item */
function put(bytes, random, item) {
  const copy = bytes.slice();
  copy.splice(random.below(copy.length + 1), random.below(4), ...item);
  return copy;
}

/**
 * Arrays or maps in each other: about as deep as is not looked at before the arguments are read.
 * @param {number[]} bytes
 * @param {Random} random
 */
function nest(bytes, random) {
  const depth = random.below(4200);
  const code = random.pick([0x91, 0x92, 0x81]);
  return [...bytes.slice(0, random.below(bytes.length + 1)), ...Array(depth).fill(code), 0xc0];
}
