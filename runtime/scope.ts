import { AsyncLocalStorage } from 'node:async_hooks';

/** What a scope can end: a handle that was received in it. */
export interface Made {
  handle: number;
  readonly owner: { readonly objects: { dispose(state: Made): void } };
  ref: WeakRef<object> | undefined;
}

const storage = new AsyncLocalStorage<Set<Made>>();
let open = 0;

export function noteMade(state: unknown): void {
  if (open > 0) storage.getStore()?.add(state as Made);
}

/**
 * Runs a function and disposes every Go object that was made in it, except those it returns (also within arrays, plain
 * objects, Maps and Sets). An async function's scope lasts until its promise settles.
 *
 * @example
 * const highest = scope(() => tags.map((t) => semver.NewVersion(t)).sort((a, b) => a.Compare(b)).at(-1))
 */
export function scope<T>(fn: () => T): T {
  const outer = storage.getStore();
  const made = new Set<Made>();
  open++;
  let result: T;
  try {
    result = storage.run(made, fn);
  } catch (error) {
    end(made, outer, error);
    throw error;
  }
  if (!(result instanceof Promise)) {
    end(made, outer, result);
    return result;
  }
  return result.then(
    (value) => {
      end(made, outer, value);
      return value;
    },
    (error) => {
      end(made, outer, error);
      throw error;
    },
  ) as T;
}

function end(made: Set<Made>, outer: Set<Made> | undefined, result: unknown): void {
  open--;
  const kept = new Set<object>();
  collect(result, kept);
  for (const state of made) {
    const object = state.ref?.deref();
    if (object && kept.has(object)) outer?.add(state);
    else state.owner.objects.dispose(state);
  }
}

/** Everything a result holds on to: itself, and what is within plain containers. */
function collect(value: unknown, kept: Set<object>): void {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null || kept.has(value)) return;
  kept.add(value);
  if (Array.isArray(value) || value instanceof Set) for (const item of value) collect(item, kept);
  else if (value instanceof Map) {
    for (const [key, item] of value) {
      collect(key, kept);
      collect(item, kept);
    }
  } else if (value instanceof Error) {
    collect(value.cause, kept);
    collect((value as { result?: unknown }).result, kept);
  } else if ([Object.prototype, null].includes(Object.getPrototypeOf(value))) {
    for (const item of Object.values(value)) collect(item, kept);
  }
}
