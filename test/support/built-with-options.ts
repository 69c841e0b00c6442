import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';
import { loadArtifact } from '../../runtime/index.ts';

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const modules = fileURLToPath(new URL('../../test-modules/', import.meta.url));

/** A test module alone, in a project whose package.json has the options that stand in its `options.json`. */
export async function builtWithOptions(name: string) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'options-')));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(join(modules, name), join(folder, name), { recursive: true });
  cpSync(join(modules, 'go.mod'), join(folder, 'go.mod'));
  const usegolib = JSON.parse(readFileSync(join(modules, name, 'options.json'), 'utf8'));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ usegolib }));
  /** What a command of the CLI prints as JSON there, an error included. */
  const run = (command: string, ...flags: string[]) => {
    const args = [cli, command, `./${name}`, '--json', '--quiet', ...flags];
    return JSON.parse(spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' }).stdout);
  };
  const artifact = dirname(run('build', '--out', join(folder, 'store')).manifest);
  const declarations = (path: string) => readFileSync(join(artifact, 'types/go', `${path}.d.ts`), 'utf8');
  return { m: (await loadArtifact(artifact)) as any, run, declarations };
}
