import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { root } from '../../scripts/root.mjs';

/** Makes one source file and what it imports a module that Node 20 runs in a process of its own. */
export async function bundle(source: string, to: string): Promise<void> {
  const build = await rolldown({ cwd: root, input: join(root, source), platform: 'node' });
  await build.write({ file: to, format: 'esm', codeSplitting: false });
  await build.close();
}
