import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { BuildError } from '../../abi/errors.ts';
import { packageEngines } from '../assets.ts';
import { type Part, printLicences } from './licences.ts';
import { printSbom } from './sbom.ts';

/** What every package has, and nothing else is likely to. */
const SBOM = 'sbom.cdx.json';

/** The files of one npm package: name → text, or the file that is copied. */
export type Files = Record<string, string | { copy: string }>;

/** What all packages of one module share. */
export interface Common {
  name: string;
  version: string;
  /** Path of the Go module that gives the packages their licence. */
  main: string;
  description: string;
  licence: string;
  repository?: unknown;
}

/** Where a licence is none that has an identifier: npm's own way to say so. */
export const SEE_LICENCES = 'SEE LICENSE IN THIRD_PARTY_LICENSES';

/** `package.json` of any of the packages, and what lies beside it: the whitelist names every file that is there. */
export function packageFiles(common: Common, parts: Part[], fields: object, files: Files): Files {
  const { name, version, main, description, licence, repository } = common;
  const own = Object.entries(parts.find((part) => part.name === main)?.texts ?? {}).find(
    ([file]) => !file.includes('/'),
  );
  const all: Files = {
    ...files,
    ...(own && { LICENSE: `${own[1]}\n` }),
    THIRD_PARTY_LICENSES: printLicences(parts),
    [SBOM]: printSbom(name, version, parts),
  };
  const manifest = {
    name,
    version,
    description,
    license: licence,
    ...(repository !== undefined && { repository }),
    type: 'module',
    engines: packageEngines,
    ...fields,
    files: [...new Set(Object.keys(all).map((file) => file.split('/', 1)[0]!))].sort(),
    publishConfig: { access: 'public' },
  };
  return { 'package.json': `${JSON.stringify(manifest, null, 2)}\n`, ...all };
}

/**
 * Writes a package in place of the one that was there. Returns its size in bytes.
 *
 * @throws BuildError where the folder holds anything else: it would be lost
 */
export function writePackage(folder: string, files: Files): number {
  if (existsSync(folder) && !existsSync(join(folder, SBOM))) {
    throw new BuildError(`${folder} is not a package that usegolib wrote`, {
      code: 'FOLDER_IN_USE',
      path: folder,
      hint: 'It would be replaced as a whole. Name another folder: --out <folder>',
    });
  }
  const aside = `${folder}.tmp-${process.pid}`;
  rmSync(aside, { recursive: true, force: true });
  let size = 0;
  try {
    for (const [name, content] of Object.entries(files)) {
      const path = join(aside, name);
      mkdirSync(dirname(path), { recursive: true });
      if (typeof content === 'string') writeFileSync(path, content);
      else copyFileSync(content.copy, path);
      size += statSync(path).size;
    }
    rmSync(folder, { recursive: true, force: true });
    renameSync(aside, folder);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
  return size;
}
