import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';

const inflate = promisify(inflateRaw);

/** Reads a zip file entry by entry, in the order of its directory. Only plain files are given. */
export async function* unzip(file: string): AsyncGenerator<{ name: string; data: Buffer }> {
  const fd = openSync(file, 'r');
  try {
    const at = (from: number, size: number) => {
      const data = Buffer.alloc(size);
      if (size < 0 || readSync(fd, data, 0, size, from) !== size) throw damaged('it is cut');
      return data;
    };
    const { size } = fstatSync(fd);
    const tail = at(Math.max(0, size - 65_557), Math.min(size, 65_557));
    const end = tail.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
    if (end < 0 || tail.length - end < 22) throw damaged('its directory is missing');
    const directory = at(tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12));
    for (let p = 0; p < directory.length; ) {
      if (directory.readUInt32LE(p) !== 0x02014b50) throw damaged('its directory is wrong');
      const method = directory.readUInt16LE(p + 10);
      const packed = directory.readUInt32LE(p + 20);
      const whole = directory.readUInt32LE(p + 24);
      const nameLength = directory.readUInt16LE(p + 28);
      const name = directory.toString('utf8', p + 46, p + 46 + nameLength);
      const header = directory.readUInt32LE(p + 42);
      p += 46 + nameLength + directory.readUInt16LE(p + 30) + directory.readUInt16LE(p + 32);
      if (name.endsWith('/')) continue;
      const local = at(header, 30);
      const body = at(header + 30 + local.readUInt16LE(26) + local.readUInt16LE(28), packed);
      if (method !== 0 && method !== 8) throw damaged(`${name} is packed in an unknown way`);
      const data = method === 0 ? body : ((await inflate(body, { maxOutputLength: Math.max(whole, 1) })) as Buffer);
      if (data.length !== whole) throw damaged(`${name} has another length than announced`);
      yield { name, data };
    }
  } finally {
    closeSync(fd);
  }
}

function damaged(problem: string): Error {
  return new Error(`the archive is damaged: ${problem}`);
}
