import koffi, { type LibraryHandle } from 'koffi';
import { LoadError } from '../../abi/errors.ts';
import { isMissing } from '../missing.ts';
import type { Backend, NativeLibrary } from './backend.ts';

/**
 * koffi unloads a library when its last reference is collected, and a Go runtime cannot be unloaded: so they stay here.
 * The process itself is protected by `-z nodelete`, which every library is linked with.
 */
const opened = new Map<string, { handle: LibraryHandle; library: NativeLibrary }>();

const int = 'int32_t';
const pointer = 'void *';

export const backend: Backend = {
  open(path) {
    const known = opened.get(path);
    if (known) return known.library;
    // Local symbols, all resolved now: two libraries never see each other, and a missing symbol fails here.
    const handle = load(path);
    const library: NativeLibrary = {
      abi: handle.func('ug_abi', int, [int]) as NativeLibrary['abi'],
      start() {
        library.call = shortCall(handle) ?? library.call;
      },
      attach: handle.func('ug_attach', int, [int, pointer, int]) as NativeLibrary['attach'],
      call: handle.func('ug_call', int, [int, int, int]) as NativeLibrary['call'],
      lend: handle.func('ug_lend', int, [int, pointer, int]) as NativeLibrary['lend'],
      take: handle.func('ug_take', int, [int, int, pointer]) as NativeLibrary['take'],
      close: handle.func('ug_close', int, [int]) as NativeLibrary['close'],
    };
    opened.set(path, { handle, library });
    return library;
  },
};

function load(path: string): LibraryHandle {
  try {
    return koffi.load(path, { lazy: false, global: false, deep: false });
  } catch (cause) {
    const name = `@koromix/koffi-${process.platform}-${process.arch}`;
    if (!isMissing(cause, name)) throw cause;
    throw new LoadError(
      `the npm package ${name}, which calls C functions for usegolib, is not installed: optional dependencies were left out, or node_modules comes from another platform; install again on this one, with npm: npm install --include=optional`,
      { code: 'KOFFI_MISSING', cause },
    );
  }
}

/**
 * `ug_call`, without the cost of passing three arguments (5 ns each): they stand in memory that the library knows.
 * A thread has one such block: undefined for a second copy of this runtime in it (another realm).
 */
function shortCall(handle: LibraryHandle): NativeLibrary['call'] | undefined {
  const block = new Int32Array(new ArrayBuffer(16)); // off the V8 heap, where it would move
  if (handle.func('ug_block', int, [pointer])(block) !== 0) return undefined;
  const run = handle.func('ug_run', 'bool', []) as () => boolean;
  return (lane, fn, length) => {
    block[0] = lane;
    block[1] = fn;
    block[2] = length;
    return run() ? block[3]! : 0;
  };
}
