/** `npm run update`: rewrites everything that is printed from something else. The reviewer reads the diff. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { printNumbers } from './print-numbers.mjs';
import { root } from './root.mjs';

for (const [path, text] of Object.entries(printNumbers())) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
