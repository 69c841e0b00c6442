import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FileServer, whole } from '../../test/support/file-server.ts';
import { writeProxy } from '../../test/support/module-proxy.ts';
import { silentReport } from '../report.ts';
import { chooseGo, locateGo } from '../toolchain/go.ts';
import { runWithPatience } from './patience.ts';

/** The go command, and a module proxy that is not always in order. */
let dir: string;
let server: FileServer;
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'patience-'));
  server = await FileServer.start();
});
afterEach(async () => {
  await server.stop();
  rmSync(dir, { recursive: true, force: true });
});

const INFO = '/example.org/%21money/@v/v1.0.0.info';

/** @returns the proxy's answers, whose `INFO` fails so many times before it is given */
function serve(failures: number): void {
  const folder = fileURLToPath(writeProxy(join(import.meta.dirname, '../../test/script/modules'), join(dir, 'proxy')));
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(info|mod|zip)$|list$/.test(name)) continue;
    const path = `/${name.split(sep).join('/').replaceAll('!', '%21')}`;
    const answer = whole(readFileSync(join(folder, name)));
    let left = path === INFO ? failures : 0;
    server.answers.set(path, (request, response) => {
      if (left-- > 0) response.writeHead(503).end();
      else answer(request, response);
    });
  }
}

async function get() {
  writeFileSync(join(dir, 'go.mod'), 'module example.org/main\n\ngo 1.24\n');
  await locateGo();
  const go = await chooseGo('1.0', silentReport);
  const env = {
    ...process.env,
    GOPROXY: server.url,
    GONOPROXY: 'none',
    GOSUMDB: 'off',
    GOWORK: 'off',
    GOMODCACHE: join(dir, 'modules'),
    GOFLAGS: '-modcacherw',
    GOTOOLCHAIN: 'local',
  };
  return runWithPatience({ file: go.path, args: ['get', 'example.org/Money@v1.0.0'], cwd: dir, env });
}

const asked = () => server.asked.filter((path) => path === INFO).length;

test('a proxy that fails for a moment is asked again', async () => {
  serve(2);
  expect(await get()).toMatchObject({ code: 0 });
  expect(asked()).toBe(3);
});

test('one that fails for good is a failure in the end', async () => {
  serve(9);
  expect(await get()).toMatchObject({ code: 1, stderr: expect.stringContaining('503') });
  expect(asked()).toBe(3);
});

test('a module that a proxy has not is not asked for again', async () => {
  expect(await get()).toMatchObject({ code: 1, stderr: expect.stringContaining('404') });
  expect(asked()).toBe(1);
});
