import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { root } from '../../scripts/root.mjs';

/** The package as a stranger gets it: packed, installed in an empty project without install scripts, used there. */
const project = mkdtempSync(join(tmpdir(), 'usegolib-pack-'));
afterAll(() => rmSync(project, { recursive: true, force: true }));

const windows = process.platform === 'win32';
const npm = (...args: string[]) =>
  execFileSync(windows ? 'npm.cmd' : 'npm', args, {
    cwd: project,
    encoding: 'utf8',
    shell: windows,
    env: { ...process.env, USEGOLIB_ARTIFACT_DIR: join(project, 'store') },
  });

beforeAll(() => {
  const packed = npm('pack', root, '--json', '--ignore-scripts', '--silent');
  const [{ filename }] = JSON.parse(packed);
  writeFileSync(join(project, 'package.json'), '{ "name": "empty", "private": true, "type": "module" }');
  npm('install', `./${filename}`, '--ignore-scripts', '--silent');
});

it('brings no package with an install script', () => {
  const manifests = readdirSync(join(project, 'node_modules'), { recursive: true, encoding: 'utf8' }).filter((file) =>
    /(^|[\\/])node_modules[\\/](@[^\\/]+[\\/])?[^\\/]+[\\/]package\.json$/.test(join('node_modules', file)),
  );
  expect(manifests.length).toBeGreaterThan(1);
  for (const file of manifests) {
    const folder = join(project, 'node_modules', file, '..');
    const { scripts = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const atInstall = Object.keys(scripts).filter((name) => /^(pre|post)?install$/.test(name));
    expect(atInstall, file).toEqual([]);
    // npm takes this file for an install script.
    expect(existsSync(join(folder, 'binding.gyp')), file).toBe(false);
  }
});

it('carries the licences of what is bundled', () => {
  const text = readFileSync(join(project, 'node_modules/usegolib/dist/THIRD_PARTY_LICENSES'), 'utf8');
  for (const name of ['koffi', 'msgpackr', 'commander', 'proper-lockfile']) {
    expect(text).toMatch(new RegExp(`^${name} \\d`, 'm'));
  }
});

it('holds no tests and no development files', () => {
  const files = readdirSync(join(project, 'node_modules/usegolib'), { recursive: true, encoding: 'utf8' });
  expect(files.filter((file) => /_test\.go$|\.test\.|testdata|(^|[\\/])scripts[\\/]/.test(file))).toEqual([]);
});

it('builds a module with npx and calls it', () => {
  mkdirSync(join(project, 'go'));
  writeFileSync(join(project, 'go/go.mod'), 'module example.org/twice\n\ngo 1.24\n');
  writeFileSync(join(project, 'go/twice.go'), 'package twice\n\nfunc Of(n int) int { return 2 * n }\n');
  writeFileSync(
    join(project, 'call.js'),
    "import { importGo } from 'usegolib';\nconst twice = await importGo('./go', { buildIfMissing: false });\nconsole.log(twice.Of(21));\n",
  );
  npm('exec', '--offline', '--', 'usegolib', 'build', './go');
  const env = { ...process.env, USEGOLIB_ARTIFACT_DIR: join(project, 'store') };
  const out = execFileSync(process.execPath, ['call.js'], { cwd: project, encoding: 'utf8', env });
  expect(out).toBe('42\n');
});

it('adds a module to a project, imports it statically, and calls it from the command line', () => {
  npm('exec', '--offline', '--', 'usegolib', 'add', '--quiet', './go');
  writeFileSync(
    join(project, 'static.js'),
    "import twice, { Of } from '#go/example.org/twice';\nconsole.log(Of(21), twice.Of(1));\n",
  );
  const env = { ...process.env, USEGOLIB_ARTIFACT_DIR: join(project, 'store') };
  expect(execFileSync(process.execPath, ['static.js'], { cwd: project, encoding: 'utf8', env })).toBe('42 2\n');
  expect(npm('exec', '--offline', '--', 'usegolib', 'x', '--quiet', './go', 'Of', '4')).toBe('8\n');
});

it('carries the schemas that it names, and a doctor who finds all well', () => {
  const read = (name: string) => JSON.parse(readFileSync(join(project, 'node_modules/usegolib/dist', name), 'utf8'));
  expect(read('cli.schema.json').$defs.doctor.type).toBe('object');
  expect(read('config.schema.json').properties.nil.enum).toEqual(['empty', 'keep']);
  expect(npm('exec', '--offline', '--', 'usegolib', 'doctor')).not.toContain('✗');
});
