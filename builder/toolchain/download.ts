import { copyFileSync, createWriteStream } from 'node:fs';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { get } from './request.ts';

/** Long enough for a slow proxy that looks at the whole file before it passes any of it on. */
const IDLE = 120_000;

/** Downloads `http(s)://` or copies `file://`. A user and password in the URL become a header. */
export async function download(
  url: string,
  to: string,
  progress: (text: string) => void,
  idle: number = IDLE,
): Promise<void> {
  if (!URL.canParse(url)) throw new Error(`${url} is not an address: it begins with https://, http:// or file://`);
  const address = new URL(url);
  if (address.protocol === 'file:') {
    copyFileSync(fileURLToPath(address), to);
    return;
  }
  const response = await get(address, idle);
  const total = Number(response.headers['content-length'] ?? 0);
  const size = (bytes: number) => `${(bytes / 1e6).toFixed(bytes < 1e6 ? 3 : 0)}`;
  let bytes = 0;
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      progress(`${(bytes / 1e6).toFixed(0)}${total ? ` of ${(total / 1e6).toFixed(0)}` : ''} MB`);
      done(null, chunk);
    },
  });
  await pipeline(response, count, createWriteStream(to)).catch((error: NodeJS.ErrnoException) => {
    // Of the disk, not of the line.
    if (error.syscall && error.syscall !== 'read') throw error;
    throw new Error(
      `${address.host}: ended after ${size(bytes)}${total ? ` of ${size(total)}` : ''} MB (${error.message})`,
    );
  });
}
