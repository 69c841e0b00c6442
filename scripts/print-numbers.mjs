/**
 * Prints the two twins of `abi/abi.json`: every number of the contract stands once, there.
 * `npm run update` writes them; `npm run check` fails when they are not current.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

const header = '// Code generated from abi/abi.json by npm run update; DO NOT EDIT.\n';

/** @typedef {{ [key: string]: number | { [key: string]: number } }} Numbers */

/**
 * @param {Numbers} numbers
 * @returns {string} `export const FIRST_SYMBOL = 16;` and, for a group, `export const STATUS = { ok: 0, … } as const;`
 */
export function printTypeScript(numbers) {
  const constant = (/** @type {string} */ key) => key.replace(/[A-Z]/g, '_$&').toUpperCase();
  let text = header;
  for (const [key, value] of Object.entries(numbers)) {
    if (typeof value === 'number') text += `export const ${constant(key)} = ${value};\n`;
    else {
      text += `export const ${constant(key)} = {\n`;
      for (const [name, number] of Object.entries(value)) text += `  ${name}: ${number},\n`;
      text += '} as const;\n';
    }
  }
  return text;
}

/**
 * @param {Numbers} numbers
 * @returns {string} one untyped Go constant per number: `StatusOk = 0`, `LaneDepth = 256`
 */
export function printGo(numbers) {
  const exported = (/** @type {string} */ key) => key[0].toUpperCase() + key.slice(1);
  let text = `${header}\n// Package abi holds the numbers of the ABI; abi/ABI.md says what they mean.\npackage abi\n\nconst (\n`;
  for (const [key, value] of Object.entries(numbers)) {
    if (typeof value === 'number') text += `${exported(key)} = ${value}\n`;
    else for (const [name, number] of Object.entries(value)) text += `${exported(key)}${exported(name)} = ${number}\n`;
  }
  return `${text})\n`;
}

/** @returns {Record<string, string>} path from the repository's root → text */
export function printNumbers() {
  const numbers = JSON.parse(readFileSync(join(root, 'abi/abi.json'), 'utf8'));
  return {
    'abi/numbers.ts': printTypeScript(numbers),
    'bridge-go/bridge/abi/numbers.go': alignGo(printGo(numbers)),
  };
}

/**
 * Aligns `name = value` lines as gofmt does, so that printing needs no Go.
 * @param {string} text
 */
function alignGo(text) {
  const names = [...text.matchAll(/^(\w+) = /gm)].map((match) => match[1].length);
  const width = Math.max(...names);
  return text.replace(/^(\w+) = (-?\d+)$/gm, (_, name, value) => `\t${name.padEnd(width)} = ${value}`);
}
