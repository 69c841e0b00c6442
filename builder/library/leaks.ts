/** Paths in a file's bytes of sources, headers and objects below these folders: what a compiler leaves behind. */
export function leakedPaths(file: Buffer, folders: readonly string[]): string[] {
  const found = new Set<string>();
  for (const folder of folders) {
    for (let at = file.indexOf(folder); at >= 0; at = file.indexOf(folder, at + 1)) {
      const rest = file.toString('latin1', at + folder.length, at + LONGEST);
      const path = SOURCE.exec(rest)?.[0];
      if (path) found.add(folder + path);
    }
  }
  return [...found].slice(0, 5);
}

const LONGEST = 1024;
/** A folder alone may be a text of the module's own, such as `/root/`. */
const SOURCE = /^[/\\][\u0020-\u00ff]*?\.(go|c|cc|cpp|cxx|h|hh|hpp|s|S|m|zig|o|a|obj|lib|def)\b/;
