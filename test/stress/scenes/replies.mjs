import { FAULT, STATUS } from './native.mjs';

const FAULTS = new Set(Object.values(FAULT));
/** Bytes of code, length and content that follow a code; or how its length is written. */
const FIXED = { 192: 0, 194: 0, 195: 0, 202: 4, 203: 8, 204: 1, 205: 2, 206: 4, 207: 8 };
const MORE = { 208: 1, 209: 2, 210: 4, 211: 8, 212: 2, 213: 3, 214: 5, 215: 9, 216: 17 };
/** @type {Record<number, number>} */
const fixed = { ...FIXED, ...MORE };
/** @type {Record<number, [digits: number, extra: number]>} */
const counted = {
  196: [1, 0],
  197: [2, 0],
  198: [4, 0],
  199: [1, 1],
  200: [2, 1],
  201: [4, 1],
  217: [1, 0],
  218: [2, 0],
  219: [4, 0],
};

/**
 * @param {DataView} view
 * @param {number} at where an item begins
 * @returns {number} where it ends
 */
export function skip(view, at) {
  const code = view.getUint8(at++);
  if (code < 0x80 || code >= 0xe0) return at;
  if (code >= 0xa0 && code < 0xc0) return at + (code & 31);
  if (code === 0xc1) return skip(view, skip(view, at)); // a tag and its payload
  if (code < 0x90) return skipMany(view, at, 2 * (code & 15));
  if (code < 0xa0) return skipMany(view, at, code & 15);
  if (code in fixed) return at + fixed[code];
  if (code in counted) {
    const [digits, extra] = counted[code];
    return at + digits + extra + length(view, at, digits);
  }
  if (code === 0xdc || code === 0xde) return skipMany(view, at + 2, length(view, at, 2) * (code === 0xde ? 2 : 1));
  if (code === 0xdd || code === 0xdf) return skipMany(view, at + 4, length(view, at, 4) * (code === 0xdf ? 2 : 1));
  throw new Error(`code ${code.toString(16)} in a reply`);
}

/** @param {DataView} view @param {number} at @param {number} n */
function skipMany(view, at, n) {
  for (let i = 0; i < n; i++) at = skip(view, at);
  return at;
}

/** @param {DataView} view @param {number} at @param {number} digits */
const length = (view, at, digits) =>
  digits === 1 ? view.getUint8(at) : digits === 2 ? view.getUint16(at) : view.getUint32(at);

/**
 * Whether a reply is one a caller can act on.
 * @param {DataView} view the reply's memory
 * @param {number} status
 * @param {number} size of the reply in bytes
 * @returns {string | undefined} what is wrong with it
 */
export function wrong(view, status, size) {
  if (status === STATUS.fault && !FAULTS.has(view.getUint8(0))) return `fault ${view.getUint8(0)}`;
  const least = { [STATUS.ok]: 0, [STATUS.error]: 2, [STATUS.panic]: 4, [STATUS.fault]: 3 }[status];
  if (least === undefined) return `status ${status}`;
  let at = 0;
  let items = 0;
  for (; at < size; items++) at = skip(view, at);
  if (at !== size) return `items end at ${at} of ${size}`;
  return items < least ? `${items} items of status ${status}` : undefined;
}
