import { createHash } from 'node:crypto';
import { COMMAND, readCommands } from './mach-o.ts';
import { sign } from './signature.ts';

/**
 * Gives a Mach-O file of Zig the same bytes whenever it is linked from the same objects. Zig skips those entries of the
 * table of indirect symbols that name no import, so the end of the table is as Zig's memory was. dyld does not read it; the
 * file's id and signature are made from it, and are made again.
 */
export function normalise(file: Buffer): void {
  const commands = readCommands(file);
  const one = (kind: number) => commands.find((command) => command.kind === kind)?.at;
  const table = one(COMMAND.dynamicSymbols);
  const segments = commands.filter(({ kind }) => kind === COMMAND.segment);
  if (table !== undefined) clearUnwritten(file, table, countPointers(file, segments));
  const signature = one(COMMAND.signature);
  const end = signature === undefined ? file.length : file.readUInt32LE(signature + 8);
  const id = one(COMMAND.uuid);
  if (id !== undefined) writeId(file.subarray(id + 8, id + 24), file.subarray(0, end));
  if (signature !== undefined) sign(file, signature);
}

const SECTION = { pointers: 6, stubs: 8 };

/** How many stubs of functions, and how many pointers to data, have places in the table. */
function countPointers(file: Buffer, segments: { at: number }[]): { stubs: number; pointers: number } {
  const count = { stubs: 0, pointers: 0 };
  for (const { at } of segments) {
    for (let i = 0; i < file.readUInt32LE(at + 64); i++) {
      const section = at + 72 + 80 * i;
      const size = Number(file.readBigUInt64LE(section + 40));
      const type = file.readUInt8(section + 64);
      if (type === SECTION.stubs) count.stubs += size / file.readUInt32LE(section + 72);
      if (type === SECTION.pointers) count.pointers += size / 8;
    }
  }
  return count;
}

/** The stubs come first and again at the end of what was written; between them stand the pointers that name imports. */
function clearUnwritten(file: Buffer, command: number, { stubs, pointers }: { stubs: number; pointers: number }): void {
  const at = file.readUInt32LE(command + 56);
  const entries = file.subarray(at, at + 4 * file.readUInt32LE(command + 60));
  const first = entries.subarray(0, 4 * stubs);
  for (let named = 0; named < pointers && stubs > 0; named++) {
    const again = 4 * (stubs + named);
    if (entries.subarray(again, again + first.length).equals(first)) entries.fill(0, again + first.length);
  }
}

/** From everything but itself, in the form that Apple's linker gives it. */
function writeId(id: Buffer, signed: Buffer): void {
  id.fill(0);
  createHash('sha256').update(signed).digest().copy(id, 0, 0, 16);
  id[6] = (id[6]! & 0x0f) | 0x30;
  id[8] = (id[8]! & 0x3f) | 0x80;
}
