import type { BuildRequest } from '../manifests/manifest.ts';
import { sha256 } from '../manifests/sha256.ts';
import type { Sources } from '../manifests/sources.ts';

/** The hash of everything that decides a build: equal fingerprints mean equal libraries. */
export function fingerprint(request: BuildRequest, sources: Sources): string {
  return sha256(canonical([request, sources])).slice(0, 32);
}

/** JSON with sorted keys: the order in which an object was made does not matter. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, v) =>
    v && typeof v === 'object' && !Array.isArray(v)
      ? Object.fromEntries(Object.entries(v).sort(([a], [b]) => (a < b ? -1 : 1)))
      : v,
  );
}
