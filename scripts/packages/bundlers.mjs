/** What `scripts/bundlers.mjs` tries: one row per tool and way to use it, with what must come of it. */
import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, cpSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { NAME } from './goldmark.mjs';

/**
 * @typedef {object} Place where a program lies that is to be bundled
 * @property {string} dir the project, with `program.mjs` and node_modules
 * @property {string} tools the folder that has the tools in node_modules
 * @property {string[]} binaries the packages that hold the library and koffi
 *
 * @typedef {object} Bundler
 * @property {string} name
 * @property {(place: Place) => string} make gives the file that is run; its folder is all that was made
 * @property {true | string} here whether it runs in the project
 * @property {true | string} elsewhere whether it runs in another folder, with the packages that hold binaries beside it
 * @property {string} needs what to say in the documentation
 */

/** What is fetched for all of them. */
export const TOOLS = [
  'esbuild@0.28',
  'rolldown@1.2',
  'vite@8',
  'webpack@5',
  '@vercel/nft@1',
  '@electron/asar@3',
  'postject@1.0.0-alpha.6',
];

const BESIDE = 'the packages with binaries beside it';
const NONE = 'nothing';
/** Without the wrapper and usegolib themselves there is nothing to load. */
const MISSING = 'fails: ERR_MODULE_NOT_FOUND';

/** @type {Bundler[]} */
export const BUNDLERS = [
  { name: 'esbuild, ESM', make: esbuild('esm'), here: true, elsewhere: true, needs: BESIDE },
  { name: 'esbuild, CommonJS', make: esbuild('cjs'), here: true, elsewhere: true, needs: BESIDE },
  {
    name: 'esbuild --packages=external',
    make: esbuild('esm', '--packages=external'),
    here: true,
    elsewhere: MISSING,
    needs: 'node_modules',
  },
  { name: 'rolldown', make: rolldown, here: true, elsewhere: true, needs: BESIDE },
  { name: 'vite SSR', make: vite(false), here: true, elsewhere: MISSING, needs: 'node_modules' },
  { name: 'vite SSR, noExternal', make: vite(true), here: true, elsewhere: true, needs: BESIDE },
  { name: 'webpack', make: webpack([]), here: 'not bundled', elsewhere: 'not bundled', needs: 'externals, as below' },
  {
    name: 'webpack, externals',
    make: webpack(['usegolib', NAME]),
    here: true,
    elsewhere: 'fails: MODULE_NOT_FOUND',
    needs: 'usegolib and the package as externals, node_modules',
  },
  { name: 'nft (Vercel, Next standalone)', make: trace, here: true, elsewhere: true, needs: NONE },
  {
    name: 'Electron asar, by its layout',
    make: asar,
    here: true,
    elsewhere: true,
    needs: 'asarUnpack of the packages with binaries',
  },
  { name: 'Node SEA', make: sea, here: true, elsewhere: true, needs: BESIDE },
];

/**
 * Runs a tool; what it prints is in the error where it fails.
 * @param {Place} place
 * @param {string} script in the folder of the tools, below node_modules
 * @param {string[]} args
 */
function tool({ dir, tools }, script, ...args) {
  execFileSync(process.execPath, [join(tools, 'node_modules', script), ...args], { cwd: dir, stdio: 'pipe' });
}

/**
 * An empty folder in the project, so that node_modules is found from there.
 * @param {Place} place
 * @param {string} name
 */
function folder({ dir }, name) {
  const made = join(dir, 'made', name);
  rmSync(made, { recursive: true, force: true });
  mkdirSync(made, { recursive: true });
  return made;
}

/**
 * @param {'esm' | 'cjs'} format
 * @param {string[]} more
 */
function esbuild(format, ...more) {
  return (/** @type {Place} */ place) => {
    const file = join(folder(place, 'esbuild'), format === 'esm' ? 'out.mjs' : 'out.cjs');
    const args = ['program.mjs', '--bundle', '--platform=node', `--format=${format}`, `--outfile=${file}`, ...more];
    execFileSync(join(place.tools, 'node_modules/.bin/esbuild'), args, { cwd: place.dir, stdio: 'pipe' });
    return file;
  };
}

/** @param {Place} place */
function rolldown(place) {
  const file = join(folder(place, 'rolldown'), 'out.mjs');
  tool(place, 'rolldown/bin/cli.mjs', 'program.mjs', '--platform', 'node', '--format', 'esm', '-o', file);
  return file;
}

