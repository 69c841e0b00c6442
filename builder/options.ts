import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { BuildError } from '../abi/errors.ts';
import { JsonPathError } from '../manifests/json-path.ts';
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
  const project = readProject(cwd);
  const options = checked(flags, 'flags', (message) => message.replace(/^flags\.(\w+)/, '--$1'));
  if (!project) return options;
  return { ...checked(project.options, 'usegolib', (message) => `${project.file}: ${message}`), ...options };
}

function checked(value: unknown, name: string, word: (message: string) => string): BuildOptions {
  try {
    return checkOptions(value, name);
  } catch (error) {
    if (error instanceof JsonPathError) throw refused(word(error.message));
    throw error;
  }
}

function readProject(cwd: string): { file: string; options: unknown } | undefined {
  for (let dir = cwd; ; dir = dirname(dir)) {
    const file = join(dir, 'package.json');
    let text: string | undefined;
    try {
      text = readFileSync(file, 'utf8');
    } catch {
      // Not here: look above.
    }
    if (text !== undefined) return { file, options: optionsIn(text, file) };
    if (dirname(dir) === dir) return undefined;
  }
}

function optionsIn(text: string, file: string): unknown {
  try {
    return (JSON.parse(text) as { usegolib?: unknown } | null)?.usegolib ?? {};
  } catch (error) {
    throw refused(`${file}: not JSON (${(error as Error).message})`);
  }
}

function refused(message: string): BuildError {
  return new BuildError(message, { code: 'INVALID_OPTION', hint: 'usegolib build --help lists the options.' });
}
