import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { BUILTIN } from '../../abi/numbers.ts';
import { float64, number } from '../../runtime/codec/read.ts';
import { type Library, tokens } from '../../runtime/library.ts';

/** The library behind a class of a module object: its lanes and what Go holds for them. */
export function libraryOf(type: object): Library {
  return tokens.get(type)!.library;
}

/** How many objects Go keeps for JavaScript, after all that waits was given back. */
export function heldByGo(library: Library): number {
  library.env.flush();
  return library.request(
    BUILTIN.stats,
    'stats',
    () => {},
    (l) => {
      const handles = number(l);
      for (let i = 0; i < 2; i++) number(l);
      float64(l);
      return handles;
    },
  );
}

setFlagsFromString('--expose-gc');
const gc: () => void = runInNewContext('gc');

/** Collects garbage until `done`, letting finalizers run between. */
export async function collectUntil(done: () => boolean): Promise<void> {
  for (let round = 0; round < 1000; round++) {
    if (done()) return;
    // What `done` looked at through a WeakRef is kept until this turn ends.
    await new Promise((resolve) => setTimeout(resolve, 5));
    gc();
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error('the garbage collector was asked 1000 times in vain');
}
