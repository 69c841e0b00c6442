import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Writable } from 'node:stream';

/**
 * Unpacks a tar stream below a folder, file by file. `strip` leading path elements are dropped. Only plain files and folders
 * are taken: a link, an absolute path or one with `..` is an error, since no toolchain has any. `keep` may leave files out
 * and hears of the content of each that is written.
 */
export function untar(to: string, strip: number, keep?: (name: string, data: Buffer) => boolean): Writable {
  let buffered: Buffer[] = [];
  let length = 0;
  let entry: Entry | undefined;
  let longName: string | undefined;
  let ended = false;

  const take = (size: number): Buffer => {
    const all = buffered.length === 1 ? buffered[0]! : Buffer.concat(buffered);
    buffered = [all.subarray(size)];
    length -= size;
    return all.subarray(0, size);
  };
  const finish = (current: Entry, data: Buffer) => {
    if (current.type === 'x') longName = paxPath(data) ?? longName;
    else if (current.type === 'L') longName = data.toString().replace(/\0.*$/s, '');
    else if (current.type === 'g') return;
    else {
      const name = strip0(safe(longName ?? current.name), strip);
      longName = undefined;
      if (!name || current.type === '5') return;
      if (current.type !== '0')
        throw new Error(`the archive holds ${JSON.stringify(current.name)}, which is not a plain file`);
      if (keep && !keep(name, data)) return;
      const file = join(to, name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, data, { mode: current.mode & 0o111 ? 0o755 : 0o644 });
    }
  };
  const drain = () => {
    for (;;) {
      if (ended) return;
      if (!entry) {
        if (length < 512) return;
        const header = take(512);
        if (header.every((byte) => byte === 0)) {
          ended = true;
          return;
        }
        entry = readHeader(header);
      }
      const padded = Math.ceil(entry.size / 512) * 512;
      if (length < padded) return;
      const data = take(padded).subarray(0, entry.size);
      const current = entry;
      entry = undefined;
      finish(current, data);
    }
  };
  return new Writable({
    write(chunk: Buffer, _encoding, done) {
      buffered.push(chunk);
      length += chunk.length;
      try {
        const need = entry ? Math.ceil(entry.size / 512) * 512 : 512;
        if (length >= need) drain();
        if (ended) buffered = [];
        done();
      } catch (error) {
        done(error as Error);
      }
    },
    final(done) {
      done(ended ? null : new Error('the archive ends in the middle of a file'));
    },
  });
}

interface Entry {
  name: string;
  type: string;
  size: number;
  mode: number;
}

function readHeader(header: Buffer): Entry {
  const text = (from: number, size: number) => header.toString('utf8', from, from + size).replace(/\0.*$/s, '');
  const octal = (from: number, size: number) => Number.parseInt(text(from, size).trim() || '0', 8);
  let sum = 256;
  for (let i = 0; i < 512; i++) if (i < 148 || i >= 156) sum += header[i]!;
  if (sum !== octal(148, 8)) throw new Error('the archive is damaged: a header has a wrong checksum');
  const size = octal(124, 12);
  if (!Number.isSafeInteger(size) || size < 0 || size > MAX_FILE)
    throw new Error('the archive is damaged: a file has an impossible size');
  const prefix = text(257, 5) === 'ustar' ? text(345, 155) : '';
  const type = text(156, 1) || '0';
  return { name: prefix ? `${prefix}/${text(0, 100)}` : text(0, 100), type, size, mode: octal(100, 8) };
}

const MAX_FILE = 1 << 30;

function paxPath(data: Buffer): string | undefined {
  for (let at = 0; at < data.length; ) {
    const space = data.indexOf(32, at);
    const size = Number(data.toString('latin1', at, space));
    if (!(size > 0)) return undefined;
    const [key, ...value] = data.toString('utf8', space + 1, at + size - 1).split('=');
    if (key === 'path') return value.join('=');
    at += size;
  }
  return undefined;
}

function safe(name: string): string {
  if (/^[/\\]|^[A-Za-z]:|\0/.test(name) || name.split(/[/\\]/).includes('..')) {
    throw new Error(`the archive holds ${JSON.stringify(name)}, which leads out of its folder`);
  }
  return name;
}

function strip0(name: string, count: number): string {
  return name.split('/').slice(count).join('/').replace(/\/$/, '');
}
