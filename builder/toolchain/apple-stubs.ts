import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cacheRoot } from '../../manifests/cache-root.ts';
import type { Go } from './go.ts';
import { installOnce } from './install.ts';

/**
 * What a linker must know of Apple's libraries to link Go's standard library without Apple's SDK: for each library that its
 * sources import from (`//go:cgo_import_dynamic`), a text stub with those names. The folder serves `-L` and `-F`.
 * Zig brings its own stub of libSystem.
 */
export function appleStubs(go: Go): Promise<string> {
  const folder = join(cacheRoot(), 'toolchains', `apple-stubs-go${go.version}`);
  return installOnce(
    folder,
    () => {},
    async (aside) => {
      for (const [installName, symbols] of importsOfGo(join(dirname(go.path), '..', 'src'))) {
        const file = join(aside, stubFile(installName));
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, printStub(installName, [...symbols].sort()));
      }
    },
  );
}

/** Install name of each library → the names Go's standard library imports from it. */
export function importsOfGo(src: string): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const file of goFiles(src)) {
    for (const [, name, library] of readFileSync(file, 'latin1').matchAll(IMPORT)) {
      if (library === '/usr/lib/libSystem.B.dylib') continue;
      found.set(library!, (found.get(library!) ?? new Set()).add(name!));
    }
  }
  return found;
}

const IMPORT = /^\/\/go:cgo_import_dynamic \S+ (\S+) "(\/(?:usr\/lib|System\/Library)\/[^"]+)"/gm;

function* goFiles(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && entry.name !== 'testdata' && entry.name !== 'cmd') yield* goFiles(path);
    else if (entry.name.endsWith('.go') && !entry.name.endsWith('_test.go')) yield path;
  }
}

/** Where `-lresolv` and `-framework Security` look: `libresolv.tbd`, `Security.framework/Security.tbd`. */
function stubFile(installName: string): string {
  const framework = /\/(\w+)\.framework\//.exec(installName)?.[1];
  return framework ? `${framework}.framework/${framework}.tbd` : `${/(lib\w+)[^/]*$/.exec(installName)![1]}.tbd`;
}

function printStub(installName: string, symbols: string[]): string {
  return `--- !tapi-tbd
tbd-version: 4
targets: [ x86_64-macos, arm64-macos ]
install-name: '${installName}'
exports:
  - targets: [ x86_64-macos, arm64-macos ]
    symbols: [ ${symbols.map((name) => `_${name}`).join(', ')} ]
...
`;
}
