import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isExact, parseSpec, parseSpecs } from './spec.ts';

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'spec-'));
  writeFileSync(join(dir, 'go.mod'), 'module example.com/x\n');
});
afterAll(() => rmSync(dir, { recursive: true }));

describe('a spec', () => {
  test.each([
    ['github.com/x/y', { kind: 'remote', path: 'github.com/x/y', query: 'latest' }],
    ['github.com/x/y@v1.2.3', { kind: 'remote', path: 'github.com/x/y', query: 'v1.2.3' }],
    ['github.com/x/y@>=v1.2', { kind: 'remote', query: '>=v1.2' }],
    ['github.com/x/y@feature/one', { kind: 'remote', query: 'feature/one' }],
    ['net/url', { kind: 'std', path: 'net/url' }],
    ['.', { kind: 'local', module: { path: 'example.com/x', hasModFile: true } }],
  ])('%s is read', (text, want) => expect(parseSpec(text, dir)).toMatchObject({ text, ...want }));

  test.each([
    ['https://github.com/x/y', 'no scheme', 'npx usegolib build github.com/x/y'],
    ['https://user@github.com/x/y.git', 'no scheme', 'npx usegolib build github.com/x/y'],
    ['net/url@v1', 'standard library', 'npx usegolib build net/url'],
    ['./none', 'not a folder', undefined],
    ['-flag', 'not a Go import path', undefined],
    ['github.com/x/y@', 'not a version', undefined],
    ['github.com/x/y@-x', 'not a version|does not name', undefined],
    ['github.com/x/y@none', 'does not name a version', undefined],
    ['github.com/../y z', 'not a Go import path', undefined],
    ['', 'not a Go import path', undefined],
  ])('%j is refused', (text, message, fix) => {
    expect(() => parseSpec(text, dir)).toThrow(
      expect.objectContaining({ code: 'INVALID_SPEC', message: expect.stringMatching(message) }),
    );
    try {
      parseSpec(text, dir);
    } catch (error) {
      expect((error as { fix?: string }).fix).toBe(fix);
    }
  });
});

test('equal specs count once', () => expect(parseSpecs(['a.b/c', 'a.b/c'], dir)).toHaveLength(1));

test.each(['v1.2.3', 'v0.0.0-20240101000000-abcdefabcdef', 'v2.0.0+incompatible'])('%s is exact', (query) => {
  expect(isExact(query)).toBe(true);
});
test.each(['latest', 'v1', 'v1.2', '>v1.2.3', 'main'])('%s is not exact', (query) =>
  expect(isExact(query)).toBe(false),
);
