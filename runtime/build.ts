import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  BuildError,
  GoLibError,
  IntegrityError,
  LockError,
  ToolchainError,
  UnsupportedPlatformError,
} from '../abi/errors.ts';

/** Our own command, beside the bundled runtime; in a checkout the one that `npm run build` made. */
function cliPath(): string {
  const beside = fileURLToPath(new URL('./cli.js', import.meta.url));
  return existsSync(beside) ? beside : fileURLToPath(new URL('../dist/cli.js', import.meta.url));
}

/**
 * Builds modules by the command `usegolib build`, in a process of its own whose progress is shown on standard error: the
 * builder and what it needs never enter this process. Returns the folder of the artifact.
 *
 * @throws the error of the build, as the command reports it.
 */
export async function build(specs: string[], root: string, cli = cliPath()): Promise<string> {
  const { spawn } = process.getBuiltinModule('node:child_process'); // 2 ms that most imports do not need
  const child = spawn(process.execPath, [cli, 'build', '--json', '--out', root, '--', ...specs], {
    stdio: ['ignore', 'pipe', 'inherit'],
    windowsHide: true,
  });
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
  });
  const end = await new Promise<number | string>((resolve, reject) => {
    child.on('error', reject).on('close', (code, signal) => resolve(code ?? signal ?? 'unknown'));
  });
  const { manifest, error } = answer(printed);
  if (end === 0 && manifest !== undefined) return dirname(manifest);
  const command = `usegolib build ${specs.join(' ')}`;
  if (error) throw errorOf(error, command);
  throw new BuildError(
    `${command} ended ${typeof end === 'number' ? `with exit code ${end}` : `by ${end}`} and did not say why`,
    { command, output: printed, hint: 'Run the command by itself: it may have been killed, or lack memory.' },
  );
}

/** What `--json` prints: see `errorJson` in the builder. */
interface Answer {
  manifest?: string;
  error?: { name: string; code: string; message: string; command?: string; [field: string]: unknown };
}

function answer(printed: string): Answer {
  try {
    return JSON.parse(printed);
  } catch {
    return {};
  }
}

const CLASSES: Record<string, typeof GoLibError> = {
  BuildError,
  ToolchainError,
  LockError,
  UnsupportedPlatformError,
  IntegrityError,
};

function errorOf({ name, message, command, ...fields }: NonNullable<Answer['error']>, whole: string): GoLibError {
  const Class = CLASSES[name] ?? GoLibError;
  return new Class(message, { ...fields, command: command ?? whole });
}
