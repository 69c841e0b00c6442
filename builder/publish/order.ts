import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BuildError } from '../../abi/errors.ts';

/** A package in a folder, as its `package.json` says. */
export interface Found {
  folder: string;
  name: string;
  version: string;
  /** The packages that must be there before it. */
  needs: Record<string, string>;
}

/**
 * The packages that `usegolib package` wrote below a folder, in the order in which they can be published: whoever installs
 * a wrapper must find the packages of its platforms. What no wrapper needs was left by another run and is not among them.
 *
 * @throws BuildError where there is no wrapper, or one names a package that is not there in that version
 */
export function publishOrder(dir: string): Found[] {
  const found = packagesIn(dir);
  const wrappers = found.filter(({ needs }) => Object.keys(needs).length > 0);
  if (wrappers.length === 0)
    throw new BuildError(`there is no npm package of a Go module in ${dir}`, {
      code: 'NOTHING_TO_PUBLISH',
      path: dir,
      hint: 'Write them first: usegolib package <spec> --name <name> --out <folder>',
    });
  const platforms = wrappers.flatMap(({ name, version, needs }) =>
    Object.entries(needs).map(([other, wanted]) => {
      const platform = found.find((one) => one.name === other && one.version === wanted);
      if (platform) return platform;
      throw new BuildError(`${name}@${version} needs ${other}@${wanted}, which is not in ${dir}`, {
        code: 'PACKAGE_MISSING',
        path: dir,
        hint: 'Write all packages in one go: one run of usegolib package makes those that fit together.',
      });
    }),
  );
  return [...new Set([...platforms, ...wrappers])];
}

function packagesIn(dir: string): Found[] {
  const folders = namesIn(dir).flatMap((name) =>
    name.startsWith('@') ? namesIn(join(dir, name)).map((below) => join(name, below)) : [name],
  );
  return folders.flatMap((name) => {
    const folder = join(dir, name);
    const text = textOf(join(folder, 'package.json'));
    if (text === undefined) return [];
    const { name: called, version, optionalDependencies = {} } = JSON.parse(text);
    return [{ folder, name: called, version, needs: optionalDependencies }];
  });
}

function namesIn(dir: string): string[] {
  try {
    return readdirSync(dir).sort();
  } catch {
    return [];
  }
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
