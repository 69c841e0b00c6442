/**
 * Who may import whom (ARCHITECTURE.md), as data, and the check of every import line against it.
 * A row names a place (a folder, or a file without its extension) and what it may import besides its own folder.
 * The longest place that fits decides, so one file can be allowed more, or less, than its folder.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { root } from './root.mjs';

/** @typedef {{ place: string, may: string[], npm?: string[], own?: boolean }} Row `own: false`: not even its own folder */

/** @type {Row[]} */
export const typescript = [
  { place: 'abi', may: [] },
  { place: 'manifests', may: ['abi'] },
  { place: 'runtime', may: ['manifests', 'abi'], npm: ['msgpackr'] },
  { place: 'runtime/native/koffi', may: ['runtime', 'manifests', 'abi'], npm: ['koffi'] },
  { place: 'builder', may: ['manifests', 'abi'], npm: ['proper-lockfile', 'fflate'] },
  // cli → commands → package → build → the five steps → what they stand on. Steps never import each other.
  { place: 'builder/cli', may: ['builder', 'manifests', 'abi'], npm: ['commander'] },
  { place: 'builder/commands', may: ['builder', 'manifests', 'abi'], npm: ['commander'] },
  { place: 'builder/completion', may: [], npm: ['commander'] },
  // One file through which a command starts the runtime.
  { place: 'builder/start-runtime', may: ['runtime'] },
  { place: 'builder/build', may: ['builder', 'manifests', 'abi'] },
];

/** Places of which no two may meet, and who may import them at all. */
export const steps = ['builder/resolve', 'builder/scan', 'builder/compile', 'builder/audit', 'builder/seal'];
export const layers = [
  'builder/cli',
  'builder/commands',
  'builder/add',
  'builder/vendor',
  'builder/bindings',
  'builder/package',
  'builder/build',
];

/** Go packages by folder below `bridge-go`; everything else must be of the standard library. */
/** @type {Record<string, string[]>} */
export const go = {
  'bridge/abi': [],
  'bridge/wire': ['bridge/abi'],
  'bridge/handle': ['bridge/abi'],
  'bridge/lane': ['bridge/abi'],
  'bridge/jsref': [],
  'bridge/goerr': ['bridge/wire', 'bridge/jsref'],
  'bridge/call': ['bridge/abi', 'bridge/wire', 'bridge/handle', 'bridge/lane', 'bridge/goerr', 'bridge/jsref'],
  'bridge/export': ['bridge/abi', 'bridge/call', 'bridge/lane'],
  gen: ['gen/load', 'gen/gate', 'gen/print', 'gen/docs', 'gen/model'],
  'gen/model': [],
  'gen/load': ['gen/model'],
  'gen/gate': ['gen/model'],
  'gen/print': ['gen/model'],
  'gen/docs': ['gen/model'],
};

/** @typedef {{ file: string, line: number, target: string, type?: boolean }} Import `type`: gone when the program runs */

/**
 * Every import of a source text, with its line. Comments and strings that look like one are the reader's problem, not ours:
 * the formatter keeps one import on lines of a known shape.
 * @param {string} file path from the root, with `/`
 * @param {string} text
 * @returns {Import[]}
 */
