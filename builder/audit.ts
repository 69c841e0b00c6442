import { readFileSync } from 'node:fs';
import { BuildError } from '../abi/errors.ts';
import type { Target } from '../manifests/target.ts';
import { exportsMap } from './assets.ts';
import { leakedPaths } from './library/leaks.ts';
import { type Linked, readLinked } from './library/linked.ts';
import { compareVersions } from './library/read.ts';

export interface Audit {
  /** The compiled file. */
  library: string;
  target: Target;
  /** Folders of this machine that nobody else has. */
  folders: string[];
  /** Packages of the modules that have C code: what they declare as visible, a linker that takes no list shows. */
  cgo: string[];
}

/**
 * Holds a library to the row of its target: what the linker was told is not yet what it did, and most targets are not
 * loaded on the machine that builds them.
 *
 * @throws BuildError `LINK_AUDIT`, with every rule that it breaks.
 */
export function audit({ library, target, folders, cgo }: Audit): void {
  const file = readFileSync(library);
  const problems = [...structure(file, target, cgo), ...leaks(file, folders)];
  if (problems.length === 0) return;
  throw new BuildError(`the library for ${target.id} cannot be given away: ${problems[0]}`, {
    code: 'LINK_AUDIT',
    target: target.id,
    output: problems.join('\n'),
    hint:
      cgo.length > 0
        ? `Its C code decides this: ${cgo.join(', ')}.`
        : 'This is a defect of usegolib: please report it with the module’s name.',
  });
}

function structure(file: Buffer, target: Target, cgo: string[]): string[] {
  try {
    const linked = readLinked[target.format](file);
    return RULES.flatMap((rule) => rule(linked, target, cgo) ?? []);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return [`it is no ${target.format} library: ${error.message}`];
  }
}

/** Each says what is wrong, if anything. */
const RULES: ((linked: Linked, target: Target, cgo: string[]) => string | undefined)[] = [
  ({ machine }, target) =>
    machine === target.machine ? undefined : `it is for processor ${machine}, ${target.id} is ${target.machine}`,
  ({ needs }, target) => {
    const strange = needs.filter((name) => !target.needs.test(name));
    return strange.length ? `it needs ${strange.join(', ')}, which is not on every ${target.goos}` : undefined;
  },
  ({ unresolved }) => (unresolved.length ? `no library that it needs has ${unresolved.join(', ')}` : undefined),
  ({ minimum }, target) =>
    compareVersions(minimum, target.minimum) > 0
      ? `it needs ${target.measure} ${minimum}, later than ${target.minimum}`
      : undefined,
  ({ exports }) => {
    const missing = abiExports().filter((name) => !exports.includes(name));
    return missing.length ? `it does not export ${missing.join(', ')}` : undefined;
  },
  ({ exports }, target, cgo) => {
    if (target.shows && cgo.length > 0) return undefined;
    const allowed = [...abiExports(), ...(target.shows ?? [])];
    const more = exports.filter((name) => !allowed.includes(name));
    return more.length ? `it exports ${more.join(', ')} beside the ABI` : undefined;
  },
  ({ signature }, target) => {
    if (signature === 'damaged') return 'its signature is not that of its bytes';
    return target.signed && signature !== 'good'
      ? `it is not signed, and ${target.id} runs nothing unsigned`
      : undefined;
  },
];

function leaks(file: Buffer, folders: string[]): string[] {
  const found = leakedPaths(file, folders);
  return found.length ? [`it names files of this machine: ${found.join(', ')}`] : [];
}

function abiExports(): string[] {
  return [...readFileSync(exportsMap, 'utf8').matchAll(/\bug_\w+/g)].map(([name]) => name);
}
