/** The tables that the scripts print, and where they stand in PACKAGES.md. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.mjs';

/**
 * A table in Markdown, its columns as wide as they must be.
 * @param {string[]} head
 * @param {string[][]} rows
 */
export function markdown(head, rows) {
  const widths = head.map((_, i) => Math.max(...[head, ...rows].map((row) => row[i].length)));
  const line = (/** @type {string[]} */ row) => `| ${row.map((cell, i) => cell.padEnd(widths[i])).join(' | ')} |`;
  return [line(head), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...rows.map(line), ''].join('\n');
}

/**
 * Puts a table in place of the one between `<!-- name -->` and `<!-- end -->` in PACKAGES.md.
 * @param {string} name
 * @param {string} table
 */
export function record(name, table) {
  const file = join(root, 'PACKAGES.md');
  const text = readFileSync(file, 'utf8');
  const place = new RegExp(`(?<=<!-- ${name} -->\n)[^]*?(?=<!-- end -->)`);
  if (!place.test(text)) throw new Error(`PACKAGES.md has no place for ${name}`);
  writeFileSync(
    file,
    text.replace(place, () => table),
  );
}
