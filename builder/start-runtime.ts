import { existsSync } from 'node:fs';

/** The one place where commands start the runtime: the bundled file beside the CLI; in a checkout the one that was built. */
export function startRuntime(): Promise<typeof import('../runtime/index.ts')> {
  const beside = new URL('./start.js', import.meta.url);
  return import((existsSync(beside) ? beside : new URL('../dist/start.js', import.meta.url)).href);
}

/** koffi by itself, whose binary may be missing. */
export const startBackend = () => import('../runtime/native/koffi.ts');
