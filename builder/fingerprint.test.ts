import { expect, test } from 'vitest';
import type { BuildRequest } from '../manifests/manifest.ts';
import { resolveOptions } from '../manifests/options.ts';
import { canonical, fingerprint } from './fingerprint.ts';

const request: BuildRequest = {
  modules: [{ path: 'a.b/c', version: 'v1.0.0', packages: [] }],
  target: 'linux-amd64',
  options: resolveOptions({}),
  go: '1.26.8',
  zig: '0.16.0',
  bridge: 'a'.repeat(64),
  flags: ['-trimpath'],
  env: {},
};
const sources = { files: {}, folders: [] };

test('the order of keys does not matter', () => {
  expect(canonical({ b: [{ y: 1, x: 2 }], a: 1 })).toBe('{"a":1,"b":[{"x":2,"y":1}]}');
  expect(fingerprint(Object.fromEntries(Object.entries(request).reverse()) as BuildRequest, sources)).toBe(
    fingerprint(request, sources),
  );
});

test.each([
  { modules: [{ path: 'a.b/c', version: 'v1.0.1', packages: [] }] },
  { target: 'linux-arm64' },
  { options: resolveOptions({ int64: 'number' }) },
  { go: '1.26.9' },
  { zig: '0.16.1' },
  { bridge: 'b'.repeat(64) },
  { flags: [] },
  { env: { GOFLAGS: '-tags=x' } },
])('%j makes another build', (change) => {
  expect(fingerprint({ ...request, ...change }, sources)).not.toBe(fingerprint(request, sources));
});

test('a changed source makes another build', () => {
  expect(fingerprint(request, { files: { '/a.go': 'x' }, folders: [] })).not.toBe(fingerprint(request, sources));
});
