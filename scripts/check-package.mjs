/**
 * `node scripts/check-package.mjs`: the packages of a real module, and usegolib's own, as others judge them: publint and
 * arethetypeswrong on the tarballs, CycloneDX's schema on their SBOMs, and a program compiled against them by TypeScript 5.9, 6 and 7, both ways in which modules are
 * found, with `isolatedDeclarations` and without the types of Node.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Project } from '../test/support/project.mjs';
import { packFolder } from '../test/support/registry.mjs';
import { fetchTools } from './packages/fetched.mjs';
import { NAME, TSCONFIG, TYPED, withGoldmark } from './packages/goldmark.mjs';
import { markdown } from './packages/table.mjs';
import { root } from './root.mjs';

const COMPILERS = { 5.9: 'ts5', '6.0': 'ts6', '7.0': 'ts7' };
const RESOLUTIONS = { nodenext: {}, bundler: { module: 'esnext', moduleResolution: 'bundler' } };

const lint = fetchTools('lint', ['publint@0.3', '@arethetypeswrong/cli@0.18']);
const compilers = fetchTools(
  'typescript',
  Object.entries(COMPILERS).map(([version, name]) => `${name}@npm:typescript@~${version}`),
);
const cyclonedx = fetchTools('cyclonedx', [
  '@cyclonedx/cyclonedx-library@10',
  'ajv@8',
  'ajv-formats@3',
  'ajv-formats-draft2019@1',
]);
/** @type {string[][]} */
const rows = [];

await withGoldmark(async (registry, packages) => {
  const aside = mkdtempSync(join(tmpdir(), 'usegolib-lint-'));
  const project = new Project(registry);
  try {
    for (const folder of [root, ...packages.map(({ folder }) => folder)]) {
      const tarball = packFolder(folder, aside);
      const name = folder === root ? 'usegolib' : (packages.find((one) => one.folder === folder)?.name ?? folder);
      check(`publint ${name}`, join(lint, 'node_modules/publint/src/cli.js'), ['--strict', tarball]);
      const attw = join(lint, 'node_modules/@arethetypeswrong/cli/dist/index.js');
      check(`arethetypeswrong ${name}`, attw, ['--profile', 'esm-only', tarball]);
      if (folder !== root) await checkSbom(name, join(folder, 'sbom.cdx.json'));
    }
    const { code, stderr } = await project.npm('install', NAME);
    if (code !== 0) throw new Error(stderr);
    writeFileSync(join(project.dir, 'typed.ts'), TYPED);
    for (const [version, name] of Object.entries(COMPILERS)) {
      for (const [resolution, more] of Object.entries(RESOLUTIONS)) {
        const config = { ...TSCONFIG, compilerOptions: { ...TSCONFIG.compilerOptions, ...more } };
        writeFileSync(join(project.dir, 'tsconfig.json'), JSON.stringify(config));
        const tsc = join(compilers, 'node_modules', name, 'bin/tsc');
        check(`TypeScript ${version}, ${resolution}`, tsc, ['-p', project.dir]);
      }
    }
  } finally {
    rmSync(aside, { recursive: true, force: true });
    project.remove();
  }
});
console.log(markdown(['check', 'result'], rows));

/**
 * @param {string} name
 * @param {string} script
 * @param {string[]} args
 */
function check(name, script, args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' });
  rows.push([name, status === 0 ? 'clean' : 'complains']);
  if (status === 0) return;
  console.error(`${name}\n${stdout}${stderr}`);
  process.exitCode = 1;
}

/**
 * @param {string} name
 * @param {string} file
 */
async function checkSbom(name, file) {
  const { Spec, Validation } = createRequire(join(cyclonedx, 'package.json'))('@cyclonedx/cyclonedx-library');
  const problem = await new Validation.JsonStrictValidator(Spec.Version.v1dot6).validate(readFileSync(file, 'utf8'));
  rows.push([`CycloneDX ${name}`, problem === null ? 'clean' : 'complains']);
  if (problem === null) return;
  console.error(name, problem);
  process.exitCode = 1;
}
