import type { Linked } from './linked.ts';
import { must, textAt } from './read.ts';
import { checkSignature } from './signature.ts';

/** Load commands, by what they begin with. */
export const COMMAND = {
  segment: 0x19,
  symbols: 0x2,
  dynamicSymbols: 0xb,
  library: 0xc,
  weakLibrary: 0x8000_0018,
  uuid: 0x1b,
  signature: 0x1d,
  bindings: 0x8000_0022,
  build: 0x32,
};
const MAGIC = 0xfeed_facf;
const DYLIB = 6;
/** Of an undefined symbol that names no library: itself, any image of the process, or its program. */
const NO_LIBRARY = [0, 0xfe, 0xff];

/** Mach-O, from its load commands: what dyld goes by. */
export function readMachO(file: Buffer): Linked {
  const commands = readCommands(file);
  const one = (kind: number) => commands.find((command) => command.kind === kind)?.at;
  const build = one(COMMAND.build);
  const bindings = one(COMMAND.bindings);
  must(build && bindings, 'no dynamic library of this time');
  return {
    machine: file.readUInt32LE(4),
    needs: commands.flatMap(({ kind, at }) =>
      kind === COMMAND.library || kind === COMMAND.weakLibrary ? textAt(file, at + file.readUInt32LE(at + 8)) : [],
    ),
    exports: readTrie(file.subarray(file.readUInt32LE(bindings + 40)).subarray(0, file.readUInt32LE(bindings + 44))),
    unresolved: readUndefined(file, one(COMMAND.symbols)),
    minimum: version(file.readUInt32LE(build + 12)),
    signature: checkSignature(file, one(COMMAND.signature)),
  };
}

/** Every load command with its place. */
export function readCommands(file: Buffer): { kind: number; at: number }[] {
  must(file.readUInt32LE(0) === MAGIC, 'no 64-bit Mach-O file');
  must(file.readUInt32LE(12) === DYLIB, 'no dynamic library');
  let at = 32;
  return Array.from({ length: file.readUInt32LE(16) }, () => {
    const command = { kind: file.readUInt32LE(at), at };
    at += file.readUInt32LE(at + 4);
    return command;
  });
}

/** The names in the table of exports, a tree whose edges are pieces of names. C's names begin with an underscore. */
function readTrie(trie: Buffer): string[] {
  const names: string[] = [];
  const visit = (node: number, prefix: string): void => {
    const terminal = uleb(trie, node);
    if (terminal.value > 0) names.push(prefix.replace(/^_/, ''));
    let at = terminal.end + terminal.value;
    for (let children = trie.readUInt8(at++); children > 0; children--) {
      const piece = textAt(trie, at);
      const child = uleb(trie, at + piece.length + 1);
      must(child.value > 0, 'a table of exports that runs in a circle');
      visit(child.value, prefix + piece);
      at = child.end;
    }
  };
  if (trie.length > 0) visit(0, '');
  return names.sort();
}

function uleb(data: Buffer, at: number): { value: number; end: number } {
  let value = 0;
  for (let shift = 1; ; shift *= 128) {
    const byte = data.readUInt8(at++);
    value += (byte & 0x7f) * shift;
    if (byte < 0x80) return { value, end: at };
  }
}

function readUndefined(file: Buffer, command: number | undefined): string[] {
  must(command, 'no symbols');
  const symbols = file.readUInt32LE(command + 8);
  const strings = file.readUInt32LE(command + 16);
  return Array.from({ length: file.readUInt32LE(command + 12) }, (_, i) => symbols + 16 * i).flatMap((at) => {
    const isUndefined = file.readUInt8(at + 4) === 1;
    // The last byte names the library by its number.
    if (!isUndefined || !NO_LIBRARY.includes(file.readUInt8(at + 7))) return [];
    return textAt(file, strings + file.readUInt32LE(at)).replace(/^_/, '');
  });
}

/** `12.0` of 0x000c0000. */
function version(packed: number): string {
  return `${packed >>> 16}.${(packed >>> 8) & 0xff}`;
}
