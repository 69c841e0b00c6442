import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../../scripts/root.mjs';

/** importGo looks at the test modules' sources only; the scanner and the bridge may have changed too. */
export default function setup(): void {
  const args = [join(root, 'dist/cli.js'), 'build', '--json', join(root, 'test-modules/scalars')];
  execFileSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
}
