/** Paths in a file's bytes of sources, headers and objects below these folders: what a compiler leaves behind. */
export function leakedPaths(file: Buffer, folders: readonly string[]): string[] {
  const found = new Set<string>();
  for (const folder of folders) {
    for (let at = file.indexOf(folder); at >= 0; at = file.indexOf(folder, at + 1)) {
      if (INSIDE.test(file.toString('latin1', Math.max(0, at - 1), at))) continue;
      const path = SOURCE.exec(file.toString('latin1', at + folder.length, at + LONGEST))?.[0];
      if (path) found.add(folder + path);
    }
  }
  return [...found].slice(0, 5);
}

const LONGEST = 1024;
/** What comes before a piece of a longer path: `github.com/me/src/x.go` names nothing in `/src`. */
const INSIDE = /[\w.~@+/\\-]/;
/** A folder alone may be a text of the module's own, such as `/root/`. */
const SOURCE = /^[/\\][\u0020-\u00ff]*?\.(go|c|cc|cpp|cxx|h|hh|hpp|s|S|m|zig|o|a|obj|lib|def)\b/;
