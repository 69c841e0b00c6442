/** What is published is bundled by rolldown, everything that it imports with it. */
import { relative, sep } from 'node:path';
import { rolldown } from 'rolldown';
import { readingOnly } from './bundle-plugins.mjs';
import { root } from './root.mjs';

/** @typedef {{ files: { fileName: string, code: string, exports?: string[] }[], packages: string[] }} Bundle `packages`: npm packages that are in it */

/**
 * @param {Record<string, string>} input
 * @param {import('rolldown').OutputOptions} output
 * @param {import('rolldown').Plugin[]} plugins
 * @returns {Promise<Bundle>}
 */
export async function bundle(input, output, plugins) {
  const build = await rolldown({
    cwd: root,
    input,
    platform: 'node',
    // Platform binaries stay outside; msgpackr's native part is left out (its JavaScript is as fast, and it has a script).
    external: [/^@koromix\//],
    plugins: [...plugins, readingOnly],
    onLog(level, log, handler) {
      if (level === 'warn') throw new Error(`rolldown: ${log.message}`);
      handler(level, log);
    },
  });
  const made = await build.generate({ format: 'esm', entryFileNames: '[name].js', minify: false, ...output });
  await build.close();
  const files = made.output.flatMap((part) => (part.type === 'chunk' ? [part] : []));
  return { files, packages: files.flatMap(({ modules }) => Object.keys(modules).flatMap(packageOf)) };
}

/** @param {string} id a module's path */
function packageOf(id) {
  const path = relative(root, id).split(sep);
  const at = path.lastIndexOf('node_modules');
  if (at < 0) return [];
  return [path[at + 1].startsWith('@') ? `${path[at + 1]}/${path[at + 2]}` : path[at + 1]];
}
