/**
 * What all copies of this runtime in a thread share, so that a Go module is loaded once and has one set of classes:
 * the first copy that is used does the work for the others of the same ABI.
 */
import { ABI } from '../abi/numbers.ts';

const KEY = Symbol.for(`usegolib.runtime.abi${ABI}`);

export function shared<T extends object>(make: () => T): T {
  const host = globalThis as { [KEY]?: T };
  if (!host[KEY]) Object.defineProperty(host, KEY, { value: make() });
  return host[KEY]!;
}
