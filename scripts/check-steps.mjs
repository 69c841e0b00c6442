/** What `npm run check` and `npm test` both check before anything runs. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { go, unformattedGo } from './go.mjs';
import { checkImports } from './import-table.mjs';
import { printNumbers } from './print-numbers.mjs';
import { root } from './root.mjs';
import { command, tool } from './steps.mjs';

/** @type {import('./steps.mjs').Step[]} */
export const checkSteps = [
  { name: 'build', run: () => command(process.execPath, ['scripts/build.mjs']) },
  { name: 'format and lint', run: () => tool('biome', ['check', '--error-on-warnings']) },
  { name: 'types', run: () => tool('tsc', ['-p', '.']) },
  { name: 'import table', run: () => checkImports().join('\n') },
  { name: 'printed numbers', run: staleTwins },
  { name: 'gofmt', run: unformattedGo },
  { name: 'go vet gen', run: () => go(['vet', './...'], 'bridge-go/gen') },
  { name: 'go vet bridge', run: () => go(['vet', './...'], 'bridge-go/bridge') },
];

function staleTwins() {
  const stale = Object.entries(printNumbers()).filter(
    ([path, text]) => readFileSync(join(root, path), 'utf8') !== text,
  );
  return stale.map(([path]) => `${path} is not what abi/abi.json prints: npm run update`).join('\n');
}
