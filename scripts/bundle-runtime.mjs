/**
 * The runtime, in two forms of one text. `dist/runtime.js` is a module, which other bundlers take in. `dist/start.js`, which
 * Node is given, evaluates the text of that module together with what V8 made of it before.
 */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { bundle } from './bundle.mjs';
import { binaries, directBuiltins, requireBinary } from './bundle-plugins.mjs';
import { root } from './root.mjs';

/** What the text needs: bundlers and deployment tracers see the `require` of the binaries outside of it. */
const PARAMETERS = 'createRequire, meta, requireBinary';
// Who bundles the module once more, into CommonJS, has an empty `import.meta` there.
const HEAD = `import { createRequire } from "node:module";
const meta = { url: import.meta.url || String(process.getBuiltinModule("node:url").pathToFileURL(__filename)) };
const require = createRequire(import.meta.url || __filename);
${requireBinary()}`;

/** @returns {Promise<import('./bundle.mjs').Bundle>} */
export async function bundleRuntime() {
  const runtime = await bundle({ runtime: 'runtime/index.ts' }, { codeSplitting: false }, [
    binaries(''),
    directBuiltins(['node:module']),
  ]);
  const code = inASCII(runtime.files[0].code.replaceAll('import.meta', 'meta'));
  const [, text, names] = MODULE.exec(code) ?? [];
  if (!text || !names) throw new Error('the bundled runtime is not an import, a text and its exports');
  const result = `return { ${names.replace(/(\w+) as (\w+)/g, '$2: $1')} };`;
  const part = {
    begin: BEGIN,
    end: END,
    line: `${HEAD}${BEGIN}`.split('\n').length - 1,
    id: createHash('sha256').update(PARAMETERS).update(text).update(result).digest('hex').slice(0, 16),
    parameters: PARAMETERS,
    result,
  };
  const exported = names.replace(/\w+ as /g, '');
  const start = await bundle({ start: ENTRY }, { codeSplitting: false }, [
    entry(`${HEAD}
import { readPart } from ${JSON.stringify(join(root, 'runtime/start.ts'))};
// No arrow function: nft does not see the file in one.
function text() {
  return new URL('./runtime.js', import.meta.url);
}
const start = readPart(text, ${JSON.stringify(part)});
export const { ${exported} } = start(${PARAMETERS});
`),
    directBuiltins(['node:module']),
  ]);
  const module = { fileName: 'runtime.js', code: `${HEAD}${BEGIN}${text}${END}export { ${names} };\n` };
  return { files: [module, ...start.files], packages: [...runtime.packages, ...start.packages] };
}

const BEGIN = '// What start.js evaluates begins here.\n';
const END = '// What start.js evaluates ends here.\n';
const MODULE = /^import \{ createRequire \} from "node:module";\n(.*)^export \{ ([^}]*) \};\s*$/ms;

/** V8 needs twice the memory, and time, for a text with other characters. @param {string} code */
function inASCII(code) {
  return code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

const ENTRY = 'usegolib:start';

/** @param {string} code @returns {import('rolldown').Plugin} */
const entry = (code) => ({
  name: 'entry',
  resolveId: (id) => (id === ENTRY ? id : null),
  load: (id) => (id === ENTRY ? code : null),
});
