import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { BuildError, ToolchainError } from '../abi/errors.ts';

/** Our own command, beside the bundled runtime; in a checkout the one that `npm run build` made. */
function cliPath(): string {
  const beside = fileURLToPath(new URL('./cli.js', import.meta.url));
  return existsSync(beside) ? beside : fileURLToPath(new URL('../dist/cli.js', import.meta.url));
}

/**
 * Builds modules by the command `usegolib build`, in a process of its own whose progress is shown on standard error: the
 * builder and what it needs never enter this process. Returns the folder of the artifact, where the command names it.
 */
export async function build(specs: string[], root: string): Promise<string | undefined> {
  const args = [cliPath(), 'build', ...specs, '--json'];
  const env = { ...process.env, USEGOLIB_ARTIFACT_DIR: root };
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  const code = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  const result = parseResult(output);
  if (code === 0) return typeof result['dir'] === 'string' ? result['dir'] : undefined;
  const failure = (result['error'] ?? {}) as { name?: string; message?: string; code?: string };
  const command = `usegolib build ${specs.join(' ')}`;
  const Failure = failure.name === 'ToolchainError' ? ToolchainError : BuildError;
  const { message = `${command} failed with exit code ${code}`, name: _, ...fields } = failure;
  throw new Failure(message, { command, ...fields });
}

/** The last line that is JSON. */
function parseResult(output: string): Record<string, unknown> {
  for (const text of [output, ...output.trim().split('\n').reverse()]) {
    try {
      const value: unknown = JSON.parse(text);
      if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
    } catch {}
  }
  return {};
}
