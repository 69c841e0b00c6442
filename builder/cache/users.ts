import { closeSync, openSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { run } from '../process.ts';

/**
 * Which processes have a library of these folders loaded, as the operating system knows it: nothing is written when a library
 * is loaded, so nothing can be left behind. Folder → process ids; on Windows, which does not say whose it is, [0].
 */
export async function usersOf(folders: readonly string[]): Promise<Map<string, number[]>> {
  const users = new Map<string, number[]>();
  // The system names files without the links that led to them.
  const real = folders.map((folder) => [folder, realOf(folder)] as const);
  const add = (file: string, pid: number) => {
    const [folder] = real.find(([, path]) => file.startsWith(`${path}/`) || file.startsWith(`${path}\\`)) ?? [];
    if (folder === undefined) return;
    const known = users.get(folder) ?? [];
    if (!known.includes(pid)) users.set(folder, [...known, pid]);
  };
  const files = () => real.flatMap(([, path]) => libraries(path));
  if (process.platform === 'linux') for (const [file, pid] of mapped()) add(file, pid);
  else if (process.platform === 'win32') for (const file of files().filter(isLocked)) add(file, 0);
  else for (const [file, pid] of await open(files())) add(file, pid);
  return users;
}

function* mapped(): Generator<[file: string, pid: number]> {
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    let maps = '';
    try {
      maps = readFileSync(`/proc/${pid}/maps`, 'utf8');
    } catch {
      continue; // It ended, or is somebody else's, who has a store of their own.
    }
    const files = [...maps.matchAll(/ (\/.+?)(?: \(deleted\))?$/gm)].map((match) => match[1]!);
    for (const file of new Set(files)) yield [file, Number(pid)];
  }
}

/** What lsof prints with `-Fpn`: a line `p<pid>`, then a line `n<file>` for each file. */
async function open(files: string[]): Promise<[file: string, pid: number][]> {
  if (files.length === 0) return [];
  const { stdout } = await run({ file: 'lsof', args: ['-Fpn', '--', ...files] });
  let pid = 0;
  return stdout.split('\n').flatMap((line): [string, number][] => {
    if (line.startsWith('p')) pid = Number(line.slice(1));
    return line.startsWith('n') ? [[line.slice(1), pid]] : [];
  });
}

/** A loaded DLL cannot be opened for writing. */
function isLocked(file: string): boolean {
  try {
    closeSync(openSync(file, 'r+'));
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ENOENT';
  }
}

function realOf(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return folder; // It is gone.
  }
}

function libraries(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => /\.(so|dylib|dll)$/.test(name))
      .map((name) => `${folder}/${name}`);
  } catch {
    return [];
  }
}
