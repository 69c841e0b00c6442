import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { moduleOf, modules, realArtifact, store } from '../test/support/artifact.ts';
import type * as Runtime from './import.ts';

/**
 * What importGo makes of a store, with real libraries. Every test has a runtime that has loaded nothing yet, as a new process
 * has, and a store of its own.
 */

const real = await realArtifact();
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'import-')));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let count = 0;
let root: string;
let importGo: typeof Runtime.importGo;
let loadArtifact: typeof Runtime.loadArtifact;
beforeEach(async () => {
  root = join(folder, String(count++));
  mkdirSync(root);
  vi.resetModules();
  ({ importGo, loadArtifact } = await import('./import.ts'));
});
afterEach(() => vi.unstubAllEnvs());

const put = (version: string, ...packages: string[]) => store(root, real, [moduleOf(modules, version, ...packages)]);
const scalars = `${modules}/scalars`;
const records = `${modules}/records`;
const get = (spec: string): Promise<any> => importGo(spec, { artifactDir: root });
const refusal = async (done: Promise<unknown>): Promise<any> =>
  done.then(
    () => expect.unreachable('it was imported'),
    (error) => error,
  );

it('tells who listens of each library that is loaded, once', async () => {
  const told: unknown[] = [];
  const listen = (message: unknown) => told.push(message);
  subscribe('usegolib:load', listen);
  try {
    const dir = put('v1.0.0', 'scalars', 'records');
    await get(scalars);
    await get(records);
    expect(told).toEqual([{ modules: [`${modules}@v1.0.0`], folder: dir }]);
  } finally {
    unsubscribe('usegolib:load', listen);
  }
});

describe('versions', () => {
  it('the exact one is loaded, then followed by imports without a version', async () => {
    put('v1.0.0', 'scalars');
    put('v1.1.0', 'scalars');
    expect((await refusal(get(scalars))).name).toBe('AmbiguousArtifactError');
    const m = await get(`${scalars}@v1.0.0`);
    expect(m.Add(1, 2)).toBe(3);
    expect(await get(scalars)).toBe(m);
    expect(await get(`${scalars}@v1.0.0`)).toBe(m);
    expect(await get(`${scalars}@latest`)).toBe(m);
  });

  it('a second one in the process is a conflict that names both', async () => {
    put('v1.0.0', 'scalars');
    put('v1.1.0', 'scalars');
    const m = await get(`${scalars}@v1.1.0`);
    expect(await refusal(get(`${scalars}@v1.0.0`))).toMatchObject({
      name: 'VersionConflictError',
      loaded: `${modules}@v1.1.0`,
      wanted: `${scalars}@v1.0.0`,
      message: `${scalars}@v1.0.0 cannot be loaded: ${modules}@v1.1.0 is loaded already, and a process holds one version of a module; import the same version everywhere`,
    });
    expect(m.Add(2, 2)).toBe(4);
  });

  it('one that only the go command could tell is not guessed from the store', async () => {
    put('v1.0.0', 'scalars');
    const error = await refusal(get(`${scalars}@v1`));
    expect(error.name).toBe('ArtifactNotFoundError');
    expect(error.message).toBe(
      `only a build can tell which version ${scalars}@v1 is: name an exact one, or build it: usegolib build ${scalars}@v1`,
    );
  });
});

describe('packages of a module', () => {
  it('come from one library, whichever is asked for and however often', async () => {
    put('v1.0.0', 'scalars', 'records');
    const both = (await importGo([records, scalars], { artifactDir: root })) as any[];
    expect(both[0].Mirror({ X: 1, Y: 2 })).toEqual({ X: 2, Y: 1 });
    expect(await get(scalars)).toBe(both[1]);
    expect(await importGo([scalars, scalars], { artifactDir: root })).toEqual([both[1], both[1]]);
  });

  it('that the loaded library lacks are a conflict with the one import that has all', async () => {
    put('v1.0.0', 'scalars');
    await get(scalars);
    const error = await refusal(get(records));
    expect(error.name).toBe('VersionConflictError');
    expect(error.message).toBe(
      `the loaded library has no package ${records}, and it can be loaded only once; import all in one call: importGo(['${scalars}', '${records}'])`,
    );
    const together = await refusal(importGo([scalars, records], { artifactDir: root }));
    expect(together.message).toBe(error.message);
  });

  it('are never loaded a second time because another stored library has more of them', async () => {
    put('v1.0.0', 'scalars');
    await get(scalars);
    store(root, real, [moduleOf(modules, 'v1.0.0', 'records'), moduleOf('example.com/other', 'v1.0.0')]);
    const error = await refusal(get(records));
    expect(error).toMatchObject({ name: 'VersionConflictError', module: records });
    expect(error.message).toContain(`importGo(['${scalars}', '${records}'])`);
  });
});

