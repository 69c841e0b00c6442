/**
 * `npm run build`: `dist/cli.js` with what its commands load, the runtime (`bundle-runtime.mjs`), everything they import
 * bundled, and the public types.
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
import { dirname, join } from 'node:path';
import { bundle } from './bundle.mjs';
import { binaries, directBuiltins, requireBinary } from './bundle-plugins.mjs';
import { bundleRuntime } from './bundle-runtime.mjs';
import { root } from './root.mjs';

// Built aside and renamed: a test that runs the CLI meanwhile never sees half a build.
const aside = join(root, `dist.tmp-${process.pid}`);
const dist = join(root, 'dist');

try {
  mkdirSync(aside);
  const bundles = [
    await bundle({ cli: 'builder/cli.ts' }, { chunkFileNames: 'chunks/[name]-[hash].js', banner: shebang }, [
      binaries(`import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
${requireBinary()}`),
      directBuiltins(),
    ]),
    await bundleRuntime(),
  ];
  for (const { fileName, code } of bundles.flatMap(({ files }) => files)) {
    mkdirSync(dirname(join(aside, fileName)), { recursive: true });
    writeFileSync(join(aside, fileName), code);
  }
  chmodSync(join(aside, 'cli.js'), 0o755);
  const packages = new Set(bundles.flatMap((one) => one.packages));
  writeFileSync(join(aside, 'THIRD_PARTY_LICENSES'), licences([...packages].sort()));
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

/** @param {import('rolldown').RenderedChunk} chunk */
function shebang(chunk) {
  return chunk.name === 'cli' && chunk.isEntry ? '#!/usr/bin/env node' : '';
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
