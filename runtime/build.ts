import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BuildError, ToolchainError } from '../abi/errors.ts';

/** Our own command, beside the bundled runtime; in a checkout the one that `npm run build` made. */
function cliPath(): string {
  const beside = fileURLToPath(new URL('./cli.js', import.meta.url));
  return existsSync(beside) ? beside : fileURLToPath(new URL('../dist/cli.js', import.meta.url));
}

/**
 * Builds modules by the command `usegolib build`, in a process of its own whose progress is shown on standard error: the
 * builder and what it needs never enter this process. Returns the folder of the artifact.
 */
export async function build(specs: string[], root: string): Promise<string> {
  const env = { ...process.env, USEGOLIB_ARTIFACT_DIR: root };
  // On a terminal the command draws its progress itself; elsewhere what it says also goes into the error.
  const stderr = process.stderr.isTTY ? 'inherit' : 'pipe';
  const child = spawn(process.execPath, [cliPath(), 'build', ...specs, '--json'], {
    env,
    stdio: ['ignore', 'pipe', stderr],
  });
  let result = '';
  let output = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    result += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    process.stderr.write(text);
  });
  const code = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  if (code === 0) return dirname((JSON.parse(result) as { manifest: string }).manifest);
  throw buildError(specs, code, output);
}

/** The command has printed its error; its first line begins with `error` and ends with the code. */
function buildError(specs: string[], code: number | null, output: string): BuildError {
  const command = `usegolib build ${specs.join(' ')}`;
  const [, said, name] = /^error (.*) \(([A-Z_]+)\)$/m.exec(output) ?? [];
  const [, fix] = /^ {2}try {4}(.*)$/m.exec(output) ?? [];
  const message = said ?? `${command} failed (exit code ${code}); what it printed says why`;
  const Failure = name?.startsWith('TOOLCHAIN') || name?.endsWith('_MISSING') ? ToolchainError : BuildError;
  return new Failure(message, {
    command,
    ...(name && { code: name }),
    ...(output && { output: output.trim() }),
    ...(fix && { fix }),
  });
}
