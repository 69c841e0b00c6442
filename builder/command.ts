import type { Check } from '../manifests/json-path.ts';
import type { ExitCode } from './exit-codes.ts';

/** One command, as `commands.ts` lists it: everything that its help, its completion and its JSON schema say stands here. */
export interface CliCommand<T = unknown> {
  name: string;
  about: string;
  /** Arguments as commander writes them (`<spec...>`, `[shell]`), what they are, and which words are right. */
  words?: readonly (readonly [name: string, about: string, choices?: readonly string[]])[];
  /** Every command has `--json` besides. */
  options?: readonly Option[];
  /** What can be typed, without `usegolib`. */
  examples: readonly string[];
  /** What `--json` prints. */
  output: Check<T>;
  /** Gets the words, then the flags, then commander's own command. */
  run(...given: never[]): Promise<Answer<T>>;
}

/** Commands that are named by two words. */
export interface CommandGroup {
  name: string;
  about: string;
  commands: readonly CliCommand[];
}

/** `many`: the option may be repeated, and its value is a list. */
export type Option = readonly [flags: string, about: string, many?: 'many'];

/** What a command gives: standard output gets the text, or with `--json` the document; standard error gets the note. */
export interface Answer<T> {
  json: T;
  text: string | Uint8Array;
  note?: string;
  /** Where the command did its work and what it found is not well. */
  code?: ExitCode;
}

/** Holds a command to the type of its output. */
export function command<T>(definition: CliCommand<T>): CliCommand<T> {
  return definition;
}
