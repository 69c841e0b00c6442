// Code generated from abi/abi.json by npm run update; DO NOT EDIT.
export const ABI = 1;
export const LANE = {
  bytes: 65536,
  maxBytes: 268435455,
  depth: 16,
} as const;
export const INLINE_BYTES = 4096;
export const STATUS = {
  ok: 0,
  error: 1,
  panic: 2,
  fault: 3,
  spilled: 7,
} as const;
export const STATUS_BITS = 3;
export const FAULT = {
  malformed: 1,
  disposed: 2,
  type: 3,
  nil: 4,
  text: 5,
  range: 6,
  encoding: 7,
  closed: 8,
  unknown: 9,
} as const;
export const EXT = {
  text: 1,
  kept: 2,
  lent: 3,
} as const;
export const FREES_FLAG = 1073741824;
export const BUILTIN = {
  noop: 0,
  goType: 1,
  errorIs: 2,
  errorAs: 3,
  stats: 4,
  text: 5,
  json: 6,
  as: 7,
  unref: 8,
} as const;
export const FIRST_SYMBOL = 16;
