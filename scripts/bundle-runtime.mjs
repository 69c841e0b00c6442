/**
 * `dist/runtime.js`: the runtime as text, which `runtime/code-cache.ts` evaluates. It is one file, which other bundlers can
 * take in; what they and deployment tracers must see, the `require` of the binaries, stands outside of the text.
 */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { bundle } from './bundle.mjs';
import { binaries, directBuiltins, inCommonJs, requireBinary } from './bundle-plugins.mjs';
import { root } from './root.mjs';

/** @returns {Promise<import('./bundle.mjs').Bundle>} */
export async function bundleRuntime() {
  const runtime = await bundle({ runtime: 'runtime/index.ts' }, { codeSplitting: false }, [
    binaries('export const loadStatic = (platform) => requireBinary(platform);'),
    directBuiltins(),
    parameter,
  ]);
  const { code, exports } = runtime.files[0];
  const text = inASCII(`(function (meta, requireBinary) { 'use strict'; ${code.replace(EXPORTS, returned)}})`);
  const entry = `
import { pathToFileURL } from 'node:url';
import { loadStatic } from 'usegolib:binaries';
import { evaluate } from './runtime/code-cache.ts';
const text = \`${text.replace(/[\\`]|\$\{/g, '\\$&')}\`;
const id = '${createHash('sha256').update(text).digest('hex').slice(0, 16)}';
const start = evaluate({ text, id, file: 'usegolib/dist/runtime.js', line: LINES_BEFORE });
export const { ${exports.join(', ')} } = start({ url: import.meta.url || String(pathToFileURL(__filename)) }, loadStatic);
`;
  const whole = await bundle({ runtime: 'usegolib:runtime' }, { codeSplitting: false }, [
    virtual({ 'usegolib:runtime': entry, 'usegolib:binaries': requireBinary() }),
    inCommonJs,
    directBuiltins(['node:module']), // bundlers and tracers know an imported createRequire
    linesBefore,
  ]);
  return { files: whole.files, packages: [...runtime.packages, ...whole.packages] };
}

/** @type {import('rolldown').Plugin} */
const linesBefore = {
  name: 'lines-before',
  renderChunk: (code) =>
    code.replace(
      'LINES_BEFORE',
      String(code.slice(0, code.indexOf('`(function (meta')).split('\n').length - 1),
    ),
};

const EXPORTS = /^export \{ ([^}]*) \};\s*$/m;

/** @param {string} _ @param {string} names `a as b, c` */
const returned = (_, names) => `return { ${names.replace(/(\w+) as (\w+)/g, '$2: $1')} };\n`;

/** V8 needs twice the memory, and time, for a text with other characters. @param {string} code */
function inASCII(code) {
  return code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The text is no module: `import.meta` is a parameter. @type {import('rolldown').Plugin} */
const parameter = { name: 'parameter', renderChunk: (code) => code.replaceAll('import.meta', 'meta') };

/** @param {Record<string, string>} modules @returns {import('rolldown').Plugin} */
const virtual = (modules) => ({
  name: 'virtual',
  resolveId: (id, importer) => {
    if (id in modules) return id;
    return importer !== undefined && importer in modules && id.startsWith('.') ? join(root, id) : null;
  },
  load: (id) => modules[id] ?? null,
});
