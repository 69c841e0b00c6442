/**
 * `node scripts/install-matrix.mjs [npm pnpm yarn…]`: a packaged module installed by npm, pnpm, Yarn, Bun and Deno beside each line of
 * Node, from a registry on the loopback interface, without Go and without a compiler; imported, required and type-checked there.
 * Prints a table, and with all rows writes it into PACKAGES.md; exits with 1 where a cell is not what it must be. Linux x64: Node and the installers come as npm packages.
 */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Project } from '../test/support/project.mjs';
import { fetchNode, fetchTarball } from './packages/fetched.mjs';
import {
  NAME,
  PRINTS,
  PROGRAM,
  REQUIRED,
  REQUIRED_PRINTS,
  TSCONFIG,
  TYPED,
  withGoldmark,
} from './packages/goldmark.mjs';
import { fetchInstaller, INSTALLERS } from './packages/installers.mjs';
import { markdown, record } from './packages/table.mjs';

/** @import { Registry } from '../test/support/registry.mjs' */
/** @import { Installer } from './packages/installers.mjs' */

const LINES = ['20', '22', '24', '26'];
/** The compiler each project has as its own: Yarn's PnP patches it, and does not know later ones. */
const TYPESCRIPT = '5.9.3';

let failed = false;
const wanted = process.argv.slice(2);
const aside = mkdtempSync(join(tmpdir(), 'usegolib-matrix-'));
try {
  await withGoldmark(async (registry) => {
    registry.add(fetchTarball(`typescript@${TYPESCRIPT}`, aside));
    const rows = [];
    for (const installer of INSTALLERS.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
      const cells = [];
      for (const line of LINES) cells.push(await cell(installer, line, registry));
      rows.push([installer.name, ...cells]);
    }
    const table = markdown(['', ...LINES.map((line) => `Node ${line}`)], rows);
    console.log(table);
    if (wanted.length === 0 && !failed) record('install-matrix', table);
  });
} finally {
  rmSync(aside, { recursive: true, force: true });
}
process.exitCode = failed ? 1 : 0;

/**
 * @param {Installer} installer
 * @param {string} line
 * @param {Registry} registry
 */
async function cell(installer, line, registry) {
  const node = fetchNode(line);
  const { words, version } = fetchInstaller(installer, line, node);
  const project = new Project(registry);
  try {
    prepare(project, installer, node, registry);
    const app = installer.app ? `${installer.app}/` : '';
    const by = (/** @type {string[]} */ [file, ...args]) => project.run(file, args);
    const start = (/** @type {string} */ file) =>
      by(installer.through ? [...words, ...installer.through, file] : [node, app + file]);
    const tsc = installer.through ? [...words, 'tsc'] : [node, 'node_modules/typescript/bin/tsc'];
    const steps = [
      { step: 'install', run: () => by([...words, 'install']) },
      { step: 'import', run: () => start('program.mjs'), prints: PRINTS },
      { step: 'require', run: () => start('required.cjs'), prints: REQUIRED_PRINTS },
      { step: 'types', run: () => by([...tsc, '-p', app || '.']), prints: '' },
    ];
    const { itself } = installer;
    if (itself)
      steps.push({ step: 'run by itself', run: () => by([...words, ...itself, 'program.mjs']), prints: PRINTS });
    for (const { step, run, prints } of steps) {
      const { code, stdout, stderr } = await run();
      const works = code === 0 && (prints === undefined || stdout + stderr === prints);
      if (works !== (installer.lacks?.(line) === step)) continue;
      const what = works ? 'works, which was not expected' : `ended with ${code}`;
      console.error(`${installer.name} ${version}, Node ${line}: ${step} ${what}\n${stdout}${stderr}`);
      failed = true;
      return `${version}: fails at ${step}`;
    }
    const lacks = installer.lacks?.(line);
    return lacks ? `${version}, but ${lacks}` : version;
  } finally {
    project.remove();
  }
}

/**
 * @param {Project} project
 * @param {Installer} installer
 * @param {string} node
 * @param {Registry} registry
 */
function prepare(project, installer, node, registry) {
  // All that is on PATH: no Go, no compiler, not even a shell.
  const bin = join(project.dir, 'bin');
  mkdirSync(bin);
  symlinkSync(node, join(bin, 'node'));
  const [home, cache] = [project.dir, join(project.dir, 'cache')];
  project.env = { PATH: bin, HOME: home, USEGOLIB_CACHE_DIR: cache, DENO_DIR: cache, CI: '1' };
  installer.prepare?.(project, registry.url);
  const app = installer.app ? `${installer.app}/` : '';
  const common = { private: true, type: 'module' };
  const compiler = { typescript: TYPESCRIPT };
  const dependencies = { [NAME]: '*', ...compiler };
  if (app) {
    const workspaces = ['packages/*'];
    project.write('package.json', JSON.stringify({ name: 'project', ...common, workspaces, dependencies: compiler }));
  }
  project.write(`${app}package.json`, JSON.stringify({ name: 'app', ...common, dependencies }));
  project.write(`${app}program.mjs`, PROGRAM);
  project.write(`${app}required.cjs`, REQUIRED);
  project.write(`${app}typed.ts`, TYPED);
  project.write(`${app}tsconfig.json`, JSON.stringify(TSCONFIG));
}
