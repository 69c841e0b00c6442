import { copyFileSync, createWriteStream } from 'node:fs';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';

/** Downloads `http(s)://` or copies `file://`. A user and password in the URL become a header. */
export async function download(url: string, to: string, progress: (text: string) => void): Promise<void> {
  const address = new URL(url);
  if (address.protocol === 'file:') {
    copyFileSync(fileURLToPath(address), to);
    return;
  }
  const headers: Record<string, string> = {};
  if (address.username) {
    const pair = `${decodeURIComponent(address.username)}:${decodeURIComponent(address.password)}`;
    headers['authorization'] = `Basic ${Buffer.from(pair).toString('base64')}`;
    address.username = address.password = '';
  }
  const response = await fetch(address, { headers }).catch((error: Error) => {
    throw new Error(`${address.host}: ${(error.cause as Error | undefined)?.message ?? error.message}`);
  });
  if (!response.ok || !response.body) throw new Error(`${address}: ${response.status} ${response.statusText}`);
  const total = Number(response.headers.get('content-length') ?? 0);
  let bytes = 0;
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      progress(`${(bytes / 1e6).toFixed(0)}${total ? ` of ${(total / 1e6).toFixed(0)}` : ''} MB`);
      done(null, chunk);
    },
  });
  await pipeline(Readable.fromWeb(response.body as never), count, createWriteStream(to));
}
