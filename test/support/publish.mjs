/** What a registry needs so that a project with packages of ours can be installed from it, without any other. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../scripts/root.mjs';
import { packFolder } from './registry.mjs';

/** @import { Registry } from './registry.mjs' */

/**
 * Puts usegolib (as `npm run build` made it) and the packages below a folder into a registry.
 * @param {Registry} registry
 * @param {string[]} folders of the packages
 */
export function stock(registry, folders) {
  const aside = mkdtempSync(join(tmpdir(), 'usegolib-stock-'));
  try {
    for (const folder of [root, ...koffi(registry), ...folders]) registry.add(packFolder(folder, aside));
  } finally {
    rmSync(aside, { recursive: true });
  }
}

/**
 * koffi's package for this platform; the others are listed only, since nobody here downloads them.
 * @param {Registry} registry
 */
function koffi(registry) {
  const { optionalDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const here = readdirSync(join(root, 'node_modules/@koromix')).map((name) => `@koromix/${name}`);
  for (const [name, version] of Object.entries(optionalDependencies)) {
    const [os, cpu] = name.replace('@koromix/koffi-', '').split('-');
    if (!here.includes(name)) registry.addEmpty({ name, version, os: [os], cpu: [cpu] });
  }
  return here.map((name) => join(root, 'node_modules', name));
}
