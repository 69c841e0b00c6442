/** Runs tsc over printed declarations, with the package's own types from dist. */
import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

const compilerOptions = {
  strict: true,
  noEmit: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: false,
  target: 'es2022',
  lib: ['es2022', 'esnext.disposable'],
  module: 'nodenext',
  types: ['node'],
  typeRoots: [join(root, 'node_modules/@types')],
  paths: { usegolib: [join(root, 'dist/types/runtime/index.d.ts')] },
};

/**
 * @param {string} folder all TypeScript in it is checked
 * @param {object} [more] further options of the compiler
 * @param {string[]} [dotted] files in folders that TypeScript passes over because of their name
 * @returns {string} what tsc complains about; empty if nothing
 */
export function typeComplaints(folder, more, dotted = []) {
  const project = join(folder, 'tsconfig.json');
  const config = { compilerOptions: { ...compilerOptions, ...more }, include: ['**/*.ts', ...dotted] };
  writeFileSync(project, JSON.stringify(config));
  try {
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    const { status, stdout, stderr } = spawnSync(process.execPath, [tsc, '-p', project], { encoding: 'utf8' });
    return status === 0 ? '' : stdout + stderr;
  } finally {
    rmSync(project);
  }
}
