import { BuildError } from '../../abi/errors.ts';
import { type Command, commandLine, run } from '../process.ts';
import type { Spec } from '../spec.ts';
import type { Go } from '../toolchain/go.ts';
import { jsonStream } from './json-stream.ts';

type Standard = Extract<Spec, { kind: 'std' }>;

/** Asks Go whether it has these packages: a path without a dot in its first element is its own, whatever was meant. */
export async function checkStandard(
  specs: Standard[],
  { go, cwd, env }: { go: Go; cwd: string; env: NodeJS.ProcessEnv },
): Promise<void> {
  if (specs.length === 0) return;
  const list: Command = {
    file: go.path,
    args: ['list', '-e', '-find', '-json=ImportPath,Error', ...specs.map(({ path }) => path)],
    cwd,
    env,
  };
  const { stdout, stderr, code } = await run(list);
  if (code !== 0) {
    throw new BuildError('the go command cannot list the standard library', {
      code: 'GO_FAILED',
      command: commandLine(list),
      output: stderr.trim(),
    });
  }
  const missing = new Set(
    jsonStream<{ ImportPath: string; Error?: object }>(stdout).flatMap((p) => (p.Error ? [p.ImportPath] : [])),
  );
  for (const spec of specs) {
    if (missing.has(spec.path)) throw notStandard(spec, go);
    if (/(^|\/)internal(\/|$)|^vendor\//.test(spec.path)) {
      throw new BuildError(`${spec.path} is internal to the standard library: nothing else can import it`, {
        code: 'NOTHING_TO_BIND',
        module: spec.path,
      });
    }
  }
}

function notStandard({ path, folder }: Standard, go: Go): BuildError {
  return new BuildError(`there is no package ${path} in the standard library of Go ${go.version}`, {
    code: 'PACKAGE_NOT_FOUND',
    module: path,
    hint: folder
      ? `A path without a dot in its first element is the standard library’s; a folder is written ${folder}`
      : 'A path without a dot in its first element is the standard library’s; other modules begin with a host, as in github.com/google/uuid',
    ...(folder && { fix: `npx usegolib build ${folder}` }),
  });
}
