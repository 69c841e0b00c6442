/**
 * `npm run build`: `dist/cli.js` with what its commands load, `dist/runtime.js`, one file because it is loaded with every
 * program, everything they import bundled, and the public types.
 * The published package has no dependency with an install script: npm, pnpm and Yarn block or fail on those.
 */
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, relative, sep } from 'node:path';
import { rolldown } from 'rolldown';
import { directBuiltins, inCommonJs, literalBinaries, readingOnly } from './bundle-plugins.mjs';
import { root } from './root.mjs';

// Built aside and renamed: a test that runs the CLI meanwhile never sees half a build.
const aside = join(root, `dist.tmp-${process.pid}`);
const dist = join(root, 'dist');

try {
  mkdirSync(aside);
  const packages = [
    ...(await bundle({ cli: 'builder/cli.ts' }, { chunkFileNames: 'chunks/[name]-[hash].js' })),
    ...(await bundle({ runtime: 'runtime/index.ts' }, { codeSplitting: false })),
  ];
  writeFileSync(join(aside, 'THIRD_PARTY_LICENSES'), licences([...new Set(packages)].sort()));
  for (const name of ['cli.schema.json', 'config.schema.json'])
    copyFileSync(join(root, 'manifests', name), join(aside, name));
  execFileSync(
    process.execPath,
    [
      join(root, 'node_modules/typescript/bin/tsc'),
      '-p',
      join(root, 'tsconfig.types.json'),
      '--outDir',
      join(aside, 'types'),
    ],
    { stdio: 'inherit' },
  );
  const old = `${dist}.old-${process.pid}`;
  if (existsSync(dist)) renameSync(dist, old);
  renameSync(aside, dist);
  rmSync(old, { recursive: true, force: true });
} finally {
  rmSync(aside, { recursive: true, force: true });
}

/**
 * @param {Record<string, string>} input
 * @param {import('rolldown').OutputOptions} options
 * @returns {Promise<string[]>} the names of the npm packages that ended up in the bundle
 */
async function bundle(input, options) {
  const build = await rolldown({
    cwd: root,
    input,
    platform: 'node',
    // Platform binaries stay outside; msgpackr's native part is left out (its JavaScript is as fast, and it has a script).
    external: [/^@koromix\//],
    plugins: [literalBinaries, readingOnly, inCommonJs, directBuiltins],
    onLog(level, log, handler) {
      if (level === 'warn') throw new Error(`rolldown: ${log.message}`);
      handler(level, log);
    },
  });
  const { output } = await build.write({
    dir: aside,
    format: 'esm',
    entryFileNames: '[name].js',
    minify: false,
    ...options,
    banner: (chunk) => (chunk.name === 'cli' && chunk.isEntry ? '#!/usr/bin/env node' : ''),
  });
  await build.close();
  chmodSync(join(aside, 'cli.js'), 0o755);
  const modules = output.flatMap((part) => (part.type === 'chunk' ? Object.keys(part.modules) : []));
  const names = modules.flatMap((id) => {
    const path = relative(root, id).split(sep);
    const at = path.lastIndexOf('node_modules');
    if (at < 0) return [];
    return [path[at + 1].startsWith('@') ? `${path[at + 1]}/${path[at + 2]}` : path[at + 1]];
  });
  return names;
}

/**
 * The licence of everything that was bundled; a package without a licence file fails the build.
 * @param {string[]} names
 */
function licences(names) {
  const texts = names.map((name) => {
    const folder = join(root, 'node_modules', name);
    const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    if (!file) throw new Error(`${name} is bundled but has no licence file`);
    return `${name} ${version} (${license})\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
  });
  return texts.join(`\n${'-'.repeat(80)}\n\n`);
}
