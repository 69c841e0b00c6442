/** `npm start`: builds the CLI and the runtime from a fresh checkout, then runs the first example on a real module. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './root.mjs';

for (const script of ['scripts/build.mjs', 'examples/first.mjs']) {
  const { status } = spawnSync(process.execPath, [join(root, script)], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
