import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { JsonPathError } from './json-path.ts';
import { type Manifest, openManifest, parseManifest, printManifest } from './manifest.ts';
import { resolveOptions } from './options.ts';
import { sha256 } from './sha256.ts';

const manifest: Manifest = {
  manifestVersion: 1,
  usegolib: '0.1.0',
  abi: 1,
  fingerprint: '0'.repeat(32),
  library: { file: 'libusegolib.so', sha256: 'ab'.repeat(32), size: 12 },
  modules: [
    {
      path: 'github.com/google/uuid',
      version: 'v1.6.0',
      packages: ['github.com/google/uuid'],
      sum: 'h1:NIvaJDMOsjHA8n1jAhLSgzrAzy1Hgr+hNrb57e+94F0=',
    },
  ],
  requires: [],
  request: {
    modules: [{ path: 'github.com/google/uuid', version: 'v1.6.0', packages: [] }],
    target: 'linux-amd64',
    options: resolveOptions({}),
    go: '1.26.8',
    zig: '0.16.0',
    bridge: 'cd'.repeat(32),
    flags: ['-trimpath'],
    env: { GOAMD64: 'v2' },
  },
  sources: { files: {}, folders: [] },
  skips: [{ package: 'github.com/google/uuid/cmd', reason: 'main-package', detail: 'a program' }],
  schemaHash: '0123456789abcdef',
  schema: { packages: [{ path: 'github.com/google/uuid', name: 'uuid' }], types: [{ kind: 'bool' }] },
};
const json = printManifest(manifest);
const open = (text: string) => openManifest(Buffer.from(text));

test('what is printed is read', () => {
  expect(parseManifest(json)).toEqual(manifest);
});

test('what is known to be whole is read without being checked, its schema when it is asked for', () => {
  const types = Array.from({ length: 3 }, (_, i) => ({ kind: 'named' as const, pkg: 0, name: `T${i}`, type: 0 }));
  for (const one of [manifest, { ...manifest, schema: { packages: [], types } }]) {
    const opened = open(printManifest(one));
    expect({ ...opened, schema: { packages: [...opened.schema.packages], types: [...opened.schema.types] } }).toEqual(
      one,
    );
  }
  const damaged = open(json.replace('{"kind":"bool"}', '{"kind":"bo'));
  expect(damaged.fingerprint).toBe(manifest.fingerprint);
  expect(() => damaged.schema.types[0]).toThrow(SyntaxError);
});

test('one that another program has laid out is read as a whole', () => {
  const other = json.replace('{"packages":[\n', '{"packages":[').replace('\n],"types":[\n', '],"types":[');
  const body = other.slice(0, other.lastIndexOf(',\n  "checksum"'));
  const whole = `${body},\n  "checksum": "${sha256(body)}"\n}\n`;
  expect(open(whole)).toEqual(manifest);
  expect(() => open(other)).toThrow('manifest.checksum: does not match');
  expect(() => open(json.replace('"manifestVersion": 1', '"manifestVersion": 2'))).toThrow('want version 1');
});

test('each key has a line, so that people and grep can read it', () => {
  expect(json.split('\n').slice(0, 3)).toEqual(['{', '  "manifestVersion": 1,', '  "usegolib": "0.1.0",']);
  expect(JSON.parse(json)).toMatchObject(manifest);
});

describe('a manifest is refused', () => {
  test('when any single bit of it is flipped', () => {
    const bytes = Buffer.from(json);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(7), (at, bit) => {
        const damaged = Buffer.from(bytes);
        damaged[at]! ^= 1 << bit;
        expect(() => parseManifest(damaged.toString())).toThrow(JsonPathError);
      }),
      { numRuns: 2000 },
    );
  });

  test('when it is cut anywhere', () => {
    for (let end = 0; end < json.length; end++) expect(() => parseManifest(json.slice(0, end))).toThrow(JsonPathError);
  });

  test('when its version is another one, before anything else is looked at', () => {
    expect(() => parseManifest('{\n  "manifestVersion": 2,\n  "future": true }')).toThrow(
      'manifest.manifestVersion: want version 1, found version 2',
    );
  });

  test('by the printer, when a value is wrong, with its path', () => {
    const wrong = (more: object) => () => printManifest({ ...manifest, ...more } as Manifest);
    expect(wrong({ library: { ...manifest.library, file: '../x.so' } })).toThrow(
      'manifest.library.file: want a file name',
    );
    expect(wrong({ extra: 1 })).toThrow('manifest.extra: unknown key');
    expect(wrong({ skips: [{ package: 'x', reason: 'because', detail: '' }] })).toThrow(
      'manifest.skips[0].reason: want',
    );
  });
});
