import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { strToU8, zipSync } from 'fflate';
import { escapeCapitals } from '../../manifests/store.ts';
import { parseTxtar } from './txtar.ts';

/**
 * Writes a Go module proxy that needs no network: a folder in the layout of the GOPROXY protocol.
 * @param modules folder of `.txtar` files, one a module; the comment's first line is `path@version`
 * @returns what `GOPROXY` must be
 */
export function writeProxy(modules: string, folder: string): string {
  const versions = new Map<string, string[]>();
  for (const name of readdirSync(modules)) {
    const { comment, files } = parseTxtar(readFileSync(join(modules, name), 'utf8'));
    const [path, version] = comment.split('\n', 1)[0].split('@');
    const place = join(folder, escapeCapitals(path), '@v');
    mkdirSync(place, { recursive: true });
    const entries = [...files].map(([file, text]) => [`${path}@${version}/${file}`, strToU8(text)]);
    writeFileSync(join(place, `${version}.zip`), zipSync(Object.fromEntries(entries)));
    writeFileSync(join(place, `${version}.mod`), files.get('go.mod') ?? `module ${path}\n`);
    writeFileSync(join(place, `${version}.info`), JSON.stringify({ Version: version, Time: '2026-01-02T03:04:05Z' }));
    versions.set(place, [...(versions.get(place) ?? []), version]);
  }
  for (const [place, list] of versions) writeFileSync(join(place, 'list'), `${list.join('\n')}\n`);
  return pathToFileURL(folder).href;
}
