/**
 * `node scripts/install-matrix.mjs [npm|pnpm|yarn…]`: a packaged module installed by npm, pnpm and Yarn under each line of Node, from
 * a registry on the loopback interface, without Go and without a compiler; imported, required and type-checked there.
 * Prints a table; exits with 1 where a cell is not what it must be. Linux x64: Node itself comes as an npm package.
 */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Project } from '../test/support/project.mjs';
import { fetchNode, fetchProgram, fetchTarball } from './packages/fetched.mjs';
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
import { markdown } from './packages/table.mjs';

const LINES = ['20', '22', '24', '26'];
/** The compiler each project has as its own: Yarn's PnP patches it, and does not know later ones. */
const TYPESCRIPT = '5.9.3';

/**
 * @typedef {object} Manager
 * @property {string} name
 * @property {(line: string) => string} spec the version that runs on a line of Node
 * @property {(project: Project, url: string) => void} [prepare]
 * @property {(line: string) => string | undefined} [lacks] a step that cannot work there, for a reason that is not ours
 * @property {string[]} [node] how it starts programs, where that is not by Node alone
 */

/** @type {Manager[]} */
const MANAGERS = [
  {
    name: 'npm',
    spec: (line) => `npm@${{ 20: 10, 22: 11, 24: 11 }[line] ?? 12}`,
  },
  {
    name: 'pnpm',
    spec: (line) => `pnpm@${line === '20' ? 10 : 12}`,
  },
  {
    name: 'yarn',
    spec: () => '@yarnpkg/cli-dist@4',
    prepare: yarn('node-modules'),
  },
  {
    name: 'yarn PnP',
    spec: () => '@yarnpkg/cli-dist@4',
    prepare: yarn('pnp'),
    node: ['node'],
    // Node 20 resolves the imports of a required ES module itself: it does not see into Yarn's archives.
    lacks: (line) => (line === '20' ? 'require' : undefined),
  },
];

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

let failed = false;
const wanted = process.argv.slice(2);
const aside = mkdtempSync(join(tmpdir(), 'usegolib-matrix-'));
try {
  await withGoldmark(async (registry) => {
    registry.add(fetchTarball(`typescript@${TYPESCRIPT}`, aside));
    const rows = [];
    for (const manager of MANAGERS.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
      const cells = [];
      for (const line of LINES) cells.push(await cell(manager, line, registry));
      rows.push([manager.name, ...cells]);
    }
    console.log(markdown(['', ...LINES.map((line) => `Node ${line}`)], rows));
  });
} finally {
  rmSync(aside, { recursive: true, force: true });
}
process.exitCode = failed ? 1 : 0;

/**
 * @param {Manager} manager
 * @param {string} line
 * @param {import('../test/support/registry.mjs').Registry} registry
 */
async function cell(manager, line, registry) {
  const node = fetchNode(line);
  const spec = manager.spec(line);
  const { script, version } = fetchProgram(spec);
  const project = new Project(registry);
  try {
    // All that is on PATH: no Go, no compiler, not even a shell.
    const bin = join(project.dir, 'bin');
    mkdirSync(bin);
    symlinkSync(node, join(bin, 'node'));
    project.env = {
      PATH: bin,
      HOME: project.dir,
      USEGOLIB_CACHE_DIR: join(project.dir, 'cache'),
      CI: '1',
      COREPACK_ENABLE_STRICT: '0',
    };
    manager.prepare?.(project, registry.url);
    const dependencies = { [NAME]: '*', typescript: TYPESCRIPT };
    project.write('package.json', JSON.stringify({ name: 'project', private: true, type: 'module', dependencies }));
    project.write('program.mjs', PROGRAM);
    project.write('required.cjs', REQUIRED);
    project.write('typed.ts', TYPED);
    project.write('tsconfig.json', JSON.stringify(TSCONFIG));
    const start = (/** @type {string[]} */ ...words) =>
      manager.node ? project.run(node, [script, ...manager.node, ...words]) : project.run(node, words);
    const tsc = manager.node
      ? () => project.run(node, [script, 'tsc', '-p', '.'])
      : () => project.run(node, ['node_modules/typescript/bin/tsc', '-p', '.']);
    const steps = [
      { step: 'install', run: () => project.run(node, [script, 'install']) },
      { step: 'import', run: () => start('program.mjs'), prints: PRINTS },
      { step: 'require', run: () => start('required.cjs'), prints: REQUIRED_PRINTS },
      { step: 'types', run: tsc, prints: '' },
    ];
    for (const { step, run, prints } of steps) {
      const { code, stdout, stderr } = await run();
      const works = code === 0 && (prints === undefined || stdout + stderr === prints);
      if (works !== (manager.lacks?.(line) === step)) continue;
      const what = works ? 'works, which was not expected' : `ended with ${code}`;
      console.error(`${manager.name} ${version}, Node ${line}: ${step} ${what}\n${stdout}${stderr}`);
      failed = true;
      return `${version}: fails at ${step}`;
    }
    const lacks = manager.lacks?.(line);
    return lacks ? `${version}, but ${lacks}` : version;
  } finally {
    project.remove();
  }
}
