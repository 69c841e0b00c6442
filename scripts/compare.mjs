/** `npm run test:modules`: every call of test/native against native Go; `npm test` makes those on the smaller modules. */
import { spawnSync } from 'node:child_process';
import { root } from './root.mjs';

const done = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', '--project', 'native'], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, USEGOLIB_MODULES: 'all' },
});
process.exitCode = done.status ?? 1;
