import { copyFileSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { BuildError } from '../abi/errors.ts';
import { cacheRoot } from '../manifests/cache-root.ts';
import { bridgeDir, sourceFiles } from './assets.ts';
import { isAlive, withTemporary } from './process.ts';
import { sweepZigCache } from './toolchain/zig.ts';

/** Import path of the main package that becomes the library. */
export const MAIN = 'usegolib.internal/library';

/**
 * A module of our own in the cache, in which all work happens: neither the user's tree nor Go's module cache is ever written.
 * `main` holds the generated package, `main/bridge` a copy of the bridge: a relative path, because Go records it.
 */
export interface Work {
  dir: string;
  main: string;
}

let counter = 0;

export async function inWork<T>(use: (work: Work) => Promise<T>): Promise<T> {
  const parent = folder();
  sweep(parent);
  sweepZigCache();
  const dir = join(parent, `${process.pid}-${counter++}`);
  try {
    const work = prepare(dir);
    const temporary = join(dir, 'tmp');
    mkdirSync(temporary);
    return await withTemporary(temporary, () => use(work));
  } finally {
    remove(dir);
  }
}

function folder(): string {
  const path = join(cacheRoot(), 'work');
  try {
    mkdirSync(path, { recursive: true });
  } catch (cause) {
    throw new BuildError(`cannot write ${path}: ${(cause as Error).message}`, {
      code: 'STORE_NOT_WRITABLE',
      path,
      cause,
      hint: 'USEGOLIB_CACHE_DIR chooses another cache folder.',
    });
  }
  return path;
}

function prepare(dir: string): Work {
  rmSync(dir, { recursive: true, force: true });
  const main = join(dir, 'main');
  for (const name of sourceFiles(bridgeDir)) {
    const to = join(main, 'bridge', name);
    mkdirSync(dirname(to), { recursive: true });
    copyFileSync(join(bridgeDir, name), to);
  }
  writeFileSync(
    join(main, 'go.mod'),
    `module ${MAIN}\n\ngo 1.26\n\nrequire usegolib.internal/bridge v0.0.0\n\nreplace usegolib.internal/bridge => ./bridge\n`,
  );
  return { dir, main };
}

/** Removes what killed builders left. */
function sweep(parent: string): void {
  for (const name of readdirSync(parent)) {
    if (!isAlive(Number.parseInt(name, 10))) remove(join(parent, name));
  }
}

/** What a compiler that outlived its builder still writes into is left for the next sweep. */
function remove(dir: string): void {
  try {
    rmSync(dir, { recursive: true, force: true, maxRetries: 2 });
  } catch {
    // No build fails because of it.
  }
}
