import { expect, it } from 'vitest';
import { sampleManifest } from '../../test/support/manifest.ts';
import { portable } from './portable.ts';

it('a manifest that is given away names no folder of this machine', () => {
  const module = { path: 'example.org/shop', version: 'local', packages: ['example.org/shop'], dir: '/home/me/shop' };
  const { request } = sampleManifest();
  const env = { CGO_CFLAGS: '-I/home/me/include', GOFLAGS: '-modfile=../x.mod', GOAMD64: 'v3' };
  const manifest = sampleManifest({
    modules: [module],
    requires: [
      { path: 'a.org/a', version: 'v1.0.0', dir: '/home/me/my a' },
      { path: 'w.org/w', version: 'local', dir: '/home/me/w' },
      { path: 'b.org/b', version: 'v1.0.0', replace: 'c.org/b v1.1.0' },
    ],
    request: { ...request, modules: [module], env },
    sources: { files: { '/home/me/shop/shop.go': 'ab' }, folders: [] },
  });
  const given = portable(manifest, '1.2.3');
  expect(JSON.stringify(given)).not.toMatch(/home|local|\.\./);
  expect(given.modules).toEqual([{ path: 'example.org/shop', version: 'v1.2.3', packages: ['example.org/shop'] }]);
  expect(given.requires).toEqual([
    { path: 'a.org/a', version: 'v1.0.0' },
    { path: 'w.org/w', version: 'v1.2.3' },
    { path: 'b.org/b', version: 'v1.0.0', replace: 'c.org/b v1.1.0' },
  ]);
  expect(given.request.env).toEqual({ GOAMD64: 'v3' });
});
