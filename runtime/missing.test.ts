import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isMissing, missing } from './missing.ts';
import type { GoPackage, Platform } from './package.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'missing-'));
  mkdirSync(join(root, 'node_modules/@me/shop'), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

const absent = (name: string): Platform => ({
  package: name,
  sha256: '',
  abi: 1,
  load() {
    throw Object.assign(new Error(`Cannot find module '${name}'`), { code: 'MODULE_NOT_FOUND' });
  },
});
const present = (name: string): Platform => ({ ...absent(name), load: () => ({ manifest: { href: 'file:///x' } }) });

function messageFor(lock: [name: string, text: string] | undefined, other = absent('@me/shop-darwin-arm64')) {
  if (lock) writeFileSync(join(root, lock[0]), lock[1]);
  const own = absent('@me/shop-linux-x64-gnu');
  const wanted: GoPackage = {
    name: '@me/shop',
    version: '1.2.3',
    from: pathToFileURL(join(root, 'node_modules/@me/shop/load.js')).href,
    packages: ['example.org/shop'],
    platforms: { 'linux-amd64': own, 'darwin-arm64': other },
  };
  return missing(wanted, own, new Error('gone')).message;
}

describe('the cause of a missing library', () => {
  it('is that node_modules comes from another platform, where another one is there', () => {
    const message = messageFor(undefined, present('@me/shop-darwin-arm64'));
    expect(message).toMatch(/installed for another platform.*it has @me\/shop-darwin-arm64/);
    expect(message).toMatch(/try 1 {2}remove node_modules, then npm install/);
  });

  it('is the lockfile, where that does not list it', () => {
    const message = messageFor(['package-lock.json', '{ "packages": { "node_modules/@me/shop": {} } }']);
    expect(message).toMatch(/package-lock\.json was written on another platform/);
    expect(message).toMatch(/try 1 {2}remove node_modules and package-lock\.json/);
  });

  it('is that optional dependencies were left out, where the lockfile lists it', () => {
    const lock: [string, string] = ['pnpm-lock.yaml', "'@me/shop-linux-x64-gnu@1.2.3': {}"];
    expect(messageFor(lock)).toMatch(/optional dependencies were left out/);
  });
});

it.each([
  ['package-lock.json', 'npm install --save-optional @me/shop-linux-x64-gnu@1.2.3'],
  ['pnpm-lock.yaml', 'pnpm add --save-optional @me/shop-linux-x64-gnu@1.2.3'],
  ['yarn.lock', 'yarn add --optional @me/shop-linux-x64-gnu@1.2.3'],
  ['bun.lock', 'bun add --optional @me/shop-linux-x64-gnu@1.2.3'],
])('what to type is a command of the installer that wrote %s', (lock, command) => {
  expect(messageFor([lock, '@me/shop-linux-x64-gnu'])).toContain(command);
});

it('only an error about that very package says that it is missing', () => {
  const error = (code: string, message: string) => Object.assign(new Error(message), { code });
  expect(
    isMissing(error('MODULE_NOT_FOUND', "Cannot find module '@me/shop-linux-x64-gnu'"), '@me/shop-linux-x64-gnu'),
  ).toBe(true);
  expect(isMissing(error('MODULE_NOT_FOUND', "Cannot find module 'other'"), '@me/shop-linux-x64-gnu')).toBe(false);
  expect(isMissing(error('EACCES', '@me/shop-linux-x64-gnu'), '@me/shop-linux-x64-gnu')).toBe(false);
});
