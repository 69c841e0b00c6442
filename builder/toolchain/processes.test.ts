import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { bundle } from '../../test/support/bundle.ts';
import { FileServer } from '../../test/support/file-server.ts';
import { HttpProxy } from '../../test/support/http-proxy.ts';
import { findOnPath } from './find.ts';

// What only processes of their own can show: two at once, and the certificates a process starts with.

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'processes-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

async function runNode(
  script: string,
  env: NodeJS.ProcessEnv,
): Promise<{ code: number; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { env: { ...process.env, ...env } });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk) => (stdout += chunk));
  child.stderr.on('data', (chunk) => (stderr += chunk));
  return new Promise((done) => child.on('close', (code) => done({ code: code ?? 1, stdout, stderr })));
}

test('two processes that miss the same Go fetch it once and both have it', async () => {
  const server = await FileServer.start();
  const made = join(dir, 'made/go/bin');
  mkdirSync(made, { recursive: true });
  writeFileSync(join(made, 'go'), 'go');
  const archive = gzipSync(execFileSync('tar', ['-cf', '-', '-C', join(dir, 'made'), 'go']));
  // Slow enough that the second one comes while the first is at it.
  server.answers.set('/go1.26.99.linux-amd64.tar.gz', (_request, response) => {
    setTimeout(() => response.end(archive), 1500);
  });
  const module = join(dir, 'provision.mjs');
  await bundle('builder/toolchain/provision-go.ts', module);
  const sha256 = createHash('sha256').update(archive).digest('hex');
  const pin = { version: '1.26.99', target: 'linux-amd64', sha256 };
  const script = `
    import { provisionGo } from ${JSON.stringify(module)};
    const go = await provisionGo(${JSON.stringify(pin)}, 'test', { detail() {} });
    console.log(go.path);`;
  const cache = join(dir, 'cache');
  const env = { USEGOLIB_CACHE_DIR: cache, USEGOLIB_GO_DOWNLOAD: server.url };
  const runs = await Promise.all([runNode(script, env), runNode(script, env)]);
  const path = join(cache, 'toolchains/go1.26.99-linux-amd64/bin/go');
  expect(runs).toEqual(Array(2).fill({ code: 0, stdout: `${path}\n`, stderr: '' }));
  expect(readFileSync(path, 'utf8')).toBe('go');
  expect(server.asked).toHaveLength(1);
  expect(readdirSync(join(cache, 'toolchains'))).toEqual(['go1.26.99-linux-amd64']);
  await server.stop();
}, 60_000);

test.skipIf(!findOnPath('openssl'))(
  'a file comes through the tunnel of a proxy from a server with a trusted name only',
  async () => {
    const make = (name: string) => {
      const [key, cert] = [join(dir, `${name}.key`), join(dir, `${name}.pem`)];
      const args = `req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=${name} -addext subjectAltName=DNS:${name}`;
      execFileSync('openssl', [...args.split(' '), '-keyout', key, '-out', cert], { stdio: 'ignore' });
      return { cert, options: { key: readFileSync(key), cert: readFileSync(cert) } };
    };
    const { cert, options } = make('go.example.test');
    const server = createServer(options, (request, response) => void response.end(`you asked for ${request.url}`));
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as { port: number };
    const proxy = await HttpProxy.start();
    const module = join(dir, 'download.mjs');
    await bundle('builder/toolchain/download.ts', module);
    const fetch = (name: string, env: NodeJS.ProcessEnv) =>
      runNode(
        `
    import { readFileSync } from 'node:fs';
    import { download } from ${JSON.stringify(module)};
    const file = ${JSON.stringify(join(dir, 'file'))};
    await download('https://${name}:${port}/dl/a?b', file, () => {}).catch((error) => {
      console.log(error.message);
      process.exit();
    });
    console.log(readFileSync(file, 'utf8'));`,
        { HTTPS_PROXY: `http://${proxy.host}`, https_proxy: '', NO_PROXY: '', no_proxy: '', ...env },
      );
    const trusted = await fetch('go.example.test', { NODE_EXTRA_CA_CERTS: cert });
    expect(trusted).toEqual({ code: 0, stdout: 'you asked for /dl/a?b\n', stderr: '' });
    expect(proxy.asked).toEqual([{ line: `CONNECT go.example.test:${port}` }]);
    expect((await fetch('go.example.test', { NODE_EXTRA_CA_CERTS: '' })).stdout).toMatch(/self-signed certificate/);
    expect((await fetch('other.example.test', { NODE_EXTRA_CA_CERTS: cert })).stdout).toMatch(
      /does not match certificate/,
    );
    await proxy.stop();
    await new Promise((done) => server.close(done));
  },
  60_000,
);