/** @param {boolean} all */
function vite(all) {
  return (/** @type {Place} */ place) => {
    const outDir = folder(place, 'vite');
    const config = {
      build: { ssr: 'program.mjs', outDir, emptyOutDir: true },
      ...(all && { ssr: { noExternal: true } }),
    };
    writeFileSync(join(place.dir, 'vite.config.mjs'), `export default ${JSON.stringify(config)}`);
    tool(place, 'vite/bin/vite.js', 'build');
    renameSync(join(outDir, 'program.js'), join(outDir, 'program.mjs'));
    return join(outDir, 'program.mjs');
  };
}

/** @param {string[]} externals */
function webpack(externals) {
  return (/** @type {Place} */ place) => {
    const path = folder(place, 'webpack');
    const settings = `{ mode: 'production', target: 'node20', entry: './program.mjs', output: { path: ${JSON.stringify(path)}, filename: 'out.cjs' },
      externals: [${externals.map((name) => `/^${name.replaceAll('/', '\\/')}/`)}], externalsType: 'commonjs' }`;
    writeFileSync(
      join(place.dir, 'webpack.cjs'),
      `require(${JSON.stringify(join(place.tools, 'node_modules/webpack'))})(${settings}, (error, stats) => {
        if (error || stats.hasErrors()) { console.error(error ?? stats.toString()); process.exitCode = 1; }
      });`,
    );
    execFileSync(process.execPath, ['webpack.cjs'], { cwd: place.dir, stdio: 'pipe' });
    return join(path, 'out.cjs');
  };
}

/**
 * Copies the files that the tracer of Vercel and Next names, and nothing else.
 * @param {Place} place
 */
function trace(place) {
  const to = folder(place, 'nft');
  const script = `
    import { nodeFileTrace } from ${JSON.stringify(join(place.tools, 'node_modules/@vercel/nft/out/index.js'))};
    const { fileList } = await nodeFileTrace(['program.mjs'], { base: process.cwd() });
    console.log(JSON.stringify([...fileList]));`;
  writeFileSync(join(place.dir, 'trace.mjs'), script);
  const files = JSON.parse(execFileSync(process.execPath, ['trace.mjs'], { cwd: place.dir, encoding: 'utf8' }));
  for (const file of files) cpSync(join(place.dir, file), join(to, file), { recursive: true });
  return join(to, 'program.mjs');
}

/**
 * As Electron sees an archive: everything seems to lie in `app.asar`, but what was unpacked really lies beside it. The archive is
 * packed and listed by Electron's own tool; Node cannot read it, so a folder stands for it, which has no library.
 * @param {Place} place
 */
function asar(place) {
  const to = folder(place, 'asar');
  const app = join(to, 'app');
  cpSync(join(place.dir, 'node_modules'), join(app, 'node_modules'), {
    recursive: true,
    filter: (path) => !path.includes('/.bin'),
  });
  copyFileSync(join(place.dir, 'program.mjs'), join(app, 'program.mjs'));
  const [library] = place.binaries;
  tool(
    place,
    '@electron/asar/bin/asar.js',
    'pack',
    app,
    join(to, 'app.asar'),
    '--unpack-dir',
    `node_modules/${library}`,
  );
  rmSync(join(to, 'app.asar'));
  renameSync(app, join(to, 'app.asar'));
  for (const name of ['.so', '.dylib', '.dll']) removeEnding(join(to, 'app.asar/node_modules', library), name);
  writeFileSync(join(to, 'main.mjs'), "await import('./app.asar/program.mjs');\n");
  return join(to, 'main.mjs');
}

/**
 * @param {string} dir
 * @param {string} ending
 */
function removeEnding(dir, ending) {
  for (const name of readdirSync(dir)) if (name.endsWith(ending)) rmSync(join(dir, name));
}

/** @param {Place} place */
function sea(place) {
  const bundle = esbuild('cjs')(place);
  const to = folder(place, 'sea');
  const file = join(to, process.platform === 'win32' ? 'app.exe' : 'app');
  const config = { main: bundle, output: join(dirname(bundle), 'blob'), disableExperimentalSEAWarning: true };
  writeFileSync(join(place.dir, 'sea.json'), JSON.stringify(config));
  execFileSync(process.execPath, ['--experimental-sea-config', 'sea.json'], { cwd: place.dir, stdio: 'pipe' });
  copyFileSync(process.execPath, file);
  chmodSync(file, 0o755);
  const fuse = ['--sentinel-fuse', 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2'];
  tool(place, 'postject/dist/cli.js', file, 'NODE_SEA_BLOB', config.output, ...fuse);
  return file;
}
