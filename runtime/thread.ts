/**
 * Marks an object that belongs to this thread: `postMessage` and `structuredClone` throw a DataCloneError. Without it the copy
 * would be an empty object, which Go might take for a literal. Node can do it since 22.10.
 */
export function keepInThread(object: object): void {
  mark ??= Number.parseInt(process.versions.node, 10) < 22 ? nothing : find();
  mark(object);
}

let mark: ((object: object) => void) | undefined;
const nothing = () => {};

/** The module takes 2 ms to load: not before there is an object, nor where it cannot do it. */
function find(): (object: object) => void {
  const threads = process.getBuiltinModule('node:worker_threads') as { markAsUncloneable?: typeof keepInThread };
  return threads.markAsUncloneable ?? nothing;
}
