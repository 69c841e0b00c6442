/** Rolldown plugins that keep native binaries findable, install scripts out, and the start short. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

const { optionalDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const { version } = JSON.parse(readFileSync(join(root, 'node_modules/koffi/package.json'), 'utf8'));

/**
 * koffi finds its binary through a computed path, which deployment tracers (Vercel nft, Next standalone) do not see:
 * they would leave the binary behind. This is one literal `require` per platform. A binary that is not installed is no
 * error before a library is opened, so that importing the runtime never fails.
 */
export function requireBinary() {
  const rows = Object.keys(optionalDependencies).map((name) => {
    const platform = name.replace('@koromix/koffi-', '');
    return `      case '${platform}':\n        return require('${name}/${platform.replace('-', '_')}/koffi.node');`;
  });
  return `function requireBinary(platform) {
  let missing = new Error('koffi has no binary for ' + platform);
  try {
    switch (platform) {
${rows.join('\n')}
    }
  } catch (error) {
    missing = error;
  }
  return { version: '${version}', type() {}, load() { throw missing; } };
}
`;
}

/**
 * In the place of koffi's own search.
 * @param {string} before what `requireBinary` stands in
 * @returns {import('rolldown').Plugin}
 */
export const binaries = (before) => ({
  name: 'binaries',
  load: (id) =>
    /koffi[\\/]src[\\/]koffi[\\/]src[\\/]static\.js$/.test(id)
      ? `${before}export const loadStatic = (platform) => requireBinary(platform);`
      : null,
});

/**
 * Of msgpackr only what reads is bundled: its entry also brings what writes, which every program would load, and tries to
 * require a native part, `msgpackr-extract`, whose package has an install script.
 * @type {import('rolldown').Plugin}
 */
export const readingOnly = {
  name: 'reading-only',
  resolveId: (source) => (source === 'msgpackr' ? join(root, 'node_modules/msgpackr/unpack.js') : null),
};

/**
 * An `import` of a module of Node makes all its exports, those too that load further modules when they are first read:
 * `node:fs` all of the streams. That is 3 ms of a start that takes few.
 * @param {string[]} [kept] modules that are imported
 * @returns {import('rolldown').Plugin}
 */
export const directBuiltins = (kept = []) => ({
  name: 'direct-builtins',
  renderChunk: (code) =>
    code.replace(
      /^import (?:(\w+)(?:, )?)?(?:\* as (\w+))?(\{[^}]*\})? from "(node:[\w/]+)";$/gm,
      (line, whole, star, names, id) => {
        if (kept.includes(id)) return line;
        const builtin = `process.getBuiltinModule("${id}")`;
        const namespace = whole ?? star;
        const parts = names?.replaceAll(' as ', ': ');
        if (namespace && parts) return `const ${namespace} = ${builtin}, ${parts} = ${namespace};`;
        return `const ${namespace ?? parts} = ${builtin};`;
      },
    ),
});
