/** Builds what usegolib is measured against, with the toolchain usegolib builds with. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { toolchain } from '../../scripts/go.mjs';
import { root } from '../../scripts/root.mjs';

const { include_dir: headers } = createRequire(import.meta.url)('node-api-headers');

/**
 * @param {string} folder
 * @returns {{ library: string, copy: string, addon: string, frames: string, child: string }} paths; raw koffi and the addon each get a Go
 *   runtime of their own: koffi's stack would spoil the addon's calls, since Go remembers one stack per thread
 */
export function buildPeers(folder) {
  mkdirSync(folder, { recursive: true });
  const { go, env } = toolchain();
  const library = join(folder, 'exports.so');
  const copy = join(folder, 'exports-copy.so');
  const child = join(folder, 'child');
  const peers = join(root, 'bench/peers');
  const options = /** @type {const} */ ({ stdio: 'inherit' });
  execFileSync(go, ['build', '-buildmode=c-shared', '-trimpath', '-o', library, '.'], {
    ...options,
    cwd: join(peers, 'exports'),
    env: { ...env, CGO_ENABLED: '1', CGO_CFLAGS: '-O2' }, // a library of usegolib hides all but its own exports
  });
  copyFileSync(library, copy);
  execFileSync(go, ['build', '-trimpath', '-o', child, '.'], { ...options, cwd: join(peers, 'child'), env });
  const [cc, ...flags] = (env.CC ?? 'cc').split(' ');
  const linker = process.platform === 'darwin' ? ['-undefined', 'dynamic_lookup'] : [];
  for (const name of ['addon', 'frames']) {
    const args = ['-shared', '-fPIC', '-O2', ...linker, '-I', headers, '-o', join(folder, `${name}.node`)];
    execFileSync(cc, [...flags, ...args, join(peers, `${name}.c`)], { ...options, env });
  }
  return { library, copy, addon: join(folder, 'addon.node'), frames: join(folder, 'frames.node'), child };
}
