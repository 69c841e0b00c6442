import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { storeRoot } from '../../manifests/cache-root.ts';
import { type Manifest, printManifest } from '../../manifests/manifest.ts';
import { sha256 } from '../../manifests/sha256.ts';
import { artifactHome, MANIFEST, POINTER, writePointer } from '../../manifests/store.ts';
import { hostTarget } from '../../manifests/target.ts';
import { findArtifact, parseWanted } from '../../runtime/find.ts';
import { readArtifact } from '../../runtime/verify.ts';
import { testModule } from './test-module.ts';

/** The module path of `test-modules`, and of its packages. */
export const modules = 'usegolib.test/modules';

/** The artifact of `test-modules`: a real library to make others from. */
export async function realArtifact(): Promise<{ folder: string; manifest: Manifest }> {
  await testModule('scalars');
  const folder = fileURLToPath(new URL('../../test-modules/scalars', import.meta.url));
  const { home, pointer } = findArtifact(storeRoot(), [parseWanted(folder)], hostTarget()!.id)!;
  const place = join(home, pointer.fingerprint);
  return { folder: place, manifest: readArtifact(place).manifest };
}

/** A module as a manifest lists it, with some packages of `test-modules`. */
export function moduleOf(path: string, version: string, ...packages: string[]): Manifest['modules'][number] {
  return { path, version, packages: packages.map((name) => `${modules}/${name}`) };
}

/**
 * Stores a copy of a real artifact under other names. Its library is what it was; what the manifest says may be changed.
 * @returns the folder of the artifact
 */
export function store(
  root: string,
  real: { folder: string; manifest: Manifest },
  list: Manifest['modules'],
  change: Partial<Manifest> = {},
): string {
  const names = list.map(({ path, version }) => `${path}@${version}`).join(' ');
  const fingerprint = sha256(`${root} ${names}`).slice(0, 32);
  const home = artifactHome(root, list, hostTarget()!.id);
  const folder = join(home, fingerprint);
  mkdirSync(folder, { recursive: true });
  const { library } = real.manifest;
  copyFileSync(join(real.folder, library.file), join(folder, library.file));
  const sources = { files: {}, folders: [] };
  const manifest = { ...real.manifest, fingerprint, modules: list, sources, ...change };
  writeFileSync(join(folder, MANIFEST), printManifest(manifest));
  writeFileSync(
    join(home, POINTER),
    writePointer({ fingerprint, modules: list.map(({ path, version, packages }) => ({ path, version, packages })) }),
  );
  return folder;
}
