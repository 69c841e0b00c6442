import type { Manifest } from '../../manifests/manifest.ts';
import { isLocal } from '../../manifests/sources.ts';
import { LOCAL } from '../../manifests/store.ts';
import { fingerprint } from '../fingerprint.ts';

/**
 * The manifest as it can be given away: nothing names a folder of this machine. A local module takes the version of the
 * package that it is published in.
 */
export function portable(manifest: Manifest, version: string): Manifest {
  const given = <M extends { version: string; dir?: string }>({ dir: _, ...module }: M) =>
    module.version === LOCAL ? { ...module, version: `v${version}` } : module;
  const request = {
    ...manifest.request,
    modules: manifest.request.modules.map(given),
    env: Object.fromEntries(Object.entries(manifest.request.env).filter(([, value]) => !/[\\/]/.test(value))),
  };
  // That of a local build stands for files by their paths: here the library stands for them.
  const content = { files: { [manifest.library.file]: manifest.library.sha256 }, folders: [] };
  return {
    ...manifest,
    ...(isLocal(manifest.sources) && { fingerprint: fingerprint(request, content) }),
    modules: manifest.modules.map(given),
    requires: manifest.requires.map(given),
    request,
    sources: { files: {}, folders: [] },
  };
}
