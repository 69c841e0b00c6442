import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve as resolvePath } from 'node:path';
import { BuildError } from '../abi/errors.ts';
import type { BuildRequest } from '../manifests/manifest.ts';
import { LOCAL } from '../manifests/store.ts';
import { goEnv } from './flags.ts';
import { type Command, commandLine, run } from './process.ts';
import { explain } from './resolve/failure.ts';
import type { Spec } from './spec.ts';
import type { Go } from './toolchain/go.ts';
import { goSetting } from './toolchain/goenv.ts';
import { compareGo } from './toolchain/version.ts';
import type { Work } from './work.ts';

/** What the specs turned out to be, and how the go command is to be started so that it sees all of it. */
export interface Resolved {
  modules: BuildRequest['modules'];
  /** Arguments and environment of every go command that reads these modules. */
  flags: string[];
  env: NodeJS.ProcessEnv;
  /** Files beside the sources that decide the build: go.mod, go.sum, go.work; those that are absent too. */
  watched: string[];
}

/** Finds the concrete versions and writes our module (and workspace) in `work`, which requires or uses the targets. */
export async function resolve(specs: Spec[], go: Go, work: Work): Promise<Resolved> {
  const env = { ...goEnv(go), GOWORK: 'off' };
  const remote = specs.filter((spec) => spec.kind === 'remote');
  const local = specs.filter((spec) => spec.kind === 'local');
  const modules: BuildRequest['modules'] = [];
  const add = (path: string, version: string, named: string, dir?: string) => {
    const known = modules.find((module) => module.path === path && module.dir === dir);
    const packages = [...new Set([...(known?.packages ?? []), named])].sort();
    if (known) known.packages = packages;
    else modules.push({ path, version, packages, ...(dir && { dir }) });
  };

  for (const module of await fetchRemote(remote, go, env, work)) add(module.path, module.version, module.named);
  for (const { module } of local) add(module.path, LOCAL, module.package, module.dir);
  for (const spec of specs) if (spec.kind === 'std') add('std', `go${go.version}`, spec.path);
  modules.sort((a, b) => (a.path < b.path ? -1 : 1));

  if (local.length === 0) return { modules, flags: ['-mod=mod'], env, watched: [] };
  const { file, flags, watched } = writeWorkspace(
    local.map((spec) => spec.module),
    work,
  );
  return { modules, flags: ['-mod=readonly', ...flags], env: { ...env, GOWORK: file }, watched };
}

type Remote = Extract<Spec, { kind: 'remote' }>;
type Local = Extract<Spec, { kind: 'local' }>['module'];

/** `go get` in our module: it finds the module of a package, its version, and what it needs. Never `go mod tidy`. */
async function fetchRemote(specs: Remote[], go: Go, env: NodeJS.ProcessEnv, work: Work) {
  if (specs.length === 0) return [];
  const get: Command = {
    file: go.path,
    args: ['get', ...specs.map(({ path, query }) => `${path}@${query}`)],
    cwd: work.main,
    env,
  };
  const got = await run(get);
  if (got.code !== 0) throw await explain(got.stderr, commandLine(get), specs, go);
  const list: Command = {
    file: go.path,
    args: ['list', '-mod=mod', '-e', '-find', '-json=ImportPath,Module', ...specs.map(({ path }) => path)],
    cwd: work.main,
    env,
  };
  const listed = await run(list);
  if (listed.code !== 0) throw await explain(listed.stderr, commandLine(list), specs, go);
  const packages = jsonStream<{ ImportPath: string; Module?: { Path: string; Version: string } }>(listed.stdout);
  const required = requirements(readFileSync(join(work.main, 'go.mod'), 'utf8'));
  return specs.map(({ path, text }) => {
    const found = packages.find((p) => p.ImportPath === path)?.Module;
    // A module whose root holds no package is not listed as one: its requirement names it.
    const module = found ? { path: found.Path, version: found.Version } : longestPrefix(required, path);
    if (!module)
      throw new BuildError(`no module provides ${text}`, {
        code: 'PACKAGE_NOT_FOUND',
        module: path,
        command: commandLine(list),
      });
    return { ...module, named: path };
  });
}

function requirements(goMod: string): { path: string; version: string }[] {
  return [...goMod.matchAll(/^(?:require)?\s+([\w.~+/-]+\.[\w.~+/-]+) (v\S+)/gm)].map((m) => ({
    path: m[1]!,
    version: m[2]!,
  }));
}

function longestPrefix(modules: { path: string; version: string }[], path: string) {
  return modules
    .filter((module) => path === module.path || path.startsWith(`${module.path}/`))
    .sort((a, b) => b.path.length - a.path.length)[0];
}

/** The go command prints one JSON object after the other. */
export function jsonStream<T>(text: string): T[] {
  return JSON.parse(`[${text.trim().replace(/\n\}\n\{/g, '\n},\n{')}]`);
}

/**
 * A go.work of our own that uses the user's modules in place, our module and the bridge. One of the user's that already uses a
 * module is continued with absolute paths. `vendor` folders stay in force as replacements; a go.mod that is missing (in them,
 * or in a folder without one) is supplied by an overlay.
 */
