import { join } from 'node:path';
import { BUILD_FLAGS, buildEnv, linkFlags } from '../../builder/flags.ts';
import { run } from '../../builder/process.ts';
import { lineReport } from '../../builder/report.ts';
import { chooseGo, locateGo } from '../../builder/toolchain/go.ts';
import { chooseZig } from '../../builder/toolchain/zig.ts';
import { hostTarget } from '../../manifests/target.ts';
import { root } from '../../scripts/root.mjs';

/** Builds the bridge's sample library as a build does: the same Go and Zig, found or provisioned, the same flags. */
export async function buildSample(library: string): Promise<void> {
  const target = hostTarget()!;
  const report = lineReport();
  await locateGo();
  const go = await chooseGo('1.0', report);
  const env = { ...(await buildEnv(go, await chooseZig(report), target)), GOWORK: 'off' };
  const cwd = join(root, 'bridge-go/bridge/testdata/sample');
  const args = ['build', ...BUILD_FLAGS, linkFlags(target), '-mod=readonly', '-o', library, '.'];
  const { code, stderr } = await run({ file: go.path, args, cwd, env });
  if (code !== 0) throw new Error(`the sample library does not build:\n${stderr}`);
}
