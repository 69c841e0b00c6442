import { JsonPathError } from '../manifests/json-path.ts';
import { type BuildOptions, checkOptions } from '../manifests/options.ts';
import { readProject, refused } from './project.ts';

/** The flags of every command that builds; those that are not listed here are build options. */
export interface BuildFlags {
  out?: string;
  force?: boolean;
  json?: boolean;
  quiet?: boolean;
  gomodcache?: string;
  redownload?: boolean;
  instance?: string[];
  [option: string]: unknown;
}

/** The options of the project, overridden by flags. */
export async function readOptions(flags: BuildFlags, cwd: string): Promise<BuildOptions> {
  const options = optionsAmong(flags);
  return { ...(await readProject(cwd))?.options, ...options };
}

function optionsAmong(flags: BuildFlags): BuildOptions {
  const {
    out: _,
    force: __,
    json: ___,
    quiet: ____,
    gomodcache: _____,
    redownload: ______,
    instance,
    ...options
  } = flags;
  try {
    const named = instance && { instances: instancesNamed(instance) };
    return checkOptions({ ...options, ...scopedAmong(options), ...named }, 'flags');
  } catch (error) {
    if (error instanceof JsonPathError) throw refused(inFlags(error.message));
    throw error;
  }
}

/** `--instance path.Sum=int32`; the types of several parameters have commas between them. */
function instancesNamed(flags: string[]): Record<string, string[]> {
  const all: Record<string, string[]> = {};
  for (const flag of flags) {
    const [name, types] = flag.split(/=(.*)/s) as [string, string | undefined];
    if (!name || !types) throw refused(`--instance ${flag}: want a symbol and its types, as in example.org/p.F=int32`);
    all[name] = [...(all[name] ?? []), types];
  }
  return all;
}

/** `flags.int64["m.F"]: …` is `--int64 m.F: …`; `["*"]` is the build's. */
function inFlags(message: string): string {
  return message.replace(
    /^flags\.(\w+)(?:\["(.+?)"\])?/,
    (_, flag, of = '*') => `--${flag}${of === '*' ? '' : ` ${of}`}`,
  );
}

/** `--int64 path.Symbol=number` is for a part of the build, `--int64 number` for all else. */
function scopedAmong(flags: Record<string, unknown>): Record<string, unknown> {
  const given = ['int64', 'utf8'].filter((name) => Array.isArray(flags[name]));
  return Object.fromEntries(given.map((name) => [name, Object.fromEntries((flags[name] as string[]).map(part))]));
}

function part(text: string): [of: string, word: string] {
  const at = text.lastIndexOf('=');
  return at < 0 ? ['*', text] : [text.slice(0, at), text.slice(at + 1)];
}