function writeWorkspace(locals: Local[], work: Work) {
  const file = join(work.dir, 'go.work');
  const overlay: Record<string, string> = {};
  const supply = (name: string, text: string) => {
    const real = join(work.dir, `overlay-${Object.keys(overlay).length}.mod`);
    writeFileSync(real, text);
    overlay[name] = real;
  };
  const uses = new Set([work.main, join(work.main, 'bridge')]);
  const rest: string[] = [];
  const watched: string[] = [];
  let least = '1.26';
  for (const local of locals) {
    const goMod = join(local.dir, 'go.mod');
    watched.push(goMod, join(local.dir, 'go.sum'), join(local.dir, 'vendor', 'modules.txt'));
    if (!local.hasModFile) supply(goMod, `module ${local.path}\n\ngo 1.26\n`);
    const theirs = findWorkspace(local.dir, watched);
    if (theirs) {
      for (const dir of theirs.uses) uses.add(dir);
      rest.push(...theirs.rest);
      const sum = `${theirs.file}.sum`;
      watched.push(sum);
      if (existsSync(sum)) copyFileSync(sum, `${file}.sum`);
    }
    uses.add(local.dir);
    rest.push(...vendored(local.dir, supply));
  }
  for (const dir of uses) {
    const line = existsSync(join(dir, 'go.mod')) && /^go (\d\S*)/m.exec(readFileSync(join(dir, 'go.mod'), 'utf8'))?.[1];
    if (line && compareGo(line, least) > 0) least = line;
  }
  const lines = [`go ${least}`, ...[...uses].map((dir) => `use ${quote(dir)}`), ...new Set(rest)];
  writeFileSync(file, `${lines.join('\n')}\n`);
  // In a workspace the bridge is used: requiring it would make Go look for that version.
  const main = join(work.main, 'go.mod');
  writeFileSync(
    main,
    readFileSync(main, 'utf8').replace(/^(replace|require)?\s*usegolib\.internal\/bridge .*\n/gm, ''),
  );
  if (Object.keys(overlay).length === 0) return { file, flags: [], watched };
  const overlayFile = join(work.dir, 'overlay.json');
  writeFileSync(overlayFile, JSON.stringify({ Replace: overlay }));
  return { file, flags: [`-overlay=${overlayFile}`], watched };
}

/** The user's workspace, if Go would use one for this folder and it lists the folder. */
function findWorkspace(dir: string, watched: string[]): { file: string; uses: string[]; rest: string[] } | undefined {
  const setting = goSetting('GOWORK');
  if (setting === 'off') return undefined;
  let file = setting;
  for (let at = dir; !file; at = dirname(at)) {
    const candidate = join(at, 'go.work');
    watched.push(candidate);
    if (existsSync(candidate)) file = candidate;
    else if (dirname(at) === at) return undefined;
  }
  const base = dirname(file);
  const text = readFileSync(file, 'utf8').replace(/\/\/.*$/gm, '');
  const uses = directives(text, 'use').map((name) => resolvePath(base, name.replace(/^["`]|["`]$/g, '')));
  if (!uses.includes(dir)) return undefined;
  const replaces = directives(text, 'replace').map((line) => {
    const [from, to] = line.split('=>').map((part) => part.trim()) as [string, string];
    return `replace ${from} => ${/^["`]?\.{0,2}[/\\]/.test(to) ? quote(resolvePath(base, to.replace(/["`]/g, ''))) : to}`;
  });
  return { file, uses, rest: [...replaces, ...directives(text, 'godebug').map((line) => `godebug ${line}`)] };
}

/** The arguments of a directive, in its one-line form and in blocks. */
function directives(text: string, name: string): string[] {
  const blocks = [...text.matchAll(new RegExp(`^${name}[ \\t]*\\(([^)]*)\\)`, 'gm'))].flatMap((m) => m[1]!.split('\n'));
  const lines = [...text.matchAll(new RegExp(`^${name}[ \\t]+([^(\\n]+)$`, 'gm'))].map((m) => m[1]!);
  return [...blocks, ...lines].map((line) => line.trim()).filter(Boolean);
}

/** What `vendor/modules.txt` lists, as replacements by those folders. */
function vendored(dir: string, supply: (file: string, text: string) => void): string[] {
  const list = join(dir, 'vendor', 'modules.txt');
  if (!existsSync(list)) return [];
  const replaces: string[] = [];
  for (const [, path, version] of readFileSync(list, 'utf8').matchAll(/^# (\S+) (v\S+)(?: => .*)?$/gm)) {
    const folder = join(dir, 'vendor', path!);
    if (!existsSync(folder)) continue;
    if (!existsSync(join(folder, 'go.mod'))) supply(join(folder, 'go.mod'), `module ${path}\n\ngo 1.24\n`);
    replaces.push(`replace ${path} ${version} => ${quote(folder)}`);
  }
  return replaces;
}

function quote(path: string): string {
  return JSON.stringify(path);
}
