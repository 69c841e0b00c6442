import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { BuildError } from '../abi/errors.ts';
import { type Check, JsonPathError } from '../manifests/json-path.ts';
import type { BuildOptions } from '../manifests/options.ts';
import { CONFIG_FILES, checkConfig, checkPackageConfig } from '../manifests/project.ts';

/** The folder a command works for, and what is configured there. */
export interface Project {
  dir: string;
  /** Whether there is a package.json. */
  hasPackage: boolean;
  options: BuildOptions;
  /** Specs of the modules that `usegolib add` has recorded. */
  modules: string[];
}

/**
 * The nearest folder with a package.json or a configuration file. Options stand in one place.
 *
 * @throws BuildError INVALID_OPTION naming the file.
 */
export async function readProject(cwd: string): Promise<Project | undefined> {
  for (let dir = cwd; ; dir = dirname(dir)) {
    const configs = CONFIG_FILES.map((name) => join(dir, name)).filter((file) => existsSync(file));
    const own = readPackage(join(dir, 'package.json'));
    if (own || configs.length > 0) return merge(dir, own, configs);
    if (dirname(dir) === dir) return undefined;
  }
}

/** The project of a command that needs one. @throws BuildError NO_PROJECT where there is no package.json. */
export async function requireProject(cwd: string): Promise<Project> {
  const project = await readProject(cwd);
  if (project?.hasPackage) return project;
  throw new BuildError(`there is no package.json in ${project?.dir ?? cwd}`, {
    code: 'NO_PROJECT',
    path: cwd,
    hint: 'Modules are recorded in the package.json of a project.',
    fix: 'npm init --yes',
  });
}

async function merge(dir: string, own: PackageConfig | undefined, configs: string[]): Promise<Project> {
  const { modules = [], ...options } = own?.config ?? {};
  const places = [...configs, ...(Object.keys(options).length > 0 ? [`${own!.file}#usegolib`] : [])];
  if (places.length > 1) throw refused(`options stand in two places: ${places.join(' and ')}; keep one of them`);
  const [file] = configs;
  const config = file ? await readConfig(file) : options;
  return { dir, hasPackage: own !== undefined, options: config, modules };
}

interface PackageConfig {
  file: string;
  config: ReturnType<typeof checkPackageConfig>;
}

function readPackage(file: string): PackageConfig | undefined {
  let json: string;
  try {
    json = readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
  const whole = parse(json, file) as { usegolib?: unknown } | null;
  return { file, config: checked(checkPackageConfig, whole?.usegolib ?? {}, 'usegolib', file) };
}

async function readConfig(file: string): Promise<BuildOptions> {
  return checked(checkConfig, await loadConfig(file), 'default', file);
}

async function loadConfig(file: string): Promise<unknown> {
  if (file.endsWith('.json')) return withoutSchema(parse(readFileSync(file, 'utf8'), file));
  const { typescript } = process.features as { typescript?: unknown };
  if (file.endsWith('.ts') && !typescript) {
    throw refused(
      `${file}: Node ${process.version} does not run TypeScript (22.18 and later do); call it usegolib.config.mjs and write it in JavaScript`,
    );
  }
  try {
    return ((await import(pathToFileURL(file).href)) as { default?: unknown }).default;
  } catch (cause) {
    throw refused(`${file}: ${(cause as Error).message}`, cause);
  }
}

/** `$schema` is for editors. */
function withoutSchema(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const { $schema: _, ...config } = value as { $schema?: unknown };
  return config;
}

function parse(json: string, file: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw refused(`${file}: not JSON (${(cause as Error).message})`, cause);
  }
}

function checked<T>(check: Check<T>, value: unknown, name: string, file: string): T {
  try {
    return check(value, name);
  } catch (error) {
    if (error instanceof JsonPathError) throw refused(`${file}: ${error.message}`);
    throw error;
  }
}

/** An option, whichever place it stands in, that is none. */
export function refused(message: string, cause?: unknown): BuildError {
  return new BuildError(message, {
    code: 'INVALID_OPTION',
    cause,
    hint: 'usegolib build --help lists the options.',
  });
}
