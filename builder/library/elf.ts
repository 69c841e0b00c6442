import type { Linked } from './linked.ts';
import { highest, must, textAt } from './read.ts';

const SECTION = { dynamic: 6, dynsym: 11, versionNeeds: 0x6fff_fffe, versions: 0x6fff_ffff };
const DT_NEEDED = 1;
const LIBRARY = 3;

interface Section {
  offset: number;
  size: number;
  /** The strings its numbers point into. */
  strings: number;
}

/** ELF, from its dynamic symbols and what goes with them; a stripped library has no others. */
export function readElf(file: Buffer): Linked {
  must(file.readUInt32BE(0) === 0x7f45_4c46 && file.readUInt16LE(4) === 0x0102, 'no 64-bit little-endian ELF file');
  must(file.readUInt16LE(16) === LIBRARY, 'no shared library');
  const sections = readSections(file);
  const dynamic = sections.get(SECTION.dynamic);
  must(dynamic, 'no dynamic section');
  const { exports, unresolved } = readSymbols(file, sections);
  return {
    machine: file.readUInt16LE(18),
    needs: entries(dynamic, 16).flatMap((at) =>
      number(file, at) === DT_NEEDED ? textAt(file, dynamic.strings + number(file, at + 8)) : [],
    ),
    exports,
    unresolved,
    minimum: highest(readVersions(file, sections).flatMap((name) => /^GLIBC_(.*)$/.exec(name)?.[1] ?? [])),
  };
}

function readSections(file: Buffer): Map<number, Section> {
  const table = number(file, 40);
  const size = file.readUInt16LE(58);
  const count = file.readUInt16LE(60);
  const headers = Array.from({ length: count }, (_, i) => table + i * size);
  const offsetOf = (header: number) => number(file, header + 24);
  return new Map(
    headers.map((at) => [
      file.readUInt32LE(at + 4),
      {
        offset: offsetOf(at),
        size: number(file, at + 32),
        strings: offsetOf(headers[file.readUInt32LE(at + 40)] ?? 0),
      },
    ]),
  );
}

function readSymbols(file: Buffer, sections: Map<number, Section>): Pick<Linked, 'exports' | 'unresolved'> {
  const symbols = sections.get(SECTION.dynsym);
  must(symbols, 'no dynamic symbols');
  const versions = sections.get(SECTION.versions);
  const exports: string[] = [];
  const unresolved: string[] = [];
  for (const [i, at] of entries(symbols, 24).entries()) {
    const name = textAt(file, symbols.strings + file.readUInt32LE(at));
    const [global, weak] = [1, 2].map((binding) => file[at + 4]! >> 4 === binding);
    const defined = file.readUInt16LE(at + 6) !== 0;
    if (defined && (global || weak)) exports.push(name);
    // Versions 0 and 1 are none: nothing says that a library that it needs has this name.
    const version = versions ? file.readUInt16LE(versions.offset + 2 * i) & 0x7fff : 0;
    if (!defined && global && version < 2) unresolved.push(name);
  }
  return { exports, unresolved };
}

/** The versions of other libraries' symbols that it needs: `GLIBC_2.3.2`. */
function readVersions(file: Buffer, sections: Map<number, Section>): string[] {
  const needs = sections.get(SECTION.versionNeeds);
  const found: string[] = [];
  for (let at = needs?.offset ?? 0, step = needs ? 1 : 0; needs && step > 0; at += step) {
    let entry = at + file.readUInt32LE(at + 8);
    for (let left = file.readUInt16LE(at + 2); left > 0; left--) {
      found.push(textAt(file, needs.strings + file.readUInt32LE(entry + 8)));
      entry += file.readUInt32LE(entry + 12);
    }
    step = file.readUInt32LE(at + 12);
  }
  return found;
}

function entries({ offset, size }: Section, each: number): number[] {
  return Array.from({ length: size / each }, (_, i) => offset + i * each);
}

function number(file: Buffer, at: number): number {
  return Number(file.readBigUInt64LE(at));
}
