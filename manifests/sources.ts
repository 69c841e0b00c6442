import { type Dirent, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Checked, list, object, oneOf, record, text } from './json-path.ts';
import { sha256 } from './sha256.ts';

/**
 * The local files a library was built from, in a form that answers "has anything changed?" with file reads alone:
 * the contents of every file that took part, and the names in every folder where a new file would.
 */
export const checkSources = object({
  /** Absolute path → SHA-256 of the content, or `absent`. */
  files: record(text),
  /** Folders, all levels below them: a Go source file, or any file where the package embeds files. */
  folders: list(object({ dir: text, names: oneOf('go', 'all'), digest: text })),
});
export type Sources = Checked<typeof checkSources>;

/** What to watch: files by absolute path; folders, and which names in them count. */
export interface Watched {
  files: string[];
  folders: { dir: string; names: 'go' | 'all' }[];
}

const ABSENT = 'absent';
const GO_SOURCE = /\.(go|c|cc|cpp|cxx|m|h|hh|hpp|hxx|f|F|for|f90|s|S|sx|swig|swigcxx|syso)$|^go\.(mod|sum|work)$/;

/** Reads everything that is watched, in an order that does not depend on the caller. */
export function readSources({ files, folders }: Watched): Sources {
  const unique = [...new Map(folders.map((folder) => [`${folder.names} ${folder.dir}`, folder])).values()];
  return {
    files: Object.fromEntries([...new Set(files)].sort().map((file) => [file, digestFile(file)])),
    folders: unique
      .sort((a, b) => (a.dir + a.names < b.dir + b.names ? -1 : 1))
      .map(({ dir, names }) => ({ dir, names, digest: sha256(namesBelow(dir, names).join('\n')) })),
  };
}

/** The same files and folders as they are now. Equal text means that nothing changed. */
export function rereadSources({ files, folders }: Sources): Sources {
  return readSources({ files: Object.keys(files), folders });
}

export function isLocal({ files }: Sources): boolean {
  return Object.keys(files).length > 0;
}

function digestFile(file: string): string {
  try {
    return sha256(readFileSync(file));
  } catch {
    return ABSENT;
  }
}

/** Relative names. Like Go, does not enter other modules or folders that `./...` leaves out; `all` enters the latter. */
function namesBelow(root: string, which: 'go' | 'all'): string[] {
  const found: string[] = [];
  const visit = (dir: string, prefix: string) => {
    const entries = entriesOf(dir);
    if (prefix && entries.some((entry) => entry.name === 'go.mod')) return;
    for (const entry of entries) {
      const name = prefix + entry.name;
      if (entry.isDirectory()) {
        if (which === 'all' ? !OTHER.has(entry.name) : !/^[._]|^(testdata|vendor|node_modules)$/.test(entry.name)) {
          visit(join(dir, entry.name), `${name}/`);
        }
      } else if (which === 'all' || isSource(entry.name)) found.push(name);
    }
  };
  visit(root, '');
  return found.sort();
}

/** Tests decide no build. */
function isSource(name: string): boolean {
  return GO_SOURCE.test(name) && !name.endsWith('_test.go');
}

/** Folders Go refuses to embed, or that are too large to be meant. */
const OTHER = new Set(['.git', '.hg', '.svn', '.bzr', 'node_modules']);

function entriesOf(dir: string): Dirent[] {
  try {
    return readdirSync(dir, { withFileTypes: true });
  } catch {
    return [];
  }
}
