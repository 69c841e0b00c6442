import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of this npm package: a checkout, or what was installed. */
export const packageRoot = (() => {
  let dir = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(dir, 'bridge-go', 'gen', 'go.mod'))) {
    if (dirname(dir) === dir) throw new Error('internal error: bridge-go is not beside this file');
    dir = dirname(dir);
  }
  return dir;
})();

export const genDir = join(packageRoot, 'bridge-go', 'gen');
export const bridgeDir = join(packageRoot, 'bridge-go', 'bridge');
/** The linker's list of what a library exports. */
export const exportsMap = join(bridgeDir, 'export', 'exports.map');

const own = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8'));
export const packageVersion: string = own.version;
/** The versions of Node that the runtime supports. */
export const packageEngines: { node: string } = own.engines;

/** Relative names of the sources of gen or the bridge, without their tests, sorted. */
export function sourceFiles(dir: string): string[] {
  return readdirSync(dir, { withFileTypes: true })
    .flatMap((entry) => {
      if (entry.isDirectory()) {
        return entry.name === 'testdata'
          ? []
          : sourceFiles(join(dir, entry.name)).map((name) => `${entry.name}/${name}`);
      }
      return entry.name.endsWith('_test.go') ? [] : [entry.name];
    })
    .sort();
}

/** One hash of all sources in these folders: when it changes, every library is built anew. */
export function hashSources(...dirs: string[]): string {
  const hash = createHash('sha256');
  for (const dir of dirs) {
    for (const name of sourceFiles(dir)) {
      const data = readFileSync(join(dir, name));
      hash.update(`${name} ${data.length}\n`).update(data);
    }
  }
  return hash.digest('hex');
}
