import { object, record, text } from '../../manifests/json-path.ts';
import { command } from '../command.ts';
import { buildEnv } from '../flags.ts';
import { lineReport } from '../report.ts';
import { thisHost } from '../this-host.ts';
import { chooseGo, locateGo } from '../toolchain/go.ts';
import { chooseZig } from '../toolchain/zig.ts';

const tool = object({ path: text, version: text }, { lib: text });

/** Go and Zig as a build uses them, provisioned if need be. */
export const toolchain = command({
  name: 'toolchain',
  about: 'find Go and Zig, or provision them',
  examples: ['toolchain', 'toolchain --json'],
  output: object({ go: tool, zig: tool, env: record(text) }),
  async run() {
    const target = thisHost();
    const report = lineReport();
    await locateGo();
    const go = await chooseGo('1.0', report);
    const zig = await chooseZig(report);
    report.end();
    const whole = Object.entries(await buildEnv(go, zig, target));
    const env = whole.filter(([name, value]) => value !== undefined && process.env[name] !== value);
    return {
      json: { go, zig, env: Object.fromEntries(env) as Record<string, string> },
      text: `Go   ${go.version}  ${go.path}\nZig  ${zig.version}  ${zig.path}\n`,
    };
  },
});
