import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { BuildError } from '../../abi/errors.ts';
import type { Manifest, Requirement } from '../../manifests/manifest.ts';
import { targetOf } from '../../manifests/target.ts';
import { packageRoot, packageVersion } from '../assets.ts';
import { goEnv } from '../flags.ts';
import { type Command, commandLine, run } from '../process.ts';
import { jsonStream } from '../resolve/json-stream.ts';
import { thisHost } from '../this-host.ts';
import type { Go } from '../toolchain/go.ts';
import type { Zig } from '../toolchain/zig.ts';
import { identify } from './spdx.ts';

/** Something whose code is in the library, and what its licence says. */
export interface Part {
  name: string;
  version: string;
  kind: 'module' | 'go' | 'usegolib' | 'zig';
  /** Go's checksum of the module. */
  sum?: string;
  /** SPDX identifiers of the texts that are known. */
  ids: string[];
  /** File name → text. Empty where none was found. */
  texts: Record<string, string>;
}

/** Every Go module of the library, Go's own library, ours and Zig's: all whose licence wants to travel with the binary. */
export async function collectLicences(manifest: Manifest, go: Go, zig: Zig, cwd: string): Promise<Part[]> {
  const { modules, requires, request } = manifest;
  const all: Source[] = [...modules.filter(({ path }) => path !== 'std'), ...requires.map(replaced)];
  const remote = all.filter(({ dir }) => !dir);
  const folders = await download(remote, go, cwd);
  const parts = all.map(({ path, version, dir, sum }): Part => {
    const texts = licencesIn(dir ?? folders.get(`${path}@${version}`));
    return { name: path, version, kind: 'module', ...(sum && { sum }), ids: idsOf(texts), texts };
  });
  const goTexts = licencesIn(await goRoot(go), false);
  const ourTexts = licencesIn(packageRoot, false);
  return [
    ...parts.sort((a, b) => (a.name < b.name ? -1 : 1)),
    { name: 'std', version: request.go, kind: 'go', ids: idsOf(goTexts), texts: goTexts },
    { name: 'usegolib', version: packageVersion, kind: 'usegolib', ids: idsOf(ourTexts), texts: ourTexts },
    zigPart(zig, request.target),
  ];
}

/**
 * What of Zig is in a library: its compiler's run-time, and the start-up code of the C library that it brings. Who packs Zig
 * anew puts a licence of their own beside it: Zig's is ours, by others.
 */
function zigPart({ path, lib = join(dirname(path), 'lib'), version }: Zig, target: string): Part {
  const ours = readFileSync(join(packageRoot, 'LICENSE'), 'utf8').trim();
  const texts = { LICENSE: ours.replace(/^Copyright.*$/m, 'Copyright (c) Zig contributors') };
  const libc = { linux: 'libc/glibc/LICENSES', windows: 'libc/mingw/COPYING' }[targetOf(target)!.goos];
  const file = libc && join(lib, libc);
  const more = file && existsSync(file) ? { [libc]: readFileSync(file, 'utf8').trim() } : {};
  return { name: 'zig', version, kind: 'zig', ids: ['MIT'], texts: { ...texts, ...more } };
}

interface Source {
  path: string;
  version: string;
  dir?: string;
  sum?: string;
}

/** The module that stands in the place of another. */
function replaced({ replace, ...module }: Requirement): Source {
  if (replace === undefined) return module;
  const [path, version] = replace.split(' ') as [string, string];
  return { ...module, path, version };
}

/** Where the go command keeps each module; it fetches what is not there. */
async function download(modules: Source[], go: Go, cwd: string): Promise<Map<string, string>> {
  if (modules.length === 0) return new Map();
  const names = modules.map(({ path, version }) => `${path}@${version}`);
  const env = { ...goEnv(thisHost()), GOFLAGS: '', GOWORK: 'off' };
  const command: Command = { file: go.path, args: ['mod', 'download', '-json', ...names], cwd, env };
  const { code, stdout, stderr } = await run(command);
  if (code === 0) {
    const found = jsonStream<{ Path: string; Version: string; Dir: string }>(stdout);
    return new Map(found.map(({ Path, Version, Dir }) => [`${Path}@${Version}`, Dir]));
  }
  throw new BuildError('the licences of the Go modules cannot be read', {
    code: 'LICENCE_UNREADABLE',
    command: commandLine(command),
    output: `${stderr}${stdout}`.trim(),
    hint: 'Every module in the library brings its licence; the go command could not fetch one of them.',
  });
}

async function goRoot(go: Go): Promise<string> {
  const { stdout } = await run({ file: go.path, args: ['env', 'GOROOT'], env: goEnv(thisHost()) });
  return stdout.trim() || dirname(dirname(go.path));
}

const LICENCE = /^(licen[cs]e|copying|notice|patents|unlicense)([-._].*)?$/i;
/** Text, not a program that happens to be called so. */
const TEXT = /(^[^.]*|\.(txt|md|rst|mit|apache|bsd|[\d.]+))$/i;

/** The licence files of a module; below its root those of code that was taken over. One too many does no harm. */
function licencesIn(dir: string | undefined, deep = true): Record<string, string> {
  const found: Record<string, string> = {};
  const visit = (folder: string) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      const enters = deep && !/^([._]|testdata$|node_modules$)/.test(entry.name);
      if (entry.isDirectory()) enters && visit(path);
      else if (LICENCE.test(entry.name) && TEXT.test(entry.name))
        found[relative(dir!, path).split(sep).join('/')] = readFileSync(path, 'utf8').trim();
    }
  };
  if (dir) visit(dir);
  return Object.fromEntries(Object.entries(found).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function idsOf(texts: Record<string, string>): string[] {
  return [...new Set(Object.values(texts).flatMap((text) => identify(text) ?? []))].sort();
}

/** What is in any of several libraries. */
export function union(lists: Part[][]): Part[] {
  return [...new Map(lists.flat().map((part) => [`${part.name}@${part.version}`, part])).values()];
}

/** All texts as one file; equal ones once. */
export function printLicences(parts: Part[]): string {
  const texts = new Map<string, string[]>();
  for (const { name, version, texts: files } of parts) {
    const own = Object.entries(files);
    if (own.length === 0) own.push(['', 'This module came without a licence file.']);
    for (const [file, text] of own) {
      const title = [`${name} ${version}`, file].filter(Boolean).join(', ');
      texts.set(text, [...(texts.get(text) ?? []), title]);
    }
  }
  const line = `\n\n${'-'.repeat(80)}\n\n`;
  return `${[...texts].map(([text, titles]) => `${titles.join('\n')}\n\n${text}`).join(line)}\n`;
}
