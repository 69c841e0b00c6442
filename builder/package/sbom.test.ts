import { expect, it } from 'vitest';
import { packageVersion } from '../assets.ts';
import type { Part } from './licences.ts';
import { printSbom } from './sbom.ts';

const parts: Part[] = [
  {
    name: 'github.com/a/b',
    version: 'v2.0.0+incompatible',
    kind: 'module',
    sum: 'h1:x=',
    ids: ['MIT', 'MPL-2.0'],
    texts: {},
  },
  { name: 'std', version: '1.26.8', kind: 'go', ids: ['BSD-3-Clause'], texts: {} },
  { name: 'usegolib', version: packageVersion, kind: 'usegolib', ids: ['MIT'], texts: {} },
  { name: 'zig', version: '0.16.0', kind: 'zig', ids: ['MIT'], texts: {} },
];
const print = (version = '1.0.0') => printSbom('@me/x', version, parts);

it('names each part by a package URL, with its licences and checksum', () => {
  const bom = JSON.parse(print());
  expect(bom.components.map((one: { purl: string }) => one.purl)).toEqual([
    'pkg:golang/github.com/a/b@v2.0.0%2Bincompatible',
    'pkg:golang/std@1.26.8',
    `pkg:npm/usegolib@${packageVersion}`,
    'pkg:generic/zig@0.16.0',
  ]);
  expect(bom.components[0]).toMatchObject({
    licenses: [{ license: { id: 'MIT' } }, { license: { id: 'MPL-2.0' } }],
    properties: [{ name: 'golang:h1', value: 'h1:x=' }],
  });
  expect(bom.metadata.component.purl).toBe('pkg:npm/%40me/x@1.0.0');
  expect(bom.dependencies).toEqual([
    { ref: 'pkg:npm/%40me/x@1.0.0', dependsOn: bom.components.map((one: { purl: string }) => one.purl) },
  ]);
});

it('is the same text for the same contents, and has a number of its own for others', () => {
  expect(print()).toBe(print());
  const number = (text: string) => JSON.parse(text).serialNumber;
  expect(number(print())).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(number(print('1.0.1'))).not.toBe(number(print()));
});
