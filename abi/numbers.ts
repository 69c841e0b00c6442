// Code generated from abi/abi.json by npm run update; DO NOT EDIT.
export const ABI = 1;
export const LANE = {
  bytes: 65536,
  maxBytes: 268435455,
  depth: 256,
} as const;
export const INLINE_BYTES = 4096;
export const STATUS = {
  ok: 0,
  error: 1,
  panic: 2,
  fault: 3,
  callback: 4,
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
export const ANY = {
  object: 0,
  value: 1,
  error: 2,
  time: 3,
  int: 4,
  big: 5,
  map: 6,
  numbers: 7,
  scalar: 8,
  complex: 9,
  duration: 10,
  js: 11,
  reader: 12,
  function: 13,
  lend: 14,
  json: 15,
  slice: 16,
} as const;
export const ANY_DEPTH = 1000;
export const NUMBERS = {
  int8: 0,
  int16: 1,
  int32: 2,
  int64: 3,
  uint16: 4,
  uint32: 5,
  uint64: 6,
  float32: 7,
  float64: 8,
} as const;
export const SCALAR = {
  bool: 0,
  string: 1,
  int: 2,
  int8: 3,
  int16: 4,
  int32: 5,
  int64: 6,
  uint: 7,
  uint8: 8,
  uint16: 9,
  uint32: 10,
  uint64: 11,
  uintptr: 12,
  float32: 13,
  float64: 14,
  complex64: 15,
  complex128: 16,
  duration: 17,
  bigInt: 18,
} as const;
export const EXT = {
  text: 1,
  kept: 2,
  lent: 3,
} as const;
export const FREES_FLAG = 1073741824;
export const APART_FLAG = 536870912;
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
  sink: 9,
  contents: 10,
  makeRef: 11,
  getRef: 12,
  setRef: 13,
  resume: 14,
  invoke: 15,
} as const;
export const ASK = {
  json: -1,
  text: -2,
  call: -3,
} as const;
export const FIRST_SYMBOL = 16;
