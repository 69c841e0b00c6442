/** `npm run update`: rewrites everything that is printed from something else. The reviewer reads the diff. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { goldenSteps } from './goldens.mjs';
import { printNumbers } from './print-numbers.mjs';
import { root } from './root.mjs';
import { command, runSteps } from './steps.mjs';

const numbers = {
  name: 'numbers of the ABI',
  run() {
    for (const [path, text] of Object.entries(printNumbers())) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    return '';
  },
};
// The goldens show what the built command prints, and the numbers are part of it.
const build = { name: 'build', run: () => command(process.execPath, ['scripts/build.mjs']) };
const { failed } = runSteps([numbers, build, ...goldenSteps(true)]);
process.exitCode = failed ? 1 : 0;
