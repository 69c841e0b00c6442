import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { BuildError } from '../../abi/errors.ts';
import type { LocalModule } from '../../manifests/local.ts';
import { type Command, commandLine, run } from '../process.ts';
import type { Spec } from '../spec.ts';
import type { Go } from '../toolchain/go.ts';
import { explainLocal } from './failure.ts';

type Local = Extract<Spec, { kind: 'local' }>;

/** What is wrong with a folder before its packages are read: no Go in it, a go.mod nobody can read, a go line beyond this Go. */
export async function checkLocal(
  specs: Local[],
  { go, cwd, env, flags }: { go: Go; cwd: string; env: NodeJS.ProcessEnv; flags: string[] },
): Promise<void> {
  for (const { text, module } of specs) {
    if (!holdsGo(module.dir)) throw nothingIn(text, module);
  }
  const list: Command = { file: go.path, args: ['list', '-m', ...flags], cwd, env };
  const { code, stderr } = await run(list);
  if (code !== 0) throw explainLocal(stderr, commandLine(list), specs);
}

function nothingIn(text: string, { dir, path }: LocalModule): BuildError {
  return new BuildError(`there is no Go source file in ${dir}, or in a folder below it`, {
    code: 'NOTHING_TO_BIND',
    module: path,
    path: dir,
    hint: `${text} must be the folder of a Go package, or of a module with packages below it.`,
  });
}

/** A Go file that is no test, in a folder that Go would read. */
function holdsGo(dir: string): boolean {
  const entries = readdirSync(dir, { withFileTypes: true });
  return (
    entries.some(({ name }) => /^[^._].*\.go$/.test(name) && !name.endsWith('_test.go')) ||
    entries.some(
      (entry) =>
        entry.isDirectory() &&
        !/^[._]|^(testdata|vendor|node_modules)$/.test(entry.name) &&
        holdsGo(join(dir, entry.name)),
    )
  );
}
