import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { type Manifest, printManifest } from '../manifests/manifest.ts';
import { sha256 } from '../manifests/sha256.ts';
import { moduleOf, realArtifact, store } from '../test/support/artifact.ts';
import { loadArtifact } from './index.ts';
import { backend } from './native/koffi.ts';
import { openLibrary, readArtifact } from './verify.ts';

/** An artifact that cannot be believed is never loaded: what is said of each sort of damage. */

const real = await realArtifact();
const root = mkdtempSync(join(tmpdir(), 'verify-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let count = 0;
const fresh = (change: Partial<Manifest> = {}) =>
  store(join(root, String(count++)), real, [moduleOf('example.com/a', 'v1.0.0', 'scalars')], change);

async function refused(path: string): Promise<{ name: string; message: string }> {
  const { name, message } = await loadArtifact(path).then(
    () => expect.unreachable(`${path} was loaded`),
    (error) => error,
  );
  return { name, message };
}

const again = 'build it again with usegolib build --force';
const { library } = real.manifest;

describe('a folder', () => {
  it('that is not there has no artifact', async () => {
    const path = join(root, 'none');
    expect(await refused(path)).toEqual({ name: 'ArtifactNotFoundError', message: `there is no artifact at ${path}` });
  });

  it('without a manifest has none', async () => {
    const dir = join(root, 'empty');
    mkdirSync(dir);
    const message = `there is no artifact in ${dir}: manifest.json cannot be read; ${again}`;
    expect(await refused(dir)).toEqual({ name: 'ArtifactNotFoundError', message });
  });

  it('with a damaged pointer is refused', async () => {
    const home = dirname(fresh());
    writeFileSync(join(home, 'current.json'), '{"fingerprint":"x","modules":[]}');
    const { name, message } = await refused(home);
    expect(name).toBe('IntegrityError');
    expect(message).toBe(`${join(home, 'current.json')}.fingerprint: want 32 hex digits, got "x"; ${again}`);
  });
});

describe('a manifest', () => {
  it.each([
    ['is empty', () => '', 'manifest.manifestVersion: want version 1, found none'],
    ['is cut', (text: string) => text.slice(0, -100), 'manifest.checksum: does not match: the file is damaged'],
    [
      'was edited',
      (text: string) => text.replace('"v1.0.0"', '"v9.0.0"'),
      'manifest.checksum: does not match: the file is damaged',
    ],
    [
      'is of a later form',
      (text: string) => text.replace('"manifestVersion": 1', '"manifestVersion": 2'),
      'manifest.manifestVersion: want version 1, found version 2',
    ],
  ])('that %s is refused', async (_, change, problem) => {
    const path = join(fresh(), 'manifest.json');
    writeFileSync(path, change(readFileSync(path, 'utf8')));
    expect(await refused(dirname(path))).toEqual({
      name: 'IntegrityError',
      message: `${path} cannot be used: ${problem}; ${again}`,
    });
  });

  it('whose schema is another one than its hash says is refused', async () => {
    const dir = fresh({ schemaHash: '0123456789abcdef' });
    const message = `${join(dir, 'manifest.json')}: the schema does not match its hash; ${again}`;
    expect(await refused(dir)).toEqual({ name: 'IntegrityError', message });
  });

  it('of another ABI is refused', async () => {
    const dir = fresh({ abi: 99 });
    const { name, message } = await refused(dir);
    expect(name).toBe('AbiMismatchError');
    expect(message).toMatch(/manifest\.json has ABI 99, this runtime speaks \d+; build it again/);
  });

  it('of another target is refused, and says both', async () => {
    const dir = fresh({ request: { ...real.manifest.request, target: 'windows-arm64' } });
    expect(await refused(dir)).toEqual({
      name: 'UnsupportedPlatformError',
      message: `${dir} was built for windows-arm64, this process runs on ${real.manifest.request.target}`,
    });
  });

  it('of another schema than its library is refused by the library', async () => {
    const schema = { ...real.manifest.schema, types: [...real.manifest.schema.types, { kind: 'bool' as const }] };
    const schemaHash = sha256(JSON.stringify(schema)).slice(0, 16);
    const dir = fresh({ schema, schemaHash });
    expect(await refused(dir)).toEqual({
      name: 'AbiMismatchError',
      message: `${join(dir, library.file)} was built from schema ${real.manifest.schemaHash}, its manifest says ${schemaHash}; ${again}`,
    });
  });
});

describe('a library', () => {
  it('that is missing is refused', async () => {
    const dir = fresh();
    rmSync(join(dir, library.file));
    const message = `the library ${join(dir, library.file)} cannot be read; ${again}`;
    expect(await refused(dir)).toEqual({ name: 'IntegrityError', message });
  });

  it('that is a folder is refused, whatever its size', async () => {
    const folder = mkdtempSync(join(root, 'folder-'));
    const { size } = statSync(folder);
    const dir = fresh({ library: { ...library, size } });
    rmSync(join(dir, library.file));
    mkdirSync(join(dir, library.file));
    const message = `the library ${join(dir, library.file)} is not a file; ${again}`;
    expect(await refused(dir)).toEqual({ name: 'IntegrityError', message });
  });

  it('that is cut is refused by its length', async () => {
    const dir = fresh();
    truncateSync(join(dir, library.file), 1000);
    const message = `${join(dir, library.file)} has 1000 bytes, its manifest says ${library.size}; ${again}`;
    expect(await refused(dir)).toEqual({ name: 'IntegrityError', message });
  });

  it('with one other byte is refused by its hash', async () => {
    const dir = fresh();
    const path = join(dir, library.file);
    const bytes = readFileSync(path);
    bytes[bytes.length - 1]! ^= 1;
    writeFileSync(path, bytes);
    const message = `${path} does not have the SHA-256 of its manifest: it is damaged; ${again}`;
    expect(await refused(dir)).toEqual({ name: 'IntegrityError', message });
  });

  it.each([
    ['is none', () => Buffer.from('not a library')],
    ['is of another program', () => readFileSync(addon())],
  ])('that %s is refused by the operating system or for what it lacks', async (_, content) => {
    const bytes = content();
    const dir = fresh({ library: { file: library.file, sha256: sha256(bytes), size: bytes.length } });
    writeFileSync(join(dir, library.file), bytes);
    const { name, message } = await refused(dir);
    expect(name).toBe('LoadError');
    expect(message).toContain(`the operating system cannot load ${join(dir, library.file)}: `);
  });
});

it('a good artifact is loaded by each of its paths', async () => {
  const dir = fresh();
  const m = await loadArtifact(dir);
  expect(m.Add(1, 2)).toBe(3);
  for (const path of [dirname(dir), join(dirname(dir), 'current.json'), join(dir, 'manifest.json')]) {
    expect(await loadArtifact(path)).toBe(m);
  }
});

it.runIf(process.platform === 'linux')('libraries that were opened under one descriptor are still two', () => {
  const files = [fresh(), fresh()].map((dir) => {
    openLibrary(readArtifact(dir), backend);
    return realpathSync(join(dir, library.file));
  });
  const mapped = readFileSync('/proc/self/maps', 'utf8');
  for (const file of files) expect(mapped).toContain(file);
});

/** Some native library that is not ours: koffi's own. */
function addon(): string {
  const { platform, arch } = process;
  const folders = ['koffi', '@koromix'].map((name) =>
    fileURLToPath(new URL(`../node_modules/${name}`, import.meta.url)),
  );
  const files = folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)));
  return files.find((path) => path.endsWith('.node') && path.includes(platform) && path.includes(arch))!;
}

it('the same manifest text comes out again', () => {
  expect(printManifest(real.manifest)).toBe(readFileSync(join(real.folder, 'manifest.json'), 'utf8'));
});
