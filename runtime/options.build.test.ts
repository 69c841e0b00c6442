import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import type { BuildOptions } from '../manifests/options.ts';
import { moduleOf, modules, realArtifact, store } from '../test/support/artifact.ts';
import { caught } from '../test/support/refused.ts';

/** The build options that JavaScript alone follows, as it reads them from the manifest. */

const real = await realArtifact();
const root = mkdtempSync(join(tmpdir(), 'options-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Packages of a library with options, in a runtime of its own. */
async function withOptions(options: BuildOptions, ...packages: string[]): Promise<any[]> {
  const { request } = real.manifest;
  const place = join(root, Object.keys(options).join());
  store(place, real, [moduleOf(modules, 'v1.0.0', ...packages)], {
    request: { ...request, options: { ...request.options, ...options } },
  });
  vi.resetModules();
  const { importGo } = await import('./import.ts');
  return importGo(
    packages.map((one) => `${modules}/${one}`),
    { artifactDir: place },
  );
}

const message = (call: () => unknown) => caught(call).message;

describe("records: 'exact'", async () => {
  const [r, o] = await withOptions({ records: 'exact' }, 'records', 'objects');
  const whole = { name: 'a', tags: ['t'], meta: {}, id: 1n, __proto___: '' };

  it('takes a record that has every key, or all but pointers and omitempty', () => {
    expect(r.Echo(whole)).toMatchObject({ name: 'a', tags: ['t'], age: null, home: null });
    expect(r.Echo({ ...whole, age: 5, home: { X: 1, Y: 2 } })).toMatchObject({ age: 5, home: { X: 1, Y: 2 } });
    expect(r.Echo({ ...whole, tags: null }).tags).toEqual([]);
    expect(r.EchoPtr(null)).toBeNull();
  });

  it.each(Object.keys(whole))('refuses a record without %s', (key) => {
    const { [key]: _, ...less } = whole as Record<string, unknown>;
    expect(message(() => r.Echo(less))).toBe(`records.Echo: args[0].${key}: records.Person needs the key "${key}"`);
    expect(message(() => r.Echo({ ...whole, [key]: undefined }))).toContain('needs the key');
  });

  it('holds at every depth, and for the other names of a key', () => {
    expect(message(() => r.Many([whole, { ...whole, home: { X: 1 } }]))).toBe(
      'records.Many: args[0][1].home.Y: records.Point needs the key "Y"',
    );
    const { name, ...rest } = whole;
    expect(r.Echo({ ...rest, Name: name }).name).toBe('a');
  });

  it('leaves literals of objects free: an option nobody names is the zero value', () => {
    expect(o.ConfigureValue({ Name: 'x' })).toBe('x/0/0');
    expect(o.Configure({ Limit: 3 })).toBe('/3/0');
    expect(new o.Options({ Name: 'n' }).Describe()).toBe('n/0/0');
    expect(message(() => o.Configure({ Limits: 3 }))).toContain('did you mean "Limit"?');
  });

  it('new fills in what is missing, so its result is whole', () => {
    expect(r.Mirror(new r.Point({ X: 1 }))).toEqual({ X: 0, Y: 1 });
    expect(r.Echo(new r.Person({ Name: 'n' })).name).toBe('n');
  });
});

describe("nil: 'keep'", async () => {
  const [c, r] = await withOptions({ nil: 'keep' }, 'collections', 'records');

  it('gives null for nil, and tells it from what is empty', () => {
    expect(c.Nil()).toEqual([null, null, null, null]);
    expect([c.Bytes(''), c.Strings([]), c.Floats([]), { ...c.Counts({}) }]).toEqual([
      new Uint8Array(),
      [],
      new Float64Array(),
      {},
    ]);
    expect(c.Nested([[], null])).toEqual([[], null]);
    expect(r.Echo({})).toMatchObject({ tags: null, meta: null });
    expect(new r.Person()).toMatchObject({ tags: null, meta: null, name: '' });
  });
});
