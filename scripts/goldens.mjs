/** The checked-in outputs: `npm run check` fails when one is stale, `npm run update` rewrites them. */
import { go } from './go.mjs';
import { tool } from './steps.mjs';

/**
 * @param {boolean} update
 * @returns {import('./steps.mjs').Step[]}
 */
export function goldenSteps(update) {
  const script = ['run', '--project', 'script', '-t', 'golden'];
  return [
    {
      name: 'goldens of test-modules',
      run: () => go(['test', '-count=1', '-run', '^TestGolden$', '.', ...(update ? ['-update'] : [])], 'bridge-go/gen'),
    },
    {
      name: 'goldens of vitest',
      run: () => tool('vitest', ['run', '--project', 'golden', '--passWithNoTests', ...(update ? ['-u'] : [])]),
    },
    {
      name: 'goldens of test/script',
      run: () => tool('vitest', script, update ? { env: { ...process.env, USEGOLIB_UPDATE: '1' } } : {}),
    },
  ];
}
