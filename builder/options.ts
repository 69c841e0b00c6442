import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { BuildError } from '../abi/errors.ts';
import { type BuildOptions, checkOptions } from '../manifests/options.ts';

export interface BuildFlags {
  out?: string;
  force?: boolean;
  json?: boolean;
  quiet?: boolean;
  [option: string]: unknown;
}

/** The options of the nearest package.json, overridden by flags. */
export function readOptions(
  { out: _, force: __, json: ___, quiet: ____, ...flags }: BuildFlags,
  cwd: string,
): BuildOptions {
  try {
    const fromFlags = checkOptions(flags, 'flags');
    return { ...checkOptions(projectOptions(cwd), 'package.json#usegolib'), ...fromFlags };
  } catch (error) {
    throw new BuildError((error as Error).message, {
      code: 'INVALID_OPTION',
      hint: 'usegolib build --help lists the options.',
    });
  }
}

function projectOptions(cwd: string): unknown {
  for (let dir = cwd; ; dir = dirname(dir)) {
    let text: string | undefined;
    try {
      text = readFileSync(join(dir, 'package.json'), 'utf8');
    } catch {
      // Not here: look above.
    }
    if (text !== undefined) return (JSON.parse(text) as { usegolib?: unknown }).usegolib ?? {};
    if (dirname(dir) === dir) return {};
  }
}
