/**
 * `npm run compat`: builds every module of the shelf and rewrites COMPAT.md. Fails when a module that built no longer does,
 * when fewer of its symbols can be called than the table says (the table may only improve), or when its TypeScript
 * declarations do not pass tsc --strict.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { typeComplaints } from './check-types.mjs';
import { readTable, row, table, worse } from './compat-table.mjs';
import { root } from './root.mjs';

const file = join(root, 'COMPAT.md');
const before = existsSync(file) ? readTable(readFileSync(file, 'utf8')) : new Map();
/** @type {string[]} */
const shelf = JSON.parse(readFileSync(join(root, 'test-modules/shelf.json'), 'utf8'));

/**
 * Of a large module only the packages that specs name, and those that their API names, are bound.
 * @type {Record<string, string[]>}
 */
const named = { 'gonum.org/v1/gonum': ['stat', 'mat', 'optimize'] };

/** @type {string[]} */
const wrong = [];
const store = mkdtempSync(join(tmpdir(), 'usegolib-compat-'));
try {
  const rows = shelf.map((spec) => {
    const start = performance.now();
    const built = cli('build', '--json', ...specs(spec));
    const seconds = (performance.now() - start) / 1000;
    const manifest = built.status === 0 ? readFileSync(JSON.parse(built.stdout).manifest, 'utf8') : undefined;
    const result = row(spec, seconds, manifest && JSON.parse(manifest));
    console.error(result.line);
    if (!manifest) console.error(built.stderr.replace(/^/gm, '  '));
    const types = manifest ? typeComplaints(join(dirname(JSON.parse(built.stdout).manifest), 'types')) : '';
    if (types) wrong.push(`the declarations of ${spec} do not compile:\n${types}`);
    return result;
  });
  const complaints = [...wrong, ...rows.flatMap((now) => worse(before.get(now.module), now))];
  if (!complaints.length) writeFileSync(file, table(rows));
  for (const complaint of complaints) console.error(complaint);
  process.exitCode = complaints.length ? 1 : 0;
} finally {
  rmSync(store, { recursive: true, force: true });
}

/** @param {string} module with its version */
function specs(module) {
  const [path, version] = module.split('@');
  return named[path]?.map((name) => `${path}/${name}@${version}`) ?? [module];
}

/** @param {string[]} args */
function cli(...args) {
  const env = { ...process.env, USEGOLIB_ARTIFACT_DIR: store };
  return spawnSync(process.execPath, [join(root, 'dist/cli.js'), ...args], {
    encoding: 'utf8',
    env,
    maxBuffer: 1 << 28,
  });
}
