import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { BuildError, GoLibError, ToolchainError, UnsupportedPlatformError } from '../abi/errors.ts';
import { build } from './build.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'run build-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

const thrown = async (act: Promise<unknown>) => {
  const error = await act.then(
    () => undefined,
    (one: unknown) => one,
  );
  expect(error).toBeInstanceOf(GoLibError);
  return error as BuildError;
};
/** A command that ends as ours might: what only a broken machine makes it do. */
const command = (text: string) => {
  writeFileSync(join(dir, 'cli.mjs'), text);
  return join(dir, 'cli.mjs');
};

test('the command builds into the store that was asked for', async () => {
  expect(await build(['unicode/utf8'], join(dir, 'store'))).toMatch(/store.std@go[^/]+.[^/]+.[0-9a-f]{32}$/);
});

test('an error of the command is thrown with its class, code and fields', async () => {
  const error = await thrown(build(['no/such/package'], dir));
  expect(error).toBeInstanceOf(BuildError);
  expect(error).not.toBeInstanceOf(ToolchainError);
  expect(error).toMatchObject({
    code: 'PACKAGE_NOT_FOUND',
    message: expect.stringContaining('there is no package no/such/package'),
    hint: expect.any(String),
    command: 'usegolib build no/such/package',
  });
});

test('a spec is never taken for an option', async () => {
  expect(await thrown(build(['--force'], dir))).toMatchObject({ code: 'INVALID_SPEC' });
});

test.each([
  ['BuildError', BuildError],
  ['ToolchainError', ToolchainError],
  ['UnsupportedPlatformError', UnsupportedPlatformError],
  ['SomethingLater', GoLibError],
])('%s comes back as itself', async (name, Class) => {
  const said = { error: { name, code: 'C', message: 'm', command: 'go get x', fix: 'f' } };
  const error = await thrown(
    build(['x'], dir, command(`console.log(${JSON.stringify(JSON.stringify(said))}); process.exitCode = 1`)),
  );
  expect(error).toBeInstanceOf(Class);
  expect(error).toMatchObject({ code: 'C', message: 'm', command: 'go get x', fix: 'f' });
});

test.each([
  ['process.exit(9)', 'with exit code 9'],
  ['process.kill(process.pid, "SIGKILL")', process.platform === 'win32' ? 'with exit code 1' : 'by SIGKILL'],
  ['console.log("half {")', 'with exit code 0'],
])('a command that ends without an answer (%s) is an error that says how', async (text, how) => {
  const error = await thrown(build(['x'], dir, command(text)));
  expect(error.message).toBe(`usegolib build x ended ${how} and did not say why`);
  expect(error).toMatchObject({ code: 'BUILD', command: 'usegolib build x' });
});
