import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, expect, it } from 'vitest';
import { writeProxy } from './module-proxy.ts';

const folder = mkdtempSync(join(tmpdir(), 'usegolib-proxy-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('lays out every version of a module as the GOPROXY protocol wants it', () => {
  const url = writeProxy(fileURLToPath(new URL('../script/modules', import.meta.url)), folder);
  expect(url).toMatch(/^file:\/\//);
  const place = join(folder, 'example.org/!money/@v');
  expect(readFileSync(join(place, 'list'), 'utf8').trim().split('\n').sort()).toEqual(['v1.0.0', 'v1.1.0']);
  expect(JSON.parse(readFileSync(join(place, 'v1.1.0.info'), 'utf8'))).toMatchObject({ Version: 'v1.1.0' });
  expect(readFileSync(join(place, 'v1.1.0.mod'), 'utf8')).toContain('module example.org/Money');
  const files = unzipSync(readFileSync(join(place, 'v1.1.0.zip')));
  expect(strFromU8(files['example.org/Money@v1.1.0/money.go'])).toContain('package money');
});
