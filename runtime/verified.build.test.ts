import { mkdtempSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { MANIFEST } from '../manifests/store.ts';
import { moduleOf, realArtifact, store } from '../test/support/artifact.ts';
import { backend } from './native/koffi.ts';
import { identity, noteVerified } from './verified.ts';
import { openLibrary, readArtifact } from './verify.ts';

/** What was verified once is verified again as soon as anything about its files is another. */

const real = await realArtifact();
const root = mkdtempSync(join(tmpdir(), 'verified-'));
let count = 0;
let dir: string;

beforeEach(() => {
  vi.stubEnv('USEGOLIB_CACHE_DIR', join(root, 'cache'));
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 10_000 });
  dir = store(join(root, String(count++)), real, [moduleOf('example.com/a', 'v1.0.0', 'scalars')]);
});
afterAll(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
  rmSync(root, { recursive: true, force: true });
});

const library = () => join(dir, real.manifest.library.file);
const stat = (file: string) => statSync(file, { bigint: true });
const manifest = () => join(dir, MANIFEST);

test('files that were verified are noted', () => {
  expect(readArtifact(dir).verified).toBeUndefined();
  openLibrary(readArtifact(dir), backend);
  expect(readArtifact(dir).verified).toBe(identity(stat(library())));
});

test('files that are too young to be sure of are hashed each time', () => {
  vi.setSystemTime(Number(stat(library()).ctimeMs) + 1000);
  openLibrary(readArtifact(dir), backend);
  expect(readArtifact(dir).verified).toBeUndefined();
});

test('a library that was written since is hashed, also where size and time of change look the same', () => {
  // Noted, not loaded: to write to a library that is in use ends the process.
  noteVerified(stat(manifest()), stat(library()));
  const { atime, mtime } = statSync(library());
  const bytes = readFileSync(library());
  bytes[bytes.length >> 1]! ^= 1;
  writeFileSync(library(), bytes);
  utimesSync(library(), atime, mtime);
  expect(() => openLibrary(readArtifact(dir), backend)).toThrow(/does not have the SHA-256 of its manifest/);
});

test('a library that was replaced is hashed', () => {
  openLibrary(readArtifact(dir), backend);
  writeFileSync(`${library()}.new`, readFileSync(library()).fill(0, 100, 1100));
  renameSync(`${library()}.new`, library());
  expect(() => openLibrary(readArtifact(dir), backend)).toThrow(/SHA-256/);
});

test('a manifest that was written since is checked', () => {
  openLibrary(readArtifact(dir), backend);
  const text = readFileSync(manifest(), 'utf8');
  writeFileSync(manifest(), text.replace('"v1.0.0"', '"v1.0.1"'));
  expect(() => readArtifact(dir)).toThrow(/manifest.checksum: does not match/);
  writeFileSync(manifest(), text);
  expect(readArtifact(dir).verified).toBeUndefined();
});

test('a cache folder that cannot be written changes nothing', () => {
  writeFileSync(join(root, 'file'), '');
  vi.stubEnv('USEGOLIB_CACHE_DIR', join(root, 'file'));
  openLibrary(readArtifact(dir), backend);
  expect(readArtifact(dir).verified).toBeUndefined();
});
