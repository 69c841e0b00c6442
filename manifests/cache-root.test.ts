import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cacheRoot, storeRoot } from './cache-root.ts';

test('the root is USEGOLIB_ARTIFACT_DIR, or in the cache folder of the system', () => {
  expect(storeRoot({ USEGOLIB_ARTIFACT_DIR: '/a' })).toBe('/a');
  expect(storeRoot({ USEGOLIB_CACHE_DIR: '/c' })).toBe(join('/c', 'artifacts'));
  expect(cacheRoot({ XDG_CACHE_HOME: '/x' }, 'linux')).toBe(join('/x', 'usegolib'));
  expect(cacheRoot({ LOCALAPPDATA: '/l' }, 'win32')).toBe(join('/l', 'usegolib', 'Cache'));
  expect(cacheRoot({}, 'darwin')).toMatch(/Library.Caches.usegolib$/);
});
