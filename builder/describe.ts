import { ABI } from '../abi/numbers.ts';
import { type BuildRequest, MANIFEST_VERSION, type Manifest, type Requirement } from '../manifests/manifest.ts';
import { moduleOf } from '../manifests/module-of.ts';
import type { Sources } from '../manifests/sources.ts';
import { LOCAL } from '../manifests/store.ts';
import { packageVersion } from './assets.ts';
import { fingerprint } from './fingerprint.ts';

/** What the scan found, as far as a manifest says it. */
type Found = Pick<Manifest, 'schema' | 'schemaHash' | 'skips'> & { modules: Requirement[] };

/** Everything that the manifest of a build says, but for the library itself. */
export function describe(request: BuildRequest, sources: Sources, found: Found): Omit<Manifest, 'library'> {
  const { schema, schemaHash, skips } = found;
  const bound = schema.packages.filter((p) => p.bound).map((p) => p.path);
  const modules = request.modules.map((module) => {
    const sum = found.modules.find(({ path }) => path === module.path)?.sum;
    const own = (path: string) => moduleOf(request.modules, path) === module;
    const packages = module.path === 'std' ? module.packages : bound.filter(own);
    return { ...module, packages, ...(sum && { sum }) };
  });
  return {
    manifestVersion: MANIFEST_VERSION,
    usegolib: packageVersion,
    abi: ABI,
    fingerprint: fingerprint(request, sources),
    modules,
    requires: found.modules
      .filter(({ path }) => !request.modules.some((module) => module.path === path))
      .map((module) => ({ ...module, version: module.version || LOCAL })),
    request,
    sources,
    skips,
    schemaHash,
    schema,
  };
}
