import type { Manifest } from '../../manifests/manifest.ts';
import { LOCAL } from '../../manifests/store.ts';

/**
 * The manifest as it can be given away: nothing names a folder of this machine. A local module takes the version of the
 * package that it is published in.
 */
export function portable(manifest: Manifest, version: string): Manifest {
  const given = <M extends { version: string; dir?: string }>({ dir: _, ...module }: M) =>
    module.version === LOCAL ? { ...module, version: `v${version}` } : module;
  const { request } = manifest;
  const isPath = (text: string) => /(^|[=\s,"'])([/\\.]|[A-Za-z]:[\\/])/.test(text);
  return {
    ...manifest,
    modules: manifest.modules.map(given),
    requires: manifest.requires.map(({ replace, ...module }) =>
      replace === undefined || isPath(replace) ? module : { ...module, replace },
    ),
    request: {
      ...request,
      modules: request.modules.map(given),
      env: Object.fromEntries(Object.entries(request.env).filter(([, value]) => !isPath(value))),
    },
    sources: { files: {}, folders: [] },
  };
}
