import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findLocalModule, isFolderSpec } from '../manifests/local.ts';
import type { Lockfile } from '../manifests/lockfile.ts';
import { unescapeCapitals } from '../manifests/store.ts';
import type { Outcome } from './build.ts';
import { checkSums, lockIn, lockOf } from './lockfile.ts';
import { emptyModuleCache } from './module-cache.ts';
import type { Report } from './report.ts';

/** The folder of a project with every Go module that its library needs, in the layout of a module proxy. */
export const VENDOR = 'usegolib-vendor';

/**
 * Builds what is locked from the project's vendor folder, if it has one: no network is asked, and the lock's sums stand in
 * for the checksum database. Anything else is built as ever.
 *
 * @throws LockError where a vendored module is not what is locked.
 */
export async function withVendored(
  dir: string | undefined,
  specs: readonly string[],
  build: () => Promise<Outcome>,
): Promise<Outcome> {
  const folder = dir && join(dir, VENDOR);
  const lock = folder && existsSync(folder) ? lockIn(dir) : undefined;
  if (!folder || !lock || !specs.every((spec) => isLocked(spec, lock, dir))) return build();
  Object.assign(process.env, { GOPROXY: pathToFileURL(folder).href, GONOPROXY: 'none', GOSUMDB: 'off' });
  const outcome = await build();
  checkSums(lock, lockOf(outcome.manifest, [], dir));
  return outcome;
}

function isLocked(spec: string, { specs, modules }: Lockfile, dir: string): boolean {
  if (!isFolderSpec(spec)) return specs.includes(spec);
  const real = findLocalModule(resolve(spec))?.dir;
  return modules.some((module) => module.dir !== undefined && resolve(dir, module.dir) === real);
}

/**
 * Fills the vendor folder with what `build` downloads into an empty module cache, checked as ever. Returns the modules.
 *
 * @param build builds what is locked, whatever the store has
 */
export async function vendor(dir: string, build: () => Promise<unknown>, report: Report): Promise<string[]> {
  const cache = mkdtempSync(join(tmpdir(), 'usegolib-modules-'));
  const folder = join(dir, VENDOR);
  const aside = `${folder}.tmp-${process.pid}`;
  const before = `${aside}-before`;
  // The build must not find it: what is there may be what is to be replaced.
  if (existsSync(folder)) renameSync(folder, before);
  process.env['GOMODCACHE'] = cache;
  try {
    await build();
    const downloads = join(cache, 'cache', 'download');
    mkdirSync(aside, { recursive: true });
    if (existsSync(downloads)) {
      // What the checksum database said stays here, and so do the go command's locks.
      const wanted = (path: string) => !/^sumdb$|@v[\\/][^\\/]+\.lock$/.test(relative(downloads, path));
      cpSync(downloads, aside, { recursive: true, filter: wanted });
    }
    renameSync(aside, folder);
    return vendored(folder);
  } finally {
    if (!existsSync(folder) && existsSync(before)) renameSync(before, folder);
    for (const left of [aside, before]) rmSync(left, { recursive: true, force: true });
    await emptyModuleCache(cache, report);
    rmSync(cache, { recursive: true, force: true });
  }
}

/** `path@version` of each module whose sources are there; of some, only what they require is needed. */
function vendored(folder: string): string[] {
  const zips = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.zip'));
  return zips
    .map((name) => {
      const path = dirname(dirname(name)).replaceAll('\\', '/');
      return unescapeCapitals(`${path}@${basename(name, '.zip')}`);
    })
    .sort();
}
