import { expect, test } from 'vitest';
import { nodeName, TARGETS } from '../manifests/target.ts';
import { targetsNamed } from './targets.ts';

test('a target goes by its id and by the name Node has for it', () => {
  for (const target of TARGETS) {
    expect(targetsNamed([target.id])).toEqual([target]);
    expect(targetsNamed([nodeName(target)])).toEqual([target]);
  }
});

test('all is every target, and a target named twice is built once', () => {
  expect(targetsNamed(['all'])).toEqual(TARGETS);
  expect(targetsNamed(['linux-x64', 'linux-amd64', 'win32-arm64']).map(({ id }) => id)).toEqual([
    'linux-amd64',
    'windows-arm64',
  ]);
});

test('a name that is none is refused with those that are', () => {
  expect(() => targetsNamed(['linux-mips'])).toThrow(/linux-amd64, .*got "linux-mips"/);
});
