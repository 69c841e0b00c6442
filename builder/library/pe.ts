import type { Linked } from './linked.ts';
import { must, textAt } from './read.ts';

const DLL = 0x2000;
const PE32_PLUS = 0x20b;

/** PE, from the tables of its optional header: what Windows' loader goes by. */
export function readPe(file: Buffer): Linked {
  must(file.toString('latin1', 0, 2) === 'MZ', 'no PE file');
  const header = file.readUInt32LE(0x3c);
  must(file.toString('latin1', header, header + 4) === 'PE\0\0', 'no PE file');
  must(file.readUInt16LE(header + 22) & DLL, 'no DLL');
  const optional = header + 24;
  must(file.readUInt16LE(optional) === PE32_PLUS, 'no 64-bit PE file');
  const place = sectionsOf(file, header);
  const [exports, imports] = [112, 120].map((at) => file.readUInt32LE(optional + at));
  return {
    machine: file.readUInt16LE(header + 4),
    needs: imports ? readImports(file, place(imports), place) : [],
    exports: exports ? readExports(file, place(exports), place) : [],
    // Every import stands under the library that has it.
    unresolved: [],
    minimum: `${file.readUInt16LE(optional + 48)}.${file.readUInt16LE(optional + 50)}`,
  };
}

/** Where in the file an address of the loaded library is. */
type Place = (address: number) => number;

function sectionsOf(file: Buffer, header: number): Place {
  const table = header + 24 + file.readUInt16LE(header + 20);
  const sections = Array.from({ length: file.readUInt16LE(header + 6) }, (_, i) => {
    const at = table + 40 * i;
    return {
      address: file.readUInt32LE(at + 12),
      size: file.readUInt32LE(at + 16),
      offset: file.readUInt32LE(at + 20),
    };
  });
  return (address) => {
    const found = sections.find((one) => address >= one.address && address < one.address + one.size);
    must(found, 'an address outside of all sections');
    return address - found.address + found.offset;
  };
}

function readExports(file: Buffer, table: number, place: Place): string[] {
  const names = place(file.readUInt32LE(table + 32));
  const count = file.readUInt32LE(table + 24);
  return Array.from({ length: count }, (_, i) => textAt(file, place(file.readUInt32LE(names + 4 * i))));
}

/** One entry of 20 bytes for each library; the last one is empty. */
function readImports(file: Buffer, table: number, place: Place): string[] {
  const libraries: string[] = [];
  for (let at = table; file.readUInt32LE(at + 12) !== 0; at += 20) {
    libraries.push(textAt(file, place(file.readUInt32LE(at + 12))));
  }
  return libraries;
}
