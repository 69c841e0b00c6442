import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ArtifactNotFoundError } from '../abi/errors.ts';
import { LIBRARY_PATH } from '../manifests/store.ts';
import { hostLibc, hostTarget } from '../manifests/target.ts';
import type { GoPackage, Platform } from './package.ts';

/** Whether an error of `require` says that just this package is not there. */
export function isMissing(error: unknown, name: string): boolean {
  const { code, message } = error as NodeJS.ErrnoException;
  // Yarn's PnP has a code of its own for a package that is known and was not installed.
  const codes = ['MODULE_NOT_FOUND', 'ERR_MODULE_NOT_FOUND', 'UNDECLARED_DEPENDENCY', 'MISSING_DEPENDENCY'];
  return codes.includes(code ?? '') && message.includes(name);
}

/** The package that holds the library is not installed: which one, why it may be so, and what to type. */
export function missing(wanted: GoPackage, platform: Platform, cause: unknown): ArtifactNotFoundError {
  const { name, version, platforms } = wanted;
  const want = `${platform.package}@${version}`;
  const others = Object.values(platforms).filter((one) => one !== platform && isInstalled(one));
  const lock = nearestLock(wanted.from.startsWith('file:') ? fileURLToPath(wanted.from) : wanted.from);
  const { manager, install, add } = MANAGERS[basename(lock ?? '')] ?? MANAGERS['package-lock.json']!;
  const { cause: why, mend } = explain(platform.package, others, lock, install);
  const libc = hostLibc();
  const lines = [
    `${name}@${version} cannot load its library: ${want} is not installed`,
    `  here   Node ${process.versions.node}, ${process.platform}-${process.arch}${libc ? `, ${libc}` : ''}`,
    `  cause  ${why}`,
    `  try 1  ${mend}`,
    `  try 2  ${add} ${want}`,
    `  try 3  ${LIBRARY_PATH}=<folder with the library and its manifest.json>`,
    `  The README of ${name} says more ("When the library is missing").`,
  ];
  return new ArtifactNotFoundError(lines.join('\n'), {
    code: 'PLATFORM_PACKAGE_MISSING',
    target: hostTarget()!.id,
    module: wanted.packages[0]!,
    manager,
    package: want,
    cause,
  });
}

function explain(name: string, others: Platform[], lock: string | undefined, install: string) {
  if (others.length > 0) {
    const found = others.map((one) => one.package).join(', ');
    return {
      cause: `node_modules was installed for another platform, or copied from it: it has ${found}`,
      mend: `remove node_modules, then ${install}`,
    };
  }
  if (lock && !readFileSync(lock, 'utf8').includes(name)) {
    return {
      cause: `${lock} was written on another platform and does not list it (npm 10.3 to 11.2 write such files)`,
      mend: `remove node_modules and ${basename(lock)}, then ${install}`,
    };
  }
  const flags = '--omit=optional, --no-optional, or a setting that does the same';
  return { cause: `optional dependencies were left out (${flags})`, mend: install };
}

function isInstalled(platform: Platform): boolean {
  try {
    platform.load();
    return true;
  } catch {
    return false;
  }
}

/** What to type, by the lockfile: `install` brings optional dependencies back, `add` names the package itself. */
const MANAGERS: Record<string, { manager: string; install: string; add: string }> = {
  'package-lock.json': {
    manager: 'npm',
    install: 'npm install --include=optional',
    add: 'npm install --save-optional',
  },
  'pnpm-lock.yaml': { manager: 'pnpm', install: 'pnpm install --force', add: 'pnpm add --save-optional' },
  'yarn.lock': { manager: 'yarn', install: 'yarn install', add: 'yarn add --optional' },
  'bun.lock': { manager: 'bun', install: 'bun install', add: 'bun add --optional' },
};

function nearestLock(file: string): string | undefined {
  for (let dir = dirname(file); ; dir = dirname(dir)) {
    const found = Object.keys(MANAGERS).find((name) => existsSync(join(dir, name)));
    if (found) return join(dir, found);
    if (dirname(dir) === dir) return undefined;
  }
}
