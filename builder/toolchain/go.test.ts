import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { silentReport } from '../report.ts';
import { chooseGo, goCandidates, locateGo } from './go.ts';
import { GO_MINIMUM } from './versions.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'go '));
  vi.stubEnv('PATH', join(dir, 'root/bin'));
  vi.stubEnv('USEGOLIB_GO', '');
  // What is not found would be provisioned: from a mirror that holds nothing.
  vi.stubEnv('USEGOLIB_CACHE_DIR', join(dir, 'cache'));
  vi.stubEnv('USEGOLIB_GO_DOWNLOAD', 'file:///nowhere');
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(dir, { recursive: true });
});

function put(path: string, text: string): string {
  const file = join(dir, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text, { mode: 0o755 });
  return file;
}
/** Go as it is installed: it must not run to tell its version. */
function goRoot(root: string, version: string): string {
  put(`${root}/VERSION`, `go${version}\ntime 2026-01-01T00:00:00Z\n`);
  return put(`${root}/bin/go`, '#!/bin/sh\nexit 1\n');
}

test('Go on PATH is used where it is new enough, without running it', async () => {
  const path = goRoot('root', '1.30.1');
  expect(await chooseGo('1.22', silentReport)).toEqual({ path, version: '1.30.1' });
  expect(goCandidates()[0]).toBe('1.30.1');
});

test.each([
  ['1.25.9', '1.22', `Go 1.25.9 on PATH is too old (${GO_MINIMUM} is needed)`],
  ['1.26.1', '1.26.2', 'Go 1.26.1 on PATH is too old (1.26.2 is needed)'],
])('Go %s on PATH is passed over for a module that asks for %s', async (version, need, reason) => {
  goRoot('root', version);
  await expect(chooseGo(need, silentReport)).rejects.toMatchObject({
    code: 'GO_MISSING',
    message: expect.stringContaining(reason),
  });
  expect(goCandidates(need)).not.toContain(version);
});

test('a module that asks for a Go nobody knows says what to install', async () => {
  await expect(chooseGo('1.999', silentReport)).rejects.toMatchObject({
    code: 'GO_MISSING',
    hint: 'Install Go 1.999 or later and put it on PATH.',
  });
});

test('the Go behind the script of a version manager is found', async () => {
  const path = goRoot('versions/a', '1.30.2');
  put('root/bin/go', `#!/bin/sh\necho '${join(dir, 'versions/a')}'\necho go1.30.2\n`);
  await locateGo();
  expect(await chooseGo('1.22', silentReport)).toEqual({ path, version: '1.30.2' });
});

test('a Go that is named on purpose comes before the one on PATH', async () => {
  goRoot('root', '1.30.1');
  const path = goRoot('mine', '1.30.3');
  vi.stubEnv('USEGOLIB_GO', path);
  expect(await chooseGo('1.22', silentReport)).toEqual({ path, version: '1.30.3' });
});

test('a Go that is named and is none is an error, not another Go', async () => {
  goRoot('root', '1.30.1');
  vi.stubEnv('USEGOLIB_GO', join(dir, 'nowhere'));
  await locateGo();
  const error = { code: 'GO_MISSING', fix: 'unset USEGOLIB_GO' };
  await expect(chooseGo('1.22', silentReport)).rejects.toMatchObject({
    ...error,
    message: `USEGOLIB_GO names ${join(dir, 'nowhere')}, which does not exist`,
  });
  vi.stubEnv('USEGOLIB_GO', put('broken', '#!/bin/sh\nexit 1\n'));
  await locateGo();
  await expect(chooseGo('1.22', silentReport)).rejects.toThrow(/does not run/);
});