describe('a module whose path lies below that of a loaded one', () => {
  it('is another module, with its own version', async () => {
    store(root, real, [moduleOf(modules, 'v1.0.0', 'records')]);
    store(root, real, [moduleOf(scalars, 'v2.3.4', 'scalars')]);
    const outer = await get(records);
    const warned = new Promise((resolve) => process.once('warning', resolve));
    const inner = await get(`${scalars}@v2.3.4`);
    expect(inner.Add(3, 4)).toBe(7);
    expect(outer.Mirror({ X: 1, Y: 2 }).X).toBe(2);
    expect(await warned).toMatchObject({ code: 'USEGOLIB_SECOND_LIBRARY' });
    expect(await get(scalars)).toBe(inner);
    expect(await get(records)).toBe(outer);
  });
});

describe('objects of two libraries', () => {
  it('do not mix, and the error says how to have both', async () => {
    store(root, real, [moduleOf('example.com/a', 'v1.0.0', 'objects')]);
    store(root, real, [moduleOf('example.com/b', 'v1.0.0', 'interfaces', 'objects')]);
    const a = await loadArtifact(join(root, 'example.com/a@v1.0.0', target()));
    const other = await loadArtifact(join(root, 'example.com/b@v1.0.0', target()));
    expect(other).not.toBe(a);
    const counter = a.NewCounter(1);
    const error = await refusal((async () => other.Area(counter))());
    expect(error.name).toBe('ForeignObjectError');
    expect(error.message).toBe(
      'interfaces.Area: args[0]: the objects.Counter belongs to the library of example.com/a, not to that of example.com/b; import both modules in one importGo([...])',
    );
    expect(counter.Add(1)).toBe(2);
  });
});

describe('what is not stored', () => {
  it('is not built in a folder of the user, nor where it must not be', async () => {
    const id = target();
    const want = `no artifact of ${scalars} for ${id} is stored in ${root}; build it: usegolib build ${scalars}`;
    expect(await refusal(get(scalars))).toMatchObject({ name: 'ArtifactNotFoundError', message: want, target: id });
    vi.stubEnv('USEGOLIB_ARTIFACT_DIR', root);
    expect(await refusal(importGo(scalars, { buildIfMissing: false }))).toMatchObject({ message: want });
  });

  it('may have been a folder: then the error writes it as one', async () => {
    mkdirSync(join(folder, 'go/pricing'), { recursive: true });
    vi.spyOn(process, 'cwd').mockReturnValue(folder);
    const error = await refusal(importGo('go/pricing', { artifactDir: root, buildIfMissing: false }));
    expect(error.message).toBe(
      `no artifact of go/pricing for ${target()} is stored in ${root}; a folder is written ./go/pricing; build it: usegolib build ./go/pricing`,
    );
    vi.restoreAllMocks();
  });

  it('says so where it is stored but damaged', async () => {
    const home = join(put('v1.0.0', 'scalars'), '..');
    writeFileSync(join(home, 'current.json'), '{}');
    const error = await refusal(get(scalars));
    expect(error.name).toBe('ArtifactNotFoundError');
    expect(error.message).toContain(`(${join(home, 'current.json')}.fingerprint: missing); build it:`);
  });

  it('is built where that is allowed, again after a change, and not where it is forbidden', async () => {
    const dir = join(folder, 'tiny module');
    mkdirSync(dir);
    const write = (n: number) => writeFileSync(join(dir, 'tiny.go'), `package tiny\n\nfunc N() int { return ${n} }\n`);
    writeFileSync(join(dir, 'go.mod'), 'module example.com/tiny\n\ngo 1.22\n');
    write(1);
    expect((await refusal(get(dir))).name).toBe('ArtifactNotFoundError');
    const first = (await importGo(dir, { artifactDir: root, buildIfMissing: true })) as any;
    expect(first.N()).toBe(1);

    write(2);
    vi.resetModules();
    ({ importGo } = await import('./import.ts'));
    const old = (await importGo(dir, { artifactDir: root, buildIfMissing: false })) as any;
    expect(old.N()).toBe(1);

    vi.resetModules();
    ({ importGo } = await import('./import.ts'));
    vi.stubEnv('USEGOLIB_ARTIFACT_DIR', root);
    const [again, same] = (await Promise.all([importGo(dir), importGo(dir)])) as any[];
    expect(again.N()).toBe(2);
    expect(same).toBe(again);
  });
});

