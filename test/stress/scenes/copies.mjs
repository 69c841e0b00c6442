// Copies of the runtime in one thread: `node --experimental-vm-modules copies.mjs <artifact>` prints what they saw.
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import vm from 'node:vm';

const [artifact] = process.argv.slice(2);
const dist = fileURLToPath(new URL('../../../dist', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'copies-'));
for (const name of ['dist', 'abi', 'package.json']) {
  cpSync(join(dist, '..', name), join(folder, name), { recursive: true });
}
symlinkSync(join(dist, '../node_modules'), join(folder, 'node_modules'), 'junction');
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

const first = await import(String(pathToFileURL(join(dist, 'start.js'))));
const copy = await import(String(pathToFileURL(join(folder, 'dist/start.js'))));
const realm = await inRealm(join(dist, 'start.js'));

const [a, b, c] = [
  await first.loadArtifact(artifact),
  await copy.loadArtifact(artifact),
  await realm.loadArtifact(artifact),
];

/** @param {any} go */
function work(go) {
  const counter = go.NewCounter(40);
  const seen = [go.Add(40, 2), go.Sum({ X: 1, Y: 2 }), counter.Add(1), counter.Add(1), go.Total(counter)];
  try {
    go.Fail(9);
  } catch (error) {
    seen.push(/** @type {Error} */ (error).message);
  }
  return seen;
}

/** @param {() => unknown} call */
function errorOf(call) {
  try {
    return call();
  } catch (error) {
    return error;
  }
}

// By turns: each writes its own lane, and a block of one must not be read for another.
const turns = [];
for (let i = 0; i < 1000; i++) turns.push(a.Add(i, 1) === i + 1 && c.Add(i, 2) === i + 2 && b.Add(i, 3) === i + 3);
const foreign = /** @type {any} */ (errorOf(() => c.Total(a.NewCounter(1))));
console.log(
  JSON.stringify({
    copies: [copy, realm].map(({ GoLibError }) => GoLibError === first.GoLibError),
    modules: [a === b, a === c],
    works: [work(a), work(b), work(c)],
    turns: turns.every(Boolean),
    known: errorOf(() => b.Add()) instanceof first.GoLibError,
    foreign: [foreign.name, foreign.message],
  }),
);

/**
 * The runtime in a realm of its own, as a test runner loads it: it shares no global with the first.
 * @param {string} file
 */
async function inRealm(file) {
  const { process, Buffer, URL, setImmediate, performance } = globalThis;
  const context = vm.createContext({ process, Buffer, URL, setImmediate, performance });
  /** @type {Map<string, Promise<any>>} */
  const modules = new Map();
  const moduleOf = (/** @type {string} */ path) => {
    const known = modules.get(path) ?? (path.startsWith('node:') ? builtIn(path) : source(path));
    modules.set(path, known);
    return known;
  };
  const builtIn = async (/** @type {string} */ name) => {
    const real = await import(name);
    const module = new vm.SyntheticModule(
      Object.keys(real),
      () => {
        for (const key of Object.keys(real)) module.setExport(key, real[key]);
      },
      { context },
    );
    return module;
  };
  const source = async (/** @type {string} */ path) =>
    new vm.SourceTextModule(readFileSync(path, 'utf8'), {
      context,
      identifier: path,
      initializeImportMeta: (meta) => {
        meta.url = String(pathToFileURL(path));
      },
    });
  const link = (/** @type {string} */ name, /** @type {{ identifier: string }} */ from) =>
    moduleOf(name.startsWith('.') ? join(dirname(from.identifier), name) : name);
  const main = await moduleOf(file);
  await main.link(link);
  await main.evaluate();
  return main.namespace;
}
