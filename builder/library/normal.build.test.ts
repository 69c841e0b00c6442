import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { linkC } from '../../test/support/c-library.ts';
import { COMMAND, readCommands, readMachO } from './mach-o.ts';
import { normalise } from './normal.ts';

/** The compiler takes `one` and `two` for imports, the linker finds them here, hidden: with `-x`, as Go links, their
 * entries are never written. */
const SOURCE = `
#include <stdlib.h>
#include <string.h>
__asm__(".globl _one, _two\\n.private_extern _one\\n.private_extern _two\\n.p2align 2\\n_one: ret\\n.p2align 2\\n_two: ret");
extern int one(void), two(void);
void *own(int n) { return n ? (void *)one : (void *)two; }
char *copy(const char *s) { return strcpy(malloc(strlen(s) + 1), s); }
`;

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'normal-'));
});
afterAll(() => rmSync(dir, { recursive: true }));

/** The last entries of the table of indirect symbols. */
function tail(file: Buffer, entries: number): Buffer {
  const { at } = readCommands(file).find(({ kind }) => kind === COMMAND.dynamicSymbols)!;
  const end = file.readUInt32LE(at + 56) + 4 * file.readUInt32LE(at + 60);
  return file.subarray(end - 4 * entries, end);
}

test('what Zig’s memory held when it linked is not in the file', async () => {
  const linked = readFileSync(await linkC(dir, 'darwin-arm64', { source: SOURCE, flags: ['-Wl,-x'] }));
  const files = [0x00, 0x5a, 0xff].map((garbage) => {
    const file = Buffer.from(linked);
    tail(file, 2).fill(garbage);
    normalise(file);
    return file;
  });
  expect(files[1]!.equals(files[0]!)).toBe(true);
  expect(files[2]!.equals(files[0]!)).toBe(true);
  expect(readMachO(files[0]!)).toEqual(readMachO(linked));
  const again = Buffer.from(files[0]!);
  normalise(again);
  expect(again.equals(files[0]!)).toBe(true);
});

test('files that differ have different ids', async () => {
  const idOf = async (source: string) => {
    const file = readFileSync(await linkC(dir, 'darwin-arm64', { source, flags: ['-Wl,-install_name,x'] }));
    normalise(file);
    const { at } = readCommands(file).find(({ kind }) => kind === COMMAND.uuid)!;
    return file.toString('hex', at + 8, at + 24);
  };
  expect(await idOf(SOURCE)).toBe(await idOf(SOURCE));
  expect(await idOf(SOURCE)).not.toBe(await idOf(SOURCE.replace('+ 1', '+ 2')));
});
