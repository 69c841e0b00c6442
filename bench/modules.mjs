/** What importing and building a real module costs, beside what nobody can go below: koffi's own loading, a plain `go build`. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { toolchain } from '../scripts/go.mjs';
import { root } from '../scripts/root.mjs';

const rounds = 15;
const cli = join(root, 'dist/cli.js');

/** Module, package, and a first call. */
const modules = [
  { spec: 'github.com/yuin/goldmark@v1.8.7', path: 'github.com/yuin/goldmark', first: 'm.New()' },
  {
    spec: 'github.com/xuri/excelize/v2@v2.11.0',
    path: 'github.com/xuri/excelize/v2',
    first: 'm.ColumnNumberToName(28)',
  },
  { spec: 'cel.dev/cel-go/cel@v0.33.2', path: 'cel.dev/cel-go/cel', first: "m.Variable('x', m.IntType)" },
];

/**
 * Milliseconds, and bytes of the libraries. `koffi`: koffi is loaded; `start`: it has loaded the library, and Go has answered.
 * @typedef {{ name: string, koffi: number, start: number, import: number, build: number, plain: number, bytes: number, plainBytes: number }} Cost
 */

/**
 * @param {string} folder for what is built
 * @returns {Cost[]}
 */
export function measureModules(folder) {
  return modules.map(({ spec, path, first }) => {
    const store = join(folder, 'store');
    const build = () => json(process.execPath, [cli, 'build', '--json', '--force', '--out', store, spec]);
    build(); // what both compile alike is in Go's cache from here on
    const built = best(3, build);
    const { manifest } = build();
    const library = join(dirname(manifest), 'libusegolib.so');
    const plain = plainBuild(join(folder, 'plain'), spec, path);
    const script = `const { importGo } = await import(${JSON.stringify(join(root, 'dist/start.js'))});
      const m = await importGo(${JSON.stringify(path)}, { artifactDir: ${JSON.stringify(store)} }); ${first};`;
    const bare = `const { default: koffi } = await import('koffi');
      koffi.load(${JSON.stringify(library)}).func('int ug_abi(int)')(0);`;
    const [alone, start, whole] = inProcess(["await import('koffi');", bare, script]);
    return {
      name: path,
      koffi: alone,
      start,
      import: whole,
      build: built,
      ...plain,
      bytes: statSync(library).size,
    };
  });
}

/** What a main that only imports the package takes. @param {string} folder @param {string} spec @param {string} path */
function plainBuild(folder, spec, path) {
  const { go, env } = toolchain();
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const options = { cwd: folder, env, stdio: /** @type {const} */ ('ignore') };
  writeFileSync(join(folder, 'go.mod'), 'module plain\n');
  writeFileSync(join(folder, 'main.go'), `package main\n\nimport "C"\nimport _ "${path}"\n\nfunc main() {}\n`);
  execFileSync(go, ['get', spec], options);
  const library = join(folder, 'plain.so');
  const build = () => {
    rmSync(library, { force: true });
    const flags = ['-buildmode=c-shared', '-trimpath', '-buildvcs=false', '-ldflags=-s -w', '-o', library, '.'];
    execFileSync(go, ['build', ...flags], options);
  };
  build();
  return { plain: best(3, build), plainBytes: statSync(library).size };
}

/**
 * Milliseconds of each program in a fresh process, without the start of Node; by turns, and the best counts.
 * @param {[string, string, string]} programs
 * @returns {[number, number, number]}
 */
function inProcess(programs) {
  const run = (/** @type {string} */ program) => {
    const code = `const start = performance.now(); ${program}; process.stdout.write(String(performance.now() - start));`;
    return Number(execFileSync(process.execPath, ['--input-type=module', '-e', code], { cwd: root }));
  };
  const times = Array.from({ length: rounds }, () => programs.map(run));
  const [a, b, c] = programs.map((_, i) => Math.min(...times.map((round) => round[i])));
  return [a, b, c];
}

/** @param {number} times @param {() => unknown} run */
function best(times, run) {
  return Math.min(
    ...Array.from({ length: times }, () => {
      const start = performance.now();
      run();
      return performance.now() - start;
    }),
  );
}

/** @param {string} file @param {string[]} args */
function json(file, args) {
  return JSON.parse(execFileSync(file, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
}
