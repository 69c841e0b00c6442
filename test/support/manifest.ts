import type { Manifest } from '../../manifests/manifest.ts';
import { resolveOptions } from '../../manifests/options.ts';

/** A manifest as a build of one small module leaves it; a test changes what it is about. */
export function sampleManifest(change: Partial<Manifest> = {}): Manifest {
  const modules = [{ path: 'example.org/shop', version: 'v1.2.3', packages: ['example.org/shop'] }];
  return {
    manifestVersion: 1,
    usegolib: '0.1.0',
    abi: 1,
    fingerprint: '0'.repeat(32),
    library: { file: 'libusegolib.so', sha256: 'ab'.repeat(32), size: 12 },
    modules,
    requires: [],
    request: {
      modules,
      target: 'linux-amd64',
      options: resolveOptions({}),
      go: '1.26.8',
      zig: '0.16.0',
      bridge: 'cd'.repeat(32),
      flags: ['-trimpath'],
      env: {},
    },
    sources: { files: {}, folders: [] },
    skips: [],
    schemaHash: '0123456789abcdef',
    schema: { packages: [{ path: 'example.org/shop', name: 'shop', bound: true }], types: [] },
    ...change,
  };
}
