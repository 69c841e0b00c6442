import type { Target } from '../../manifests/target.ts';
import { readElf } from './elf.ts';
import { readMachO } from './mach-o.ts';
import { readPe } from './pe.ts';

/** What the file of a library says of itself. */
export interface Linked {
  /** The processor's number, as its format counts. */
  machine: number;
  /** The libraries that the loader opens with it. */
  needs: string[];
  exports: string[];
  /** Names it takes from elsewhere without saying from which library. */
  unresolved: string[];
  /** The oldest version that runs it: of glibc (the newest symbol it needs), macOS or Windows. */
  minimum: string;
  /** Of Mach-O alone. */
  signature?: 'none' | 'good' | 'damaged';
}

/** @throws RangeError where the bytes are not a 64-bit, little-endian library of this format. */
export const readLinked: Record<Target['format'], (file: Buffer) => Linked> = {
  elf: readElf,
  'mach-o': readMachO,
  pe: readPe,
};
