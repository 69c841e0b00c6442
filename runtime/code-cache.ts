import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { join } from 'node:path';
import { clearTimeout, setTimeout } from 'node:timers'; // as globals they are others in a window of Electron
import { Script } from 'node:vm';
import { cacheRoot } from '../manifests/cache-root.ts';
import { keep, readKept } from './kept.ts';
import { LOADED } from './loads.ts';

/**
 * To parse the runtime takes 5 ms of a start, and to compile what a start calls 2 more. So what V8 made of it is kept in the
 * cache folder, as Node itself does since 22 for programs that ask for it (`module.enableCompileCache`). V8 refuses what
 * another V8 made, or one with other flags; it does not notice damage, so it is only shown what `kept.ts` vouches for.
 */
export interface Source {
  /** An expression. */
  text: string;
  /** Names the text: no other one has it. */
  id: string;
  /** Where the text stands, as stack traces say it: the same in all programs, since it is kept with the code. */
  file: string;
  /** Lines before it in `file`. */
  line: number;
}

/** The value of an expression. */
export function evaluate({ text, id, file, line }: Source): unknown {
  // A test runner's realm has globals of its own, and Script only knows the first one's.
  if (!(Script instanceof Function)) return Function(`return ${text}`)();
  const options = { filename: file, lineOffset: line };
  if (process.env['NODE_DISABLE_COMPILE_CACHE']) return new Script(text, options).runInThisContext();
  const path = join(cacheRoot(), 'code', `${id}-v8-${process.versions.v8}-${process.arch}`);
  const kept = readKept(path);
  const script = new Script(text, kept ? { ...options, cachedData: kept.data } : options);
  if (!kept || (script.cachedDataRejected && Date.now() - kept.at > RARELY)) keepLater(path, script);
  return script.runInThisContext();
}

/** Milliseconds between two writes by programs whose flags differ: they refuse each other's. */
const RARELY = 3_600_000;
/** Milliseconds after which a program has called what programs call, and V8 has not yet let go of what ran once. */
const SOON = 1_000;

/** Once a library was loaded: before that most of the runtime is not compiled. */
function keepLater(path: string, script: Script): void {
  const loaded = () => {
    unsubscribe(LOADED, loaded);
    const timer = setTimeout(once, SOON).unref();
    process.once('exit', once);
    function once() {
      clearTimeout(timer);
      process.off('exit', once);
      keep(path, script.createCachedData());
    }
  };
  subscribe(LOADED, loaded);
}
