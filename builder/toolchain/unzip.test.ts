import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DirHash } from './dirhash.ts';
import { unzip } from './unzip.ts';

let file: string;
let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'unzip-'));
  file = join(dir, 'a.zip');
});
afterEach(() => rmSync(dir, { recursive: true }));

const read = async (bytes: Uint8Array) => {
  writeFileSync(file, bytes);
  const found: Record<string, string> = {};
  for await (const { name, data } of unzip(file)) found[name] = data.toString();
  return found;
};
const zip = zipSync({
  'd/a.txt': Buffer.from('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'),
  b: [Buffer.from('b'), { level: 0 }],
  e: new Uint8Array(),
});

test('packed and stored files come out', async () => {
  expect(await read(zip)).toEqual({ 'd/a.txt': 'a'.repeat(40), b: 'b', e: '' });
});

test('a cut archive is refused wherever it is cut', async () => {
  for (let end = 0; end < zip.length; end++) await expect(read(zip.subarray(0, end))).rejects.toThrow();
});

test('the hash of a module is the one Go computes', () => {
  const hash = new DirHash();
  hash.add('b@v1/b', Buffer.from('two\n'));
  hash.add('b@v1/a', Buffer.from('one\n'));
  const swapped = new DirHash();
  swapped.add('b@v1/a', Buffer.from('one\n'));
  swapped.add('b@v1/b', Buffer.from('two\n'));
  expect(hash.h1()).toBe(swapped.h1());
  // sha256sum a b | sha256sum, in base64.
  expect(hash.h1()).toBe('h1:Q99HevdNbPsKC7LBOC2RmCS9lM7PCd3ByfzahIGbSYU=');
});
