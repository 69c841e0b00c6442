import { readFileSync } from 'node:fs';
import { evaluate } from './code-cache.ts';

/** Where in the text of `dist/runtime.js` the runtime stands, between what makes it a module. */
export interface Part {
  from: number;
  to: number;
  /** Lines before it. */
  line: number;
  /** Names the text. */
  id: string;
  /** The names of its parameters, and the statement that ends it. */
  parameters: string;
  end: string;
}

/** The function whose body is that part. */
export function readPart(url: () => URL, { from, to, line, id, parameters, end }: Part): unknown {
  let text: string;
  try {
    text = readFileSync(url(), 'latin1').slice(from, to); // it is ASCII
  } catch (cause) {
    throw new Error(
      'usegolib/dist/runtime.js is not beside dist/start.js: let your bundler know the condition "module" of package exports, or leave usegolib external',
      { cause },
    );
  }
  const whole = `(function (${parameters}) { 'use strict'; ${text}${end} })`;
  return evaluate({ text: whole, id, file: 'usegolib/dist/runtime.js', line });
}
