import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { appleStubs, importsOfGo } from './apple-stubs.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'apple-stubs-'));
  vi.stubEnv('USEGOLIB_CACHE_DIR', join(root, 'cache'));
  write('src/crypto/x509/keys.go', [
    'package x509',
    '//go:cgo_import_dynamic x509_SecCopy SecCopy "/System/Library/Frameworks/Security.framework/Versions/A/Security"',
    '//go:cgo_import_dynamic libc_close close "/usr/lib/libSystem.B.dylib"',
  ]);
  write('src/net/resolve.go', [
    'package net',
    '//go:cgo_import_dynamic a res_9_ninit "/usr/lib/libresolv.9.dylib"',
    '//go:cgo_import_dynamic b res_9_nclose "/usr/lib/libresolv.9.dylib"',
  ]);
  write('src/net/resolve_test.go', ['//go:cgo_import_dynamic c never "/usr/lib/libresolv.9.dylib"']);
  write('src/cmd/link/testdata/x.go', ['//go:cgo_import_dynamic d never "/usr/lib/libnever.dylib"']);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(root, { recursive: true });
});

function write(name: string, lines: string[]): void {
  mkdirSync(join(root, name, '..'), { recursive: true });
  writeFileSync(join(root, name), `${lines.join('\n')}\n`);
}

test('what Go’s own packages import is found by library, libSystem excepted', () => {
  expect([...importsOfGo(join(root, 'src'))]).toEqual([
    ['/System/Library/Frameworks/Security.framework/Versions/A/Security', new Set(['SecCopy'])],
    ['/usr/lib/libresolv.9.dylib', new Set(['res_9_ninit', 'res_9_nclose'])],
  ]);
});

test('each library has a stub where the linker looks for it, with its install name and its symbols', async () => {
  const folder = await appleStubs({ path: join(root, 'bin', 'go'), version: '1.26.8' });
  const security = await readFile(join(folder, 'Security.framework', 'Security.tbd'), 'utf8');
  expect(security).toContain("install-name: '/System/Library/Frameworks/Security.framework/Versions/A/Security'");
  expect(security).toContain('symbols: [ _SecCopy ]');
  expect(await readFile(join(folder, 'libresolv.tbd'), 'utf8')).toContain('symbols: [ _res_9_nclose, _res_9_ninit ]');
});
