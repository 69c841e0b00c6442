import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseManifest } from '../manifests/manifest.ts';
import { MANIFEST, POINTER, readPointer } from '../manifests/store.ts';
import { bundle } from '../test/support/bundle.ts';
import { sampleManifest } from '../test/support/manifest.ts';
import { point, seal } from './seal.ts';

let dir: string;
let home: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'seal-'));
  home = join(dir, 'store/example.org/shop@v1.2.3/linux-amd64');
});
afterEach(() => rmSync(dir, { recursive: true }));

const fingerprint = (n: number) => (n < 10 ? String(n).repeat(32) : String(n).padStart(32, '0'));
const { library: _, ...rest } = sampleManifest();
function put(n: number, content = `library ${n}`, keep = 8) {
  const library = join(dir, 'built.so');
  writeFileSync(library, content);
  return seal({
    home,
    library,
    manifest: { ...rest, fingerprint: fingerprint(n) },
    declarations: { 'go/x.d.ts': 'export {};' },
    name: 'libusegolib.so',
    keep,
  });
}
const builds = () =>
  readdirSync(home)
    .filter((name) => name !== POINTER)
    .sort();

test('library, declarations and manifest lie in a folder of the fingerprint’s name, which current.json points to', () => {
  const { folder, manifest } = put(1);
  expect(folder).toBe(join(home, fingerprint(1)));
  expect(readdirSync(folder).sort()).toEqual(['libusegolib.so', MANIFEST, 'types']);
  expect(readFileSync(join(folder, 'types/go/x.d.ts'), 'utf8')).toBe('export {};');
  const data = readFileSync(join(folder, 'libusegolib.so'));
  expect(manifest.library).toEqual({
    file: 'libusegolib.so',
    sha256: createHash('sha256').update(data).digest('hex'),
    size: data.length,
  });
  expect(parseManifest(readFileSync(join(folder, MANIFEST), 'utf8'))).toEqual(manifest);
  expect(readPointer(home)).toEqual({ fingerprint: fingerprint(1), modules: rest.modules });
});

test('nothing of the work is left beside it', () => {
  put(1);
  put(1, 'again');
  expect(readdirSync(home).sort()).toEqual([fingerprint(1), POINTER].sort());
  expect(readFileSync(join(home, fingerprint(1), 'libusegolib.so'), 'utf8')).toBe('again');
});

test('a reader in another thread sees the old artifact or the new one, never half of one', async () => {
  put(1, 'old '.repeat(5000));
  // The reader does what the runtime does: pointer, manifest, library; it counts what does not fit together.
  const source = `
    const { readFileSync } = require('node:fs');
    const { createHash } = require('node:crypto');
    const { workerData: home, parentPort } = require('node:worker_threads');
    const torn = [];
    let read = 0, gone = 0, stop = false;
    parentPort.on('message', () => { stop = true; });
    (function loop() {
      for (let i = 0; i < 20; i++) {
        try {
          const folder = home + '/' + JSON.parse(readFileSync(home + '/current.json', 'utf8')).fingerprint;
          const { library } = JSON.parse(readFileSync(folder + '/manifest.json', 'utf8'));
          const data = readFileSync(folder + '/' + library.file);
          if (createHash('sha256').update(data).digest('hex') !== library.sha256) torn.push('library of another manifest');
          read++;
        } catch (error) {
          if (error.code === 'ENOENT') gone++; else torn.push(String(error));
        }
      }
      if (stop) parentPort.postMessage({ torn, read, gone }); else setImmediate(loop);
    })();
    parentPort.postMessage('ready');`;
  const worker = new Worker(source, { eval: true, workerData: home });
  const message = () => new Promise<any>((resolve, reject) => worker.once('message', resolve).once('error', reject));
  expect(await message()).toBe('ready');
  // A fingerprint stands for one content, and however long the reader sleeps, what it is reading is kept.
  for (let i = 10; i < 70; i++) {
    put(i, `new ${i} `.repeat(5000), 100);
    await new Promise((done) => setImmediate(done));
  }
  worker.postMessage('stop');
  const { torn, read, gone } = await message();
  await worker.terminate();
  expect(torn).toEqual([]);
  expect(gone).toBe(0);
  expect(read).toBeGreaterThan(0);
}, 120_000);

