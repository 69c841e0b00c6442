import { chmodSync, lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../../manifests/sha256.ts';

/** One line per file and folder below `dir`: mode, time of the last change, name, hash of the content. */
export function readTree(dir: string): string {
  return below(dir)
    .map((name) => {
      const path = join(dir, name);
      const { mode, mtimeMs } = lstatSync(path);
      return `${mode.toString(8)} ${mtimeMs} ${name || '.'} ${content(path)}`;
    })
    .join('\n');
}

/** Nobody may write in this tree: a build that tries fails, unless root runs it. */
export function freeze(dir: string): void {
  for (const name of below(dir)) chmodSync(join(dir, name), lstatSync(join(dir, name)).mode & 0o555);
}

/** The owner may write again, so that the tree can be removed. */
export function thaw(dir: string): void {
  if (lstatSync(dir).isSymbolicLink()) return;
  chmodSync(dir, lstatSync(dir).mode | 0o200);
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    if (entry.isDirectory()) thaw(join(dir, entry.name));
  }
}

/** Relative names, the folder itself as ''. */
function below(dir: string): string[] {
  return ['', ...(readdirSync(dir, { recursive: true }) as string[]).sort()];
}

function content(path: string): string {
  const stat = lstatSync(path);
  if (stat.isSymbolicLink()) return `→ ${readlinkSync(path)}`;
  return stat.isFile() ? sha256(readFileSync(path)) : '';
}
