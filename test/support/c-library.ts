import { writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { run } from '../../builder/process.ts';
import { silentReport } from '../../builder/report.ts';
import { chooseZig, zigEnv } from '../../builder/toolchain/zig.ts';
import { targetOf } from '../../manifests/target.ts';

/** On Windows only what says so is exported. */
export const SHOW = '#ifdef _WIN32\n#define SHOW __declspec(dllexport)\n#else\n#define SHOW\n#endif\n';

export interface CLibrary {
  source: string;
  flags?: string[];
  /** Another triple than the target's. */
  triple?: string;
}

let count = 0;

/** Links a library from C as a build would, for any target, in `dir`. @returns its file */
export async function linkC(dir: string, id: string, { source, flags = [], triple }: CLibrary): Promise<string> {
  const zig = await chooseZig(silentReport);
  const target = targetOf(id)!;
  const name = `library${count++}`;
  const library = join(dir, name + extname(target.library));
  writeFileSync(join(dir, `${name}.c`), source);
  const output = ['-O2', '-g0', '-s', '-shared', '-o', library, join(dir, `${name}.c`)];
  const args = ['cc', '-target', triple ?? target.triple, '-fno-sanitize=undefined', ...output, ...flags];
  const { code, stderr } = await run({ file: zig.path, args, cwd: dir, env: { ...process.env, ...zigEnv(zig) } });
  if (code !== 0) throw new Error(stderr);
  return library;
}
