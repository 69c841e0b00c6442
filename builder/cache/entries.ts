import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from '../process.ts';
import { type Artifact, artifactsIn, foldersIn, homesIn, nameOf } from './artifacts.ts';
import { usersOf } from './users.ts';

export const KINDS = [
  'artifact',
  'toolchain',
  'scanner',
  'compiler cache',
  'module cache',
  'notes',
  'work',
  'leftover',
] as const;

/** Something that a build has put into the cache folder, or into the store. */
export interface Entry {
  kind: (typeof KINDS)[number];
  name: string;
  path: string;
  bytes: number;
  /** When it was last used, as the file system knows it (to the day), in milliseconds. */
  used: number;
  /** Processes that use it now. */
  users: number[];
  artifact?: Artifact;
}

/** Everything in the cache folder and in the store. */
export async function entriesIn(cache: string, store: string): Promise<Entry[]> {
  const inside = (kind: Entry['kind'], folder: string) =>
    foldersIn(join(cache, folder)).flatMap((name) =>
      PARTIAL.test(name) ? [] : [{ kind, name, path: join(cache, folder, name) }],
    );
  const artifacts = artifactsIn(store).map((artifact) => {
    return { kind: 'artifact' as const, name: nameOf(artifact), path: artifact.folder, artifact };
  });
  const tools = [
    ...inside('toolchain', 'toolchains'),
    ...inside('scanner', 'gen'),
    ...inside('module cache', 'modules'),
    { kind: 'compiler cache' as const, name: 'zig-cache', path: join(cache, 'zig-cache') },
  ];
  // Which libraries the runtime has verified, and what V8 made of the runtime: both are made again where there is none.
  const notes = ['verified', 'code'].map((name) => {
    return { kind: 'notes' as const, name, path: join(cache, name), users: [] };
  });
  const left = leftovers(cache, store).map((path) => ({ kind: 'leftover' as const, name: path, path }));
  const loaded = await usersOf([...artifacts, ...tools].map(({ path }) => path));
  const users = ({ path }: { path: string }) => loaded.get(path) ?? [];
  const builders = buildersIn(cache);
  return [
    ...artifacts.map((entry) => ({ ...entry, users: users(entry) })),
    // A build may start any tool of the cache at any time.
    ...tools.map((entry) => ({ ...entry, users: [...new Set([...users(entry), ...builders])] })),
    ...inside('work', 'work').map((entry) => ({ ...entry, users: [Number.parseInt(entry.name, 10)].filter(isAlive) })),
    ...notes,
    ...left.map((entry) => ({ ...entry, users: [] })),
  ].flatMap((entry) => {
    const measured = measure(entry.path);
    return measured ? [{ ...entry, ...measured }] : [];
  });
}

/** Processes that build now. */
export function buildersIn(cache: string): number[] {
  const ids = foldersIn(join(cache, 'work')).map((name) => Number.parseInt(name, 10));
  return [...new Set(ids)].filter(isAlive);
}

/** What a process writes before it gets its name: `<name>.tmp-<pid>`. */
const PARTIAL = /\.tmp-(\d+)/;

/** What a killed process has left half done. */
function leftovers(cache: string, store: string): string[] {
  const places = ['toolchains', 'gen', 'modules', 'verified', 'code'].map((name) => join(cache, name));
  return [...homesIn(store).map(({ home }) => home), ...places].flatMap((place) =>
    namesIn(place).flatMap((name) => {
      const pid = PARTIAL.exec(name)?.[1];
      return pid && !isAlive(Number(pid)) ? [join(place, name)] : [];
    }),
  );
}

/** Bytes of all files at a path, and the last time that one of them was read or written; undefined if it is gone. */
function measure(path: string): { bytes: number; used: number } | undefined {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (!stat) return undefined;
  // Looking into a folder counts as reading it, and that is what we do.
  if (!stat.isDirectory()) return { bytes: stat.size, used: Math.max(stat.atimeMs, stat.mtimeMs) };
  const inner = namesIn(path).flatMap((name) => measure(join(path, name)) ?? []);
  const bytes = inner.reduce((sum, one) => sum + one.bytes, 0);
  return { bytes, used: inner.reduce((last, { used }) => Math.max(last, used), stat.mtimeMs) };
}

function namesIn(dir: string): string[] {
  try {
    return readdirSync(dir);
  } catch {
    return [];
  }
}
