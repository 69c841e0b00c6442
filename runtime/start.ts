import { readFileSync, statSync } from 'node:fs';
import { evaluate } from './code-cache.ts';

/** The part of `dist/runtime.js` that is the runtime, within what makes it a module. */
export interface Part {
  /** The lines that it stands between. */
  begin: string;
  end: string;
  /** How many lines come before it. */
  line: number;
  /** Names the text. */
  id: string;
  /** The names of its parameters, and the statement that ends it. */
  parameters: string;
  result: string;
}

/** The function whose body is that part. */
export function readPart(url: () => URL, { begin, end, line, id, parameters, result }: Part): unknown {
  let text: string;
  let changed: number;
  try {
    const file = url();
    text = readFileSync(file, 'latin1'); // it is ASCII
    changed = statSync(file).mtimeMs;
  } catch (cause) {
    throw new Error(
      'usegolib/dist/runtime.js is not beside dist/start.js: let your bundler know the condition "module" of package exports, or leave usegolib external',
      { cause },
    );
  }
  const body = text.slice(text.indexOf(begin) + begin.length, text.lastIndexOf(end));
  const whole = `(function (${parameters}) { 'use strict'; ${body}${result} })`;
  // People patch what they have installed, and V8 only looks at the text's length. Layers of images keep whole seconds.
  return evaluate({ text: whole, id: `${id}-${Math.trunc(changed / 1000)}`, file: 'usegolib/dist/runtime.js', line });
}
