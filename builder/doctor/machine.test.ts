import { expect, test } from 'vitest';
import { checkNative, checkNode, checkPlatform } from './machine.ts';

test('a Node that is too old is named with the one that is needed', () => {
  expect(checkNode('18.20.4')).toEqual({
    check: 'node',
    status: 'problem',
    message: 'Node 18.20.4 is too old: 20.19.0 is needed',
    fix: 'nvm install --lts',
  });
  expect(checkNode('20.19.0').status).toBe('ok');
});

test.skipIf(process.platform !== 'linux')('musl and an old glibc are problems', () => {
  expect(checkPlatform('musl').message).toMatch(/musl \(Alpine\); use a Node built for glibc/);
  expect(checkPlatform('glibc', '2.17').message).toBe('glibc 2.17 is too old: 2.28 is needed');
  expect(checkPlatform('glibc', '2.36')).toMatchObject({
    status: 'ok',
    message: expect.stringContaining(', glibc 2.36'),
  });
});

test('the binary of koffi for this platform is loaded for real', async () => {
  expect(await checkNative()).toMatchObject({ check: 'native', status: 'ok' });
});