export function importsOf(file, text) {
  const pattern = file.endsWith('.go')
    ? /^(?:import )?\t?(?:[\w.]+ )?"([^"\n]+)"$/gm
    : /(?:^|\n)(?:import|export)\b[^;'"]*?from '([^']+)'|(?:^|\n)import '([^']+)'|\bimport\('([^']+)'\)/g;
  const body = file.endsWith('.go') ? goImportBlock(text) : text;
  return [...body.matchAll(pattern)].map((match) => ({
    file,
    line: body.slice(0, match.index + match[0].length).split('\n').length,
    target: match[1] ?? match[2] ?? match[3],
    type: /^\s*(import|export) type\b/.test(match[0]),
  }));
}

/** @param {string} text Go source up to the end of its import declarations */
function goImportBlock(text) {
  const end = text.search(/^(?:func|type|var|const)\b/m);
  return end < 0 ? text : text.slice(0, end);
}

/**
 * @param {Import} found
 * @returns {string | undefined} what is wrong with it, if anything
 */
export function complaint(found) {
  return found.file.endsWith('.go') ? goComplaint(found) : typescriptComplaint(found);
}

/** @param {Import} found */
function goComplaint({ file, line, target }) {
  const where = `${file}:${line}`;
  const folder = posix.dirname(file).replace(/^bridge-go\//, '');
  const own = target.match(/^usegolib\.internal\/(.+)$/)?.[1];
  if (!own) {
    return target.split('/')[0].includes('.') ? `${where}: ${target} is not of the standard library` : undefined;
  }
  const allowed = go[folder];
  if (!allowed) return `${where}: ${folder} has no row in scripts/import-table.mjs`;
  return allowed.includes(own) ? undefined : `${where}: ${folder} must not import ${own}`;
}

/** @param {Import} found */
function typescriptComplaint({ file, line, target }) {
  const where = `${file}:${line}`;
  const row = rowOf(file);
  if (!row) return `${where}: no row in scripts/import-table.mjs`;
  if (target.startsWith('node:')) return undefined;
  if (!target.startsWith('.')) {
    return row.npm?.includes(target) ? undefined : `${where}: ${row.place} must not import the npm package ${target}`;
  }
  const to = posix.join(posix.dirname(file), target).replace(/\.(ts|json)$/, '');
  if (!target.endsWith('.ts') && !target.endsWith('.json')) return `${where}: write the extension of ${target}`;
  const home = file.split('/')[0];
  if (![home, ...row.may].some((place) => within(to, place))) return `${where}: ${row.place} must not import ${to}`;
  return builderComplaint(file.replace(/\.ts$/, ''), to, where);
}

/**
 * The order inside the builder.
 * @param {string} from
 * @param {string} to
 * @param {string} where
 */
function builderComplaint(from, to, where) {
  const order = [...layers, ...steps];
  const level = (/** @type {string} */ place) => {
    const at = order.findIndex((name) => within(place, name));
    return at < 0 ? layers.length + 1 : Math.min(at, layers.length);
  };
  const stepOf = (/** @type {string} */ place) => steps.find((name) => within(place, name));
  if (stepOf(from) && stepOf(to) && stepOf(from) !== stepOf(to))
    return `${where}: steps never import each other (${to})`;
  return level(to) < level(from) ? `${where}: ${from} must not import upwards (${to})` : undefined;
}

/** @param {string} file */
function rowOf(file) {
  const path = file.replace(/\.ts$/, '');
  const rows = typescript.filter((row) => within(path, row.place));
  return rows.sort((a, b) => b.place.length - a.place.length)[0];
}

/**
 * @param {string} path
 * @param {string} place
 */
const within = (path, place) => path === place || path.startsWith(`${place}/`);

/** @returns {string[]} every product source file, from the root, with `/`; tests are not held to the table */
export function sources() {
  const folders = ['abi', 'manifests', 'runtime', 'builder', 'bridge-go'];
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /(?<!\.test|_test)\.(ts|go)$/.test(entry.name))
      .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
      .filter((file) => !file.includes('/testdata/')),
  );
}

/** @returns {string[]} every line that breaks the table, and every import cycle */
export function checkImports() {
  const found = sources().flatMap((file) => importsOf(file, readFileSync(join(root, file), 'utf8')));
  return [...found.flatMap((one) => complaint(one) ?? []), ...cycles(found)];
}

/**
 * @param {Import[]} found
 * @returns {string[]} each cycle of TypeScript files once, as `a.ts → b.ts → a.ts`; a type import closes none
 */
export function cycles(found) {
  /** @type {Map<string, string[]>} */
  const graph = new Map();
  for (const { file, target, type } of found) {
    if (type || !target.startsWith('.')) continue;
    graph.set(file, [...(graph.get(file) ?? []), posix.join(dirname(file), target)]);
  }
  const done = new Set();
  /** @type {string[]} */
  const result = [];
  const visit = (/** @type {string} */ file, /** @type {string[]} */ path) => {
    const at = path.indexOf(file);
    if (at >= 0) result.push(`import cycle: ${[...path.slice(at), file].join(' → ')}`);
    if (at >= 0 || done.has(file)) return;
    for (const next of graph.get(file) ?? []) visit(next, [...path, file]);
    done.add(file);
  };
  for (const file of graph.keys()) visit(file, []);
  return result;
}
