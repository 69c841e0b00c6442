import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where artifacts are kept: `USEGOLIB_ARTIFACT_DIR`, or `artifacts` in the user's cache folder. */
export function storeRoot(env: NodeJS.ProcessEnv = process.env): string {
  return env['USEGOLIB_ARTIFACT_DIR'] || join(cacheRoot(env), 'artifacts');
}

/** usegolib's folder in the OS cache folder (`USEGOLIB_CACHE_DIR` moves it): toolchains, scratch modules, artifacts. */
export function cacheRoot(env: NodeJS.ProcessEnv = process.env, platform: string = process.platform): string {
  if (env['USEGOLIB_CACHE_DIR']) return env['USEGOLIB_CACHE_DIR'];
  const home = homeFolder();
  if (platform === 'win32') return join(env['LOCALAPPDATA'] || join(home, 'AppData', 'Local'), 'usegolib', 'Cache');
  if (platform === 'darwin') return join(home, 'Library', 'Caches', 'usegolib');
  return join(env['XDG_CACHE_HOME'] || join(home, '.cache'), 'usegolib');
}

/** A user whom the system does not know has none. It is `/` then, as in Docker: nobody but root keeps anything there. */
function homeFolder(): string {
  try {
    return homedir() || '/';
  } catch {
    return '/';
  }
}
