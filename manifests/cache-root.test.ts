import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { cacheRoot, storeRoot } from './cache-root.ts';

test('the root is USEGOLIB_ARTIFACT_DIR, or in the cache folder of the system', () => {
  expect(storeRoot({ USEGOLIB_ARTIFACT_DIR: '/a' })).toBe('/a');
  expect(storeRoot({ USEGOLIB_CACHE_DIR: '/c' })).toBe(join('/c', 'artifacts'));
  expect(cacheRoot({ XDG_CACHE_HOME: '/x' }, 'linux')).toBe(join('/x', 'usegolib'));
  expect(cacheRoot({ LOCALAPPDATA: '/l' }, 'win32')).toBe(join('/l', 'usegolib', 'Cache'));
  expect(cacheRoot({}, 'darwin')).toMatch(/Library.Caches.usegolib$/);
});

test.runIf(process.platform !== 'win32')('without a home folder it is no folder of the current one', () => {
  vi.stubEnv('HOME', '');
  expect(cacheRoot({}, 'linux')).toBe('/.cache/usegolib');
  vi.unstubAllEnvs();
});
