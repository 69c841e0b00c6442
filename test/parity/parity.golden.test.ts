import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, test } from 'vitest';
import { root } from '../../scripts/root.mjs';
import { LINES, type Line } from './lines.ts';

/** PARITY.md: what the Python usegolib can do, line by line, with what does it here and the tests that show it. */

test('all fifty lines have what does it here, and a test', () => {
  expect(LINES).toHaveLength(50);
  for (const { here, tests, missing } of LINES) if (!missing) expect([here, tests]).not.toContainEqual([]);
});

it.each([...new Set(LINES.flatMap(({ tests }) => tests))])('%s exists', (reference) => {
  const [file, name] = reference.split(' > ') as [string, string];
  expect(existsSync(join(root, file)), file).toBe(true);
  const text = readFileSync(join(root, file), 'utf8');
  if (file.endsWith('.txtar')) expect(text).toContain(`# Ensure that ${name}`);
  else if (file.endsWith('.go')) expect(text).toContain(`func ${name}(t *testing.T)`);
  else expect(text).toMatch(new RegExp(`\\b(?:it|test)\\b[^\n]*\\(\\s*['"\`]${quoted(name)}['"\`]`));
});

it('is printed as PARITY.md', async () => {
  await expect(print(LINES)).toMatchFileSnapshot('../../PARITY.md');
});

/** As a regular expression. */
function quoted(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function print(lines: readonly Line[]): string {
  const count = (key: 'otherwise' | 'missing') => lines.filter((line) => line[key]).length;
  return [
    '# The Python usegolib, line by line',
    '',
    'Printed by `npm run update` from `test/parity/lines.ts`; a test holds that every test named here exists.',
    `Of ${lines.length} lines ${count('missing')} are missing, and ${count('otherwise')} are done otherwise, for the reason given.`,
    '',
    '| | the original | here | shown by |',
    '|--:|---|---|---|',
    ...lines.map(row),
    '',
  ].join('\n');
}

function row({ original, here, tests, otherwise, missing }: Line, index: number): string {
  const how = missing ? `**missing**: ${missing}` : otherwise ? `${here}. *Otherwise*: ${otherwise}` : here;
  const shown = tests.map((one) => one.replace(/ > (.*)/, ': $1').replaceAll('|', '\\|')).join('<br>');
  return `| ${index + 1} | ${original} | ${how} | ${shown} |`;
}
