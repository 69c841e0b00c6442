import * as threads from 'node:worker_threads';

/**
 * Marks an object that belongs to this thread: `postMessage` and `structuredClone` throw a DataCloneError. Without it the copy
 * would be an empty object, which Go might take for a literal. Node can do it since 22.10.
 */
export const keepInThread: (object: object) => void =
  (threads as { markAsUncloneable?: (object: object) => void }).markAsUncloneable ?? (() => {});