describe('a builder that is killed', () => {
  /** A second process seals another build, and is ended by the call of `fatal` with this number. */
  const killedAt = async (fatal: string, call: number) => {
    await bundle('builder/seal.ts', join(dir, 'seal.mjs'));
    const library = join(dir, 'built.so');
    writeFileSync(library, 'library 2');
    const manifest = { ...rest, fingerprint: fingerprint(2) };
    writeFileSync(
      join(dir, 'kill.mjs'),
      `import fs from 'node:fs';
      import { syncBuiltinESMExports } from 'node:module';
      import { seal } from './seal.mjs';
      const real = fs.${fatal};
      let calls = 0;
      fs.${fatal} = (...args) => (++calls === ${call} ? process.kill(process.pid, 'SIGKILL') : real(...args));
      syncBuiltinESMExports();
      seal(${JSON.stringify({ home, library, manifest, declarations: { 'go/x.d.ts': 'export {};' }, name: 'libusegolib.so', keep: 8 })});`,
    );
    return spawnSync(process.execPath, [join(dir, 'kill.mjs')], { encoding: 'utf8' });
  };

  test.each(['mkdirSync', 'writeFileSync', 'fsyncSync', 'renameSync', 'readdirSync'])(
    'in %s leaves the old artifact or the new one, whole; the next build removes the rest',
    async (fatal) => {
      let killed = 0;
      for (let call = 1; ; call++) {
        rmSync(home, { recursive: true, force: true });
        put(1);
        const { signal, status, stderr } = await killedAt(fatal, call);
        expect(signal ?? status, stderr).toBe(signal ? 'SIGKILL' : 0);
        const current = readPointer(home)!.fingerprint;
        expect([fingerprint(1), fingerprint(2)]).toContain(current);
        const manifest = parseManifest(readFileSync(join(home, current, MANIFEST), 'utf8'));
        expect(readFileSync(join(home, current, 'libusegolib.so'), 'utf8')).toBe(`library ${current[0]}`);
        expect(manifest.fingerprint).toBe(current);
        put(1);
        expect(readdirSync(home).filter((name) => name.includes('.tmp-'))).toEqual([]);
        if (!signal) break;
        killed++;
      }
      expect(killed).toBeGreaterThan(0);
    },
    120_000,
  );
});

test('what is there already and whole is left to those who read it', () => {
  const { folder } = put(1);
  const inode = () => statSync(join(folder, 'libusegolib.so')).ino;
  const before = inode();
  put(1);
  expect(inode()).toBe(before);
  writeFileSync(join(folder, 'libusegolib.so'), 'damaged');
  put(1);
  expect(readFileSync(join(folder, 'libusegolib.so'), 'utf8')).toBe('library 1');
});

test('of many builds the newest are kept, and the current one always', () => {
  for (let i = 1; i <= 5; i++) {
    put(i);
    utimesSync(join(home, fingerprint(i)), i, i);
  }
  put(6, 'library 6', 3);
  expect(builds()).toEqual([fingerprint(4), fingerprint(5), fingerprint(6)]);
});

test('what a live builder has beside it is left alone', () => {
  const other = join(home, `${fingerprint(7)}.tmp-${process.ppid}`);
  mkdirSync(other, { recursive: true });
  put(1);
  expect(existsSync(other)).toBe(true);
});

test('a store that cannot be written says which one, and how to choose another', () => {
  mkdirSync(join(dir, 'store'));
  writeFileSync(join(dir, 'store/example.org'), 'a file where a folder should be');
  expect(() => put(1)).toThrow(
    expect.objectContaining({
      code: 'STORE_NOT_WRITABLE',
      message: expect.stringContaining(join(home, fingerprint(1))),
      hint: expect.stringContaining('--out'),
    }),
  );
});

test('a pointer that is right is not written again: the store may be read-only', () => {
  const { manifest } = put(1);
  const inode = () => statSync(join(home, POINTER)).ino;
  const before = inode();
  point(home, manifest);
  expect(inode()).toBe(before);
  point(home, { ...manifest, fingerprint: fingerprint(2) });
  expect(readPointer(home)?.fingerprint).toBe(fingerprint(2));
});
