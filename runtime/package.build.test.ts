import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ABI } from '../abi/numbers.ts';
import { MANIFEST } from '../manifests/store.ts';
import { hostTarget } from '../manifests/target.ts';
import { modules, realArtifact, store } from '../test/support/artifact.ts';
import { importGo } from './import.ts';
import { type GoPackage, loadPackage, type Platform } from './package.ts';

const root = mkdtempSync(join(tmpdir(), 'package-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let real: Awaited<ReturnType<typeof realArtifact>>;
const target = hostTarget()!.id;
const path = `${modules}/scalars`;

/** What a wrapper would say of an artifact. */
function packageOf(folder: string, more: Partial<Platform> = {}, id = target): GoPackage {
  const { sha256 } = real.manifest.library;
  const load = () => ({ manifest: pathToFileURL(join(folder, MANIFEST)) });
  const platform = { package: '@me/x-here', sha256, abi: ABI, load, ...more };
  return { name: '@me/x', version: '1.0.0', from: import.meta.url, packages: [path], platforms: { [id]: platform } };
}

beforeAll(async () => {
  real = await realArtifact();
});

describe('a package', () => {
  it('without a library for this platform says for which it has one', () => {
    expect(() => loadPackage(packageOf(real.folder, {}, 'plan9-mips'))).toThrow(
      /@me\/x@1\.0\.0 has no library for .*, only for plan9-mips/,
    );
  });

  it('is refused with a library that is not its own, and under another ABI', () => {
    const other = packageOf(real.folder, { sha256: '0'.repeat(64) });
    expect(() => loadPackage(other)).toThrow(/does not belong to @me\/x@1\.0\.0/);
    expect(() => loadPackage(packageOf(real.folder, { abi: ABI + 1 }))).toThrow(/was made for ABI/);
  });

  it('lets any error through but that its platform is not installed', () => {
    const load = () => {
      throw new SyntaxError('broken');
    };
    expect(() => loadPackage(packageOf(real.folder, { load }))).toThrow(SyntaxError);
  });

  it('is found where a test runner cannot require it', () => {
    const project = join(root, 'project');
    const installed = join(project, 'node_modules/@me/x-here');
    cpSync(real.folder, installed, { recursive: true });
    writeFileSync(join(installed, 'package.json'), '{ "type": "module", "exports": "./index.js" }');
    writeFileSync(join(installed, 'index.js'), 'export {};');
    const load = () => {
      throw new SyntaxError("Unexpected token 'export'");
    };
    const wanted = { ...packageOf(real.folder, { load }), from: join(project, 'load.js') };
    expect(loadPackage(wanted)(path)).toHaveProperty('Add');
  });

  it('gives the module that importGo gives, whichever comes first', async () => {
    const module = loadPackage(packageOf(real.folder))(path);
    expect(await importGo(path, { buildIfMissing: false })).toBe(module);
    expect(loadPackage(packageOf(real.folder))(path)).toBe(module);
  });

  it('cannot be loaded beside the same module with other options', () => {
    const { request } = real.manifest;
    const options = { ...request.options, int64: 'number' as const };
    const folder = store(root, real, real.manifest.modules, { request: { ...request, options } });
    expect(() => loadPackage(packageOf(folder))).toThrow(
      expect.objectContaining({ name: 'VersionConflictError', message: expect.stringContaining('other options') }),
    );
  });
});
