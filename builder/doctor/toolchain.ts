import { existsSync } from 'node:fs';
import { ToolchainError } from '../../abi/errors.ts';
import { run } from '../process.ts';
import { locateGo, planGo } from '../toolchain/go.ts';
import { goSetting } from '../toolchain/goenv.ts';
import { goFolder } from '../toolchain/provision-go.ts';
import { zigFolder } from '../toolchain/provision-zig.ts';
import { GO_MINIMUM, ZIG_VERSION } from '../toolchain/versions.ts';
import { planZig } from '../toolchain/zig.ts';
import type { Finding } from './finding.ts';

/** The Go that a build would use, run once. Nothing is fetched. */
export async function checkGo(): Promise<Finding> {
  await locateGo();
  return explained('go', async () => {
    const plan = planGo(GO_MINIMUM);
    if (!('path' in plan)) return provisioned('go', `Go ${plan.pin.version}`, goFolder(plan.pin), plan.reason);
    const { code, stderr } = await run({ file: plan.path, args: ['env', 'GOROOT'] }).catch(failed);
    if (code === 0) return { check: 'go', status: 'ok', message: `Go ${plan.version}  ${plan.path}` };
    const fix = process.env['USEGOLIB_GO'] ? 'unset USEGOLIB_GO' : 'usegolib toolchain';
    return { check: 'go', status: 'problem', message: `${plan.path} does not run: ${stderr.trim()}`, fix };
  });
}

export async function checkZig(): Promise<Finding> {
  return explained('zig', async () => {
    const plan = await planZig();
    if (!('path' in plan)) return provisioned('zig', `Zig ${ZIG_VERSION}`, zigFolder(), plan.reason);
    return { check: 'zig', status: 'ok', message: `Zig ${plan.version}  ${plan.path}` };
  });
}

/** Settings of Go's that a build obeys and somebody may have forgotten. */
export function checkSettings(): Finding[] {
  const proxy = goSetting('GOPROXY');
  const flags = goSetting('GOFLAGS') ?? '';
  const found: Finding[] = [];
  const warn = (name: string, message: string) => {
    const fix = process.env[name] ? `unset ${name}` : `go env -u ${name}`;
    found.push({ check: 'settings', status: 'warning', message, fix });
  };
  if (proxy === 'off') warn('GOPROXY', 'GOPROXY=off: no module can be downloaded');
  if (/-mod=/.test(flags)) warn('GOFLAGS', `GOFLAGS=${flags}: builds choose -mod themselves`);
  return found;
}

function provisioned(check: 'go' | 'zig', name: string, folder: string, reason: string): Finding {
  if (existsSync(folder)) return { check, status: 'ok', message: `${name}  ${folder}` };
  const message = `${name} is not here yet (${reason}): the first build fetches it`;
  return { check, status: 'warning', message, fix: 'usegolib toolchain' };
}

/** What a build would throw is what is found. */
async function explained(check: 'go' | 'zig', look: () => Promise<Finding>): Promise<Finding> {
  try {
    return await look();
  } catch (error) {
    if (!(error instanceof ToolchainError)) throw error;
    return { check, status: 'problem', message: error.message, ...(error.fix && { fix: error.fix }) };
  }
}

function failed(error: Error): { code: number; stderr: string } {
  return { code: 1, stderr: error.message };
}
