import { expect, test } from 'vitest';
import { proxyFor } from './proxy.ts';

const through = (address: string, env: NodeJS.ProcessEnv) => proxyFor(new URL(address), env)?.href;
const env = { HTTPS_PROXY: 'http://secure.example:3128', HTTP_PROXY: 'plain.example:8080' };

test('the scheme of the address chooses the proxy', () => {
  expect(through('https://go.dev/dl/x', env)).toBe('http://secure.example:3128/');
  expect(through('http://go.dev/dl/x', env)).toBe('http://plain.example:8080/');
  expect(through('http://go.dev', { HTTPS_PROXY: 'http://p' })).toBeUndefined();
  expect(through('http://go.dev', { ALL_PROXY: 'http://p' })).toBe('http://p/');
  expect(through('https://go.dev', {})).toBeUndefined();
});

test('small letters win over capitals, and empty is unset', () => {
  expect(through('https://go.dev', { ...env, https_proxy: 'http://small.example' })).toBe('http://small.example/');
  expect(through('https://go.dev', { ...env, https_proxy: '' })).toBe('http://secure.example:3128/');
});

test('this machine is never asked for through a proxy', () => {
  for (const host of ['localhost', '127.0.0.1', '127.9.9.9', '[::1]'])
    expect(through(`https://${host}:1234/`, env), host).toBeUndefined();
  expect(through('https://localhost.example/', env)).toBeDefined();
});

test.each([
  ['go.dev', 'go.dev', true],
  ['go.dev', 'dl.go.dev', true],
  ['go.dev', 'cargo.dev', false],
  ['GO.dev', 'go.DEV', true],
  ['.go.dev', 'dl.go.dev', true],
  ['.go.dev', 'go.dev', false],
  ['*.go.dev', 'dl.go.dev', true],
  ['a.example, go.dev', 'go.dev', true],
  ['go.dev:443', 'go.dev', true],
  ['go.dev:8443', 'go.dev', false],
  ['*', 'go.dev', true],
  ['10.1.2.3', '10.1.2.3', true],
  ['10.0.0.0/8', '10.1.2.3', true],
  ['10.0.0.0/8', '11.1.2.3', false],
  ['10.0.0.0/99', '10.1.2.3', false],
  ['fd00::/8', '[fd12::1]', true],
  ['fd00::/8', '10.1.2.3', false],
  ['', 'go.dev', false],
])('NO_PROXY %j and https://%s: spared %s', (entry, host, spared) => {
  expect(through(`https://${host}/`, { ...env, NO_PROXY: entry }) === undefined).toBe(spared);
});

test('a proxy that speaks something else is named, without its password', () => {
  expect(() => through('https://go.dev', { HTTPS_PROXY: 'socks5://me:secret@p:1' })).toThrow(
    'HTTPS_PROXY names socks5://p:1, which is not an http proxy',
  );
});
