import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { BuildError } from '../abi/errors.ts';
import { cacheRoot } from '../manifests/cache-root.ts';
import { sha256 } from '../manifests/sha256.ts';
import { commandLine, run } from './process.ts';
import type { Report } from './report.ts';
import { chooseGo, locateGo } from './toolchain/go.ts';

/**
 * Go's module cache of this process: the user's own, the one that `gomodcache` names, or with `redownload` one that holds
 * nothing yet. The user's own is never emptied.
 */
export async function useModuleCache(
  specs: string[],
  { gomodcache, redownload }: { gomodcache?: string; redownload?: boolean },
  report: Report,
): Promise<void> {
  if (!gomodcache && !redownload) return;
  const key = sha256(specs.join('\n')).slice(0, 24);
  const folder = gomodcache ? resolve(gomodcache) : join(cacheRoot(), 'modules', key);
  mkdirSync(folder, { recursive: true });
  process.env['GOMODCACHE'] = folder;
  if (redownload) await emptyModuleCache(folder, report);
}

/** By the go command: what it downloads is read-only, and a plain removal fails for all but root. */
export async function emptyModuleCache(folder: string, report: Report): Promise<void> {
  await locateGo();
  const go = await chooseGo('1.0', report);
  const clean = {
    file: go.path,
    args: ['clean', '-modcache'],
    env: { ...process.env, GOMODCACHE: folder, GOFLAGS: '' },
  };
  const { code, stderr } = await run(clean);
  if (code === 0) return;
  throw new BuildError(`the module cache ${folder} cannot be emptied`, {
    code: 'GO_FAILED',
    path: folder,
    command: commandLine(clean),
    output: stderr,
  });
}
