/** `npm run test:stress`: the large sizes; `npm test` runs a sample of each. */
import { spawnSync } from 'node:child_process';
import { root } from './root.mjs';

const done = spawnSync(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', '--project', 'stress', '--project', 'property'],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, USEGOLIB_STRESS: 'all' },
  },
);
process.exitCode = done.status ?? 1;
