import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve as resolvePath } from 'node:path';
import type { LocalModule } from '../../manifests/local.ts';
import { goSetting } from '../toolchain/goenv.ts';
import { compareGo } from '../toolchain/version.ts';
import type { Work } from '../work.ts';

/**
 * A go.work of our own that uses the user's modules in place, our module and the bridge. One of the user's that already uses a
 * module is continued with absolute paths. `vendor` folders stay in force as replacements; a go.mod that is missing (in them,
 * or in a folder without one) is supplied by an overlay.
 */
export function writeWorkspace(locals: LocalModule[], work: Work) {
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
