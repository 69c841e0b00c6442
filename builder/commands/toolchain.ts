import { UnsupportedPlatformError } from '../../abi/errors.ts';
import { hostTarget } from '../../manifests/target.ts';
import { buildEnv } from '../flags.ts';
import { lineReport } from '../report.ts';
import { chooseGo, locateGo } from '../toolchain/go.ts';
import { chooseZig } from '../toolchain/zig.ts';

/** `usegolib toolchain`: Go and Zig as a build uses them, provisioned if need be. */
export async function toolchainCommand({ json }: { json?: boolean }): Promise<void> {
  const target = hostTarget();
  if (!target) throw new UnsupportedPlatformError(`nothing is built on ${process.platform}-${process.arch} yet`);
  const report = lineReport();
  await locateGo();
  const go = await chooseGo('1.0', report);
  const zig = await chooseZig(report);
  report.end();
  if (!json) {
    process.stdout.write(`Go   ${go.version}  ${go.path}\nZig  ${zig.version}  ${zig.path}\n`);
    return;
  }
  const whole = buildEnv(go, zig, target);
  const env = Object.fromEntries(Object.entries(whole).filter(([name, value]) => process.env[name] !== value));
  process.stdout.write(`${JSON.stringify({ go, zig, env })}\n`);
}
