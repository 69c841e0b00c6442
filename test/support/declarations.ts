import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { printDeclarations } from '../../builder/emit/declarations.ts';
import { BUILD_FLAGS, buildEnv } from '../../builder/flags.ts';
import { silentReport } from '../../builder/report.ts';
import { resolve } from '../../builder/resolve.ts';
import { scan } from '../../builder/scan.ts';
import { parseSpecs } from '../../builder/spec.ts';
import { chooseGo, locateGo } from '../../builder/toolchain/go.ts';
import { chooseZig } from '../../builder/toolchain/zig.ts';
import { inWork } from '../../builder/work.ts';
import { type BuildOptions, resolveOptions } from '../../manifests/options.ts';
import { hostTarget } from '../../manifests/target.ts';
import { root } from '../../scripts/root.mjs';

/** The declarations of all test modules, as a build prints them, without the library. File name → text. */
export async function declarationsOfTestModules(options: BuildOptions = {}): Promise<Record<string, string>> {
  await locateGo();
  const go = await chooseGo('1.0', silentReport);
  const zig = await chooseZig(silentReport);
  const all = resolveOptions(options);
  return inWork(async (work) => {
    const { modules, env, flags } = await resolve(
      parseSpecs(['./test-modules/scalars'], root),
      go,
      hostTarget()!,
      work,
    );
    const settings = { ...(await buildEnv(go, zig, hostTarget()!)), GOWORK: env['GOWORK'] };
    const ask = { go, dir: work.main, flags: [...BUILD_FLAGS, ...flags], env: settings, modules, options: all };
    const { schema, docs } = await scan(ask, silentReport);
    return printDeclarations({ schema, options: all, docs });
  });
}

export function writeFiles(folder: string, files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}
