import { createHash } from 'node:crypto';
import { must } from './read.ts';

/**
 * The code signature of a Mach-O file. An ad-hoc one is a list of hashes, one for each page before it; Apple's processors
 * run no page whose hash is another.
 */
interface CodeDirectory {
  /** Where the hash of the first page stands. */
  hashes: number;
  pages: number;
  pageSize: number;
  /** The signed bytes: from the start of the file to here. */
  limit: number;
}

const CODE_DIRECTORY = 0xfade_0c02;
const SHA256 = 2;

/** @param command the place of the load command, if there is one */
export function checkSignature(file: Buffer, command: number | undefined): 'none' | 'good' | 'damaged' {
  if (!command) return 'none';
  const directory = readDirectory(file, command);
  for (const [at, hash] of pageHashes(file, directory)) {
    if (!file.subarray(at, at + hash.length).equals(hash)) return 'damaged';
  }
  return 'good';
}

/** Writes the hashes anew, after the pages were changed. */
export function sign(file: Buffer, command: number): void {
  for (const [at, hash] of pageHashes(file, readDirectory(file, command))) hash.copy(file, at);
}

/** The place of each page's hash, and the hash that the page has. */
function* pageHashes(file: Buffer, { hashes, pages, pageSize, limit }: CodeDirectory): Generator<[number, Buffer]> {
  for (let page = 0; page < pages; page++) {
    const bytes = file.subarray(page * pageSize, Math.min(limit, (page + 1) * pageSize));
    yield [hashes + 32 * page, createHash('sha256').update(bytes).digest()];
  }
}

/** Unlike everything else in the file, a signature is big-endian. */
function readDirectory(file: Buffer, command: number): CodeDirectory {
  const blobs = file.readUInt32LE(command + 8);
  const count = file.readUInt32BE(blobs + 8);
  const at = Array.from({ length: count }, (_, i) => blobs + file.readUInt32BE(blobs + 16 + 8 * i)).find(
    (blob) => file.readUInt32BE(blob) === CODE_DIRECTORY,
  );
  must(at, 'a signature without a code directory');
  must(file.readUInt8(at + 37) === SHA256, 'a signature that is not of SHA-256');
  return {
    hashes: at + file.readUInt32BE(at + 16),
    pages: file.readUInt32BE(at + 28),
    limit: file.readUInt32BE(at + 32),
    pageSize: 2 ** file.readUInt8(at + 39),
  };
}
