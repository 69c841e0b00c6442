import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BuildError } from '../abi/errors.ts';
import type { Target } from '../manifests/target.ts';
import { cFailure } from './c-failure.ts';
import { linkFlags } from './flags.ts';
import { normalise } from './library/normal.ts';
import { type Command, commandLine, type Ran, run } from './process.ts';
import type { Go } from './toolchain/go.ts';
import type { Work } from './work.ts';

export interface Compile {
  go: Go;
  work: Work;
  flags: string[];
  env: NodeJS.ProcessEnv;
  target: Target;
  files: Record<string, string>;
}

/** Writes the bridge and compiles it with the modules into a shared library. Returns the library's path. */
export async function compile({ go, work, flags, env, target, files }: Compile): Promise<string> {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(work.main, name), text);
  // The name is part of some formats' bytes: always the same.
  const library = join(work.dir, target.library);
  const command: Command = {
    file: go.path,
    args: ['build', ...flags, linkFlags(target), '-o', library, '.'],
    cwd: work.main,
    env,
  };
  let done = await run(command);
  if (zigRace(done)) done = await run(command);
  if (done.code === 0) {
    if (target.format === 'mach-o') inPlace(library, normalise);
    return library;
  }
  const output = done.stderr.trim();
  throw (
    cFailure(output, commandLine(command)) ??
    new BuildError('the library does not compile', {
      code: 'COMPILE_FAILED',
      command: commandLine(command),
      output,
      hint: 'If the message names bridge.go, this is a defect of usegolib: please report it with the module’s name.',
    })
  );
}

function inPlace(path: string, change: (file: Buffer) => void): void {
  const file = readFileSync(path);
  change(file);
  writeFileSync(path, file);
}

/** Zig fills its cache without a lock: of two that start cold, one may find a file half there. */
function zigRace({ code, stderr }: Ran): boolean {
  return (
    code !== 0 &&
    /FileNotFound|PathAlreadyExists|error: unable to (?:create|open|build) .*(?:compiler_rt|cache)/.test(stderr)
  );
}
