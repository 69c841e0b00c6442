import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { untar } from './untar.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'untar-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function entry(name: string, text = '', { type = '0', mode = 0o644 } = {}): Buffer {
  const data = Buffer.from(text);
  const header = Buffer.alloc(512);
  header.write(name, 0);
  header.write(`${mode.toString(8).padStart(7, '0')}\0`, 100);
  header.write(`${data.length.toString(8).padStart(11, '0')}\0`, 124);
  header.write('        ', 148);
  header.write(type, 156);
  header.write('ustar\0' + '00', 257);
  const sum = header.reduce((a, b) => a + b, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return Buffer.concat([header, data, Buffer.alloc((512 - (data.length % 512)) % 512)]);
}
const END = Buffer.alloc(1024);
const unpack = (parts: Buffer[], size = 1 << 16) => {
  const all = Buffer.concat(parts);
  const chunks = Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.subarray(i * size, (i + 1) * size));
  return pipeline(Readable.from(chunks), untar(join(dir, 'to'), 1));
};

test.each([1, 100, 512, 1 << 16])('files and their modes come out, in chunks of %i bytes', async (size) => {
  const big = 'x'.repeat(3000);
  await unpack(
    [entry('p/', '', { type: '5' }), entry('p/a/b.txt', 'text'), entry('p/run', big, { mode: 0o755 }), END],
    size,
  );
  expect(readFileSync(join(dir, 'to/a/b.txt'), 'utf8')).toBe('text');
  expect(readFileSync(join(dir, 'to/run'), 'utf8')).toBe(big);
  expect(statSync(join(dir, 'to/run')).mode & 0o111).not.toBe(0);
});

test('a long name is read from its own entry', async () => {
  const name = `p/${'d/'.repeat(80)}f`;
  const record = ` path=${name}\n`;
  const length = record.length + String(record.length + 3).length;
  await unpack([entry('pax', `${length}${record}`, { type: 'x' }), entry('p/short', 'long'), END]);
  expect(readFileSync(join(dir, 'to', name.slice(2)), 'utf8')).toBe('long');
});

describe('an archive is refused', () => {
  test.each([
    ['that climbs out', [entry('p/../../evil', 'x'), END], 'leads out of its folder'],
    ['with an absolute path', [entry('/p/evil', 'x'), END], 'leads out of its folder'],
    ['with a drive', [entry('C:/p/evil', 'x'), END], 'leads out of its folder'],
    ['with a symbolic link', [entry('p/evil', '', { type: '2' }), END], 'not a plain file'],
    ['with a hard link', [entry('p/evil', '', { type: '1' }), END], 'not a plain file'],
    ['that is cut', [entry('p/a', 'x'.repeat(600)).subarray(0, 700)], 'ends in the middle'],
    ['that has no end', [entry('p/a', 'x')], 'ends in the middle'],
    [
      'with a damaged header',
      [Buffer.concat([Buffer.from('q'), entry('p/a', 'x').subarray(1)]), END],
      'wrong checksum',
    ],
  ])('%s', async (_, parts, message) => {
    await expect(unpack(parts)).rejects.toThrow(message);
    expect(existsSync(join(dir, 'evil'))).toBe(false);
    expect(readdirSync(dir).filter((name) => name !== 'to')).toEqual([]);
  });
});