describe('imports at once', () => {
  it('of two packages of an unbuilt module load one library', async () => {
    const dir = join(folder, 'twins');
    writeFiles(dir, {
      'go.mod': 'module example.com/twins\n\ngo 1.22\n',
      'a/a.go': 'package a\n\nvar N = 1\n',
      'b/b.go': 'package b\n\nimport "example.com/twins/a"\n\nfunc Next() int { a.N++; return a.N }\n',
    });
    const options = { artifactDir: root, buildIfMissing: true };
    const [a, b] = (await Promise.all(['a', 'b'].map((name) => importGo(join(dir, name), options)))) as any[];
    expect(b.Next()).toBe(2);
    expect(a.N).toBe(2);
  });
});

describe('the place of the store', () => {
  it('is USEGOLIB_ARTIFACT_DIR, may be a link, and artifactDir goes first', async () => {
    put('v1.0.0', 'scalars');
    const link = join(folder, 'link to the store');
    symlinkSync(root, link, 'dir');
    vi.stubEnv('USEGOLIB_ARTIFACT_DIR', link);
    const m = (await importGo(scalars, { buildIfMissing: false })) as any;
    expect(m.Add(1, 1)).toBe(2);
    const none = join(folder, 'none');
    expect((await refusal(importGo('example.com/x', { artifactDir: none }))).message).toContain(`stored in ${none};`);
  });

  it('may be no folder at all', async () => {
    writeFileSync(join(root, 'file'), '');
    const error = await refusal(importGo(scalars, { artifactDir: join(root, 'file') }));
    expect(error.name).toBe('ArtifactNotFoundError');
  });

  it.skipIf(process.getuid?.() === 0)('may be unreadable', async () => {
    put('v1.0.0', 'scalars');
    const { chmodSync } = await import('node:fs');
    chmodSync(root, 0);
    try {
      expect((await refusal(get(scalars))).name).toBe('ArtifactNotFoundError');
    } finally {
      chmodSync(root, 0o755);
    }
  });
});

describe('the arguments of importGo', () => {
  it.each([
    [[], {}, 'importGo: want at least one import path'],
    ['', {}, 'importGo: want an import path such as github.com/google/uuid, got ""'],
    [['bytes', 7], {}, 'importGo: want an import path such as github.com/google/uuid, got 7'],
    ['bytes', { buildIfMising: true }, 'importGo: unknown option "buildIfMising"; did you mean "buildIfMissing"?'],
    ['bytes', { force: true }, 'importGo: unknown option "force"; known are artifactDir, buildIfMissing'],
  ])('%j, %j are refused', async (specs, options, message) => {
    expect(await refusal(importGo(specs as string, options as object))).toMatchObject({
      name: 'InvalidArgumentError',
      message,
    });
  });
});

function writeFiles(dir: string, files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, name)), { recursive: true });
    writeFileSync(join(dir, name), text);
  }
}

function target(): string {
  return real.manifest.request.target;
}
