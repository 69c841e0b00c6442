import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { publishOrder } from './order.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'order-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

function put(name: string, version: string, optionalDependencies?: Record<string, string>) {
  mkdirSync(join(dir, name), { recursive: true });
  writeFileSync(join(dir, name, 'package.json'), JSON.stringify({ name, version, optionalDependencies }));
}
const names = () => publishOrder(dir).map(({ name }) => name);

it('platforms come before the wrappers that need them, whatever they are called', () => {
  put('@me/a', '1.0.0', { '@me/a-linux-x64-gnu': '1.0.0', '@me/a-win32-x64': '1.0.0' });
  put('@me/a-linux-x64-gnu', '1.0.0');
  put('@me/a-win32-x64', '1.0.0');
  put('plain', '2.0.0', { 'plain-darwin-x64': '2.0.0' });
  put('plain-darwin-x64', '2.0.0');
  expect(names()).toEqual(['@me/a-linux-x64-gnu', '@me/a-win32-x64', 'plain-darwin-x64', '@me/a', 'plain']);
});

it('what another run left is not published', () => {
  put('@me/a', '1.0.0', { '@me/a-linux-x64-gnu': '1.0.0' });
  put('@me/a-linux-x64-gnu', '1.0.0');
  put('@me/a-win32-x64', '0.9.0');
  expect(names()).toEqual(['@me/a-linux-x64-gnu', '@me/a']);
});

it('a platform of another version is missing', () => {
  put('@me/a', '1.0.0', { '@me/a-linux-x64-gnu': '1.0.0' });
  put('@me/a-linux-x64-gnu', '0.9.0');
  expect(names).toThrow('@me/a@1.0.0 needs @me/a-linux-x64-gnu@1.0.0, which is not in');
});

it('a folder without a wrapper has nothing to publish', () => {
  put('@me/a-linux-x64-gnu', '1.0.0');
  expect(names).toThrow('there is no npm package of a Go module');
  rmSync(join(dir, '@me'), { recursive: true });
  expect(names).toThrow('there is no npm package of a Go module');
});
