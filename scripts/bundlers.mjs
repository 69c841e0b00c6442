/**
 * `node scripts/bundlers.mjs [esbuild…]`: a program that uses a packaged module, bundled by each tool, traced, in an archive of
 * Electron and in a single executable. Says for each whether it runs where it was made, and whether it runs elsewhere with the
 * two packages that hold binaries beside it. Prints a table, and with all rows writes it into PACKAGES.md; exits with 1 where a row is not what it must be.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Project } from '../test/support/project.mjs';
import { BUNDLERS, TOOLS } from './packages/bundlers.mjs';
import { fetchTools } from './packages/fetched.mjs';
import { NAME, PRINTS, PROGRAM, withGoldmark } from './packages/goldmark.mjs';
import { markdown, record } from './packages/table.mjs';

/** @import { Bundler, Place } from './packages/bundlers.mjs' */

const wanted = process.argv.slice(2);
const tools = fetchTools('bundlers', TOOLS);
let failed = false;

await withGoldmark(async (registry, packages) => {
  const project = new Project(registry);
  try {
    project.write('program.mjs', PROGRAM);
    const { code, stderr } = await project.npm('install', NAME);
    if (code !== 0) throw new Error(stderr);
    const binaries = packages.map(({ name }) => name).filter((name) => name !== NAME);
    const place = { dir: realpathSync(project.dir), tools, binaries: [...binaries, koffi()] };
    const rows = BUNDLERS.filter(({ name }) => wanted.length === 0 || wanted.includes(name.split(' ')[0]));
    const lines = rows.map((one) => row(one, place));
    const table = markdown(['', 'where it was made', 'elsewhere', 'needs'], lines);
    console.log(table);
    if (wanted.length === 0 && !failed) record('bundlers', table);
  } finally {
    project.remove();
  }
});
process.exitCode = failed ? 1 : 0;

function koffi() {
  return `@koromix/koffi-${process.platform}-${process.arch}`;
}

/**
 * @param {Bundler} bundler
 * @param {Place} place
 */
function row({ name, make, here, elsewhere, needs }, place) {
  const made = attempt(() => make(place));
  const found = 'error' in made ? ['not bundled', 'not bundled'] : [run(made.file, place.dir), moved(made.file, place)];
  const want = [here, elsewhere].map((one) => (one === true ? 'works' : one));
  if (found.some((one, i) => !one.startsWith(want[i]))) {
    failed = true;
    console.error(`${name}: ${found.join(' | ')}, want ${want.join(' | ')}${'error' in made ? `\n${made.error}` : ''}`);
  }
  return [name, ...found.map((one) => one.split('\n')[0]), needs];
}

/** @param {() => string} make */
function attempt(make) {
  try {
    return { file: make() };
  } catch (error) {
    return { error };
  }
}

/**
 * Copies what was made into an empty folder, with the packages that no bundler can take in.
 * @param {string} file
 * @param {Place} place
 */
function moved(file, { dir, binaries }) {
  const away = mkdtempSync(join(tmpdir(), 'usegolib-away-'));
  try {
    cpSync(dirname(file), away, { recursive: true });
    for (const name of binaries) {
      const to = join(away, 'node_modules', name);
      if (!existsSync(to)) cpSync(join(dir, 'node_modules', name), to, { recursive: true });
    }
    return run(join(away, file.slice(dirname(file).length + 1)), away);
  } finally {
    rmSync(away, { recursive: true, force: true });
  }
}

/**
 * @param {string} file a program for Node, or one of its own
 * @param {string} cwd
 */
function run(file, cwd) {
  const words = /\.[cm]?js$/.test(file) ? [process.execPath, file] : [file];
  const { status, stdout, stderr } = spawnSync(words[0], words.slice(1), { cwd, encoding: 'utf8' });
  if (status === 0 && stdout === PRINTS) return 'works';
  const [, code] = /code: '(\w+)'/.exec(stderr) ?? [];
  return `fails: ${code ?? 'no code'}\n${stderr}`;
}
