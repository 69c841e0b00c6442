import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { closedPort, FileServer, redirect, stall, whole } from '../../test/support/file-server.ts';
import { HttpProxy } from '../../test/support/http-proxy.ts';
import { download } from './download.ts';

let dir: string;
let server: FileServer;
let proxy: HttpProxy;
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'download-'));
  [server, proxy] = await Promise.all([FileServer.start(), HttpProxy.start()]);
  for (const name of ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'NO_PROXY']) {
    vi.stubEnv(name, '');
    vi.stubEnv(name.toLowerCase(), '');
  }
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await Promise.all([server.stop(), proxy.stop()]);
  rmSync(dir, { recursive: true });
});

const file = () => join(dir, 'file');
const fetched = async (url: string, idle?: number) => {
  await download(url, file(), () => {}, idle);
  return readFileSync(file(), 'utf8');
};

test('a user and password do not follow a redirect to another host', async () => {
  const other = await FileServer.start();
  const seen: unknown[] = [];
  server.answers.set('/a', redirect('/b'));
  server.answers.set('/b', (request, response) => {
    seen.push(request.headers.authorization);
    redirect(`${other.url}/c`)(request, response);
  });
  other.answers.set('/c', (request, response) => {
    seen.push(request.headers.authorization);
    whole(Buffer.from('there'))(request, response);
  });
  expect(await fetched(server.url.replace('//', '//me:secret@').concat('/a'))).toBe('there');
  expect(seen).toEqual([`Basic ${Buffer.from('me:secret').toString('base64')}`, undefined]);
  await other.stop();
});

test('a line that falls silent ends in an error', async () => {
  server.answers.set('/a', stall(Buffer.alloc(2_000_000)));
  await expect(fetched(`${server.url}/a`, 200)).rejects.toThrow(/ended after 0\.000 of 2 MB \(silent for 0\.2 s\)/);
  server.answers.set('/b', () => {});
  await expect(fetched(`${server.url}/b`, 200)).rejects.toThrow(/silent for 0\.2 s/);
});

test('a disk that cannot hold it is no fault of the line', async () => {
  server.answers.set('/a', whole(Buffer.from('text')));
  await expect(download(`${server.url}/a`, join(dir, 'no/such/folder'), () => {})).rejects.toThrow(/^ENOENT/);
});

describe('through a proxy', () => {
  const there = () => `//go.example.test:${server.port}/a`;

  test('a file comes by the name of its server, and NO_PROXY spares it', async () => {
    vi.stubEnv('HTTP_PROXY', `http://me:se%40cret@${proxy.host}`);
    server.answers.set('/a', whole(Buffer.from('text')));
    expect(await fetched(`http:${there()}`)).toBe('text');
    const auth = `Basic ${Buffer.from('me:se@cret').toString('base64')}`;
    expect(proxy.asked).toEqual([{ line: `GET http:${there()}`, auth }]);

    vi.stubEnv('NO_PROXY', 'example.test');
    await expect(fetched(`http:${there()}`)).rejects.toThrow(/go\.example\.test/);
    expect(proxy.asked).toHaveLength(1);
  });

  test('https is a tunnel: the proxy sees the name and no more', async () => {
    let sent = Buffer.alloc(0);
    const listener = createServer((socket) => {
      socket.on('error', () => {});
      socket.on('data', (chunk) => {
        sent = Buffer.concat([sent, chunk]);
        socket.destroy();
      });
    });
    await new Promise<void>((done) => listener.listen(0, '127.0.0.1', done));
    const { port } = listener.address() as { port: number };
    vi.stubEnv('https_proxy', `http://me:secret@${proxy.host}`);
    await expect(fetched(`https://go.example.test:${port}/a`)).rejects.toThrow(`go.example.test:${port}: `);
    const auth = `Basic ${Buffer.from('me:secret').toString('base64')}`;
    expect(proxy.asked).toEqual([{ line: `CONNECT go.example.test:${port}`, auth }]);
    // The handshake of TLS, for the server's name.
    expect(sent[0]).toBe(22);
    expect(sent.includes('go.example.test')).toBe(true);
    expect(sent.includes('secret')).toBe(false);
    await new Promise((done) => listener.close(done));
  });

  test('a refusal and a proxy that is not there name the proxy', async () => {
    proxy.refuse = 407;
    vi.stubEnv('ALL_PROXY', `http://me:secret@${proxy.host}`);
    await expect(fetched(`https:${there()}`)).rejects.toThrow(
      `proxy ${proxy.host}: refused CONNECT go.example.test:${server.port} with 407 Proxy Authentication Required`,
    );
    await expect(fetched(`http:${there()}`)).rejects.toThrow(/answered 407/);
    const nobody = `127.0.0.1:${await closedPort()}`;
    vi.stubEnv('ALL_PROXY', `http://${nobody}`);
    for (const scheme of ['http:', 'https:'])
      await expect(fetched(`${scheme}${there()}`)).rejects.toThrow(`proxy ${nobody}: connect ECONNREFUSED`);
  });
});
