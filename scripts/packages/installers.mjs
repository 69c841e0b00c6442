/** What `scripts/install-matrix.mjs` tries: one row per installer, each in the version that runs on a line of Node. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fetchProgram, fetchTools } from './fetched.mjs';

/** @import { Project } from '../../test/support/project.mjs' */

/**
 * @typedef {object} Installer
 * @property {string} name
 * @property {(line: string) => string} spec the npm package it comes as, for a line of Node
 * @property {string} [program] an executable in that package; else it is a script for Node
 * @property {(project: Project, url: string) => void} [prepare] writes its settings
 * @property {string} [app] the folder of the program in a workspace
 * @property {string[]} [through] words that make it start Node
 * @property {string[]} [itself] words that make it run a program without Node
 * @property {(line: string) => string | undefined} [lacks] a step that cannot work there, for a reason that is not ours
 */

/** @param {string} line */
const npmFor = (line) => `npm@${{ 20: 10, 22: 11, 24: 11 }[line] ?? 12}`;
/** @param {string} line */
const pnpmFor = (line) => `pnpm@${line === '20' ? 10 : 12}`;
const yarnFor = () => '@yarnpkg/cli-dist@4';

/** @type {Installer[]} */
export const INSTALLERS = [
  { name: 'npm', spec: npmFor },
  { name: 'npm workspace', spec: npmFor, app: 'packages/app', prepare: workspace },
  { name: 'pnpm', spec: pnpmFor },
  { name: 'pnpm workspace', spec: pnpmFor, app: 'packages/app', prepare: workspace },
  { name: 'yarn', spec: yarnFor, prepare: yarn('node-modules') },
  {
    name: 'yarn PnP',
    spec: yarnFor,
    prepare: yarn('pnp'),
    through: ['node'],
    // Node 20 resolves the imports of a required ES module itself: it does not see into Yarn's archives.
    lacks: (line) => (line === '20' ? 'require' : undefined),
  },
  { name: 'bun', spec: () => '@oven/bun-linux-x64@1', program: 'bin/bun', itself: [] },
  { name: 'deno', spec: () => '@deno/linux-x64-glibc@2', program: 'deno', itself: ['run', '-A'] },
];

/**
 * @param {Installer} installer
 * @param {string} line
 * @param {string} node
 * @returns {{ words: string[], version: string }} how it is started, and which version it is
 */
export function fetchInstaller({ spec, program }, line, node) {
  if (!program) {
    const { script, version } = fetchProgram(spec(line));
    return { words: [node, script], version };
  }
  const folder = join(
    fetchTools(spec(line).replace(/\W+/g, '-'), [spec(line)]),
    'node_modules',
    spec(line).slice(0, -2),
  );
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return { words: [join(folder, program)], version };
}

/** @param {string} linker */
function yarn(linker) {
  return (/** @type {Project} */ project, /** @type {string} */ url) => {
    const settings = {
      nodeLinker: linker,
      npmRegistryServer: url,
      unsafeHttpWhitelist: ['127.0.0.1'],
      enableTelemetry: false,
      npmMinimalAgeGate: 0,
      enableGlobalCache: false,
      enableImmutableInstalls: false,
    };
    project.write('.yarnrc.yml', JSON.stringify(settings));
    project.write('yarn.lock', '');
  };
}

/** @param {Project} project */
function workspace(project) {
  mkdirSync(join(project.dir, 'packages/app'), { recursive: true });
  project.write('pnpm-workspace.yaml', JSON.stringify({ packages: ['packages/*'] }));
}
