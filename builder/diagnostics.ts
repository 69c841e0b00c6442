import { type BuildError, GoLibError, type GoPanicError, type LockError } from '../abi/errors.ts';
import { list, object, text } from '../manifests/json-path.ts';
import { paint } from './report.ts';

/** What `--json` prints where a command fails. */
export const errorOutput = object({
  error: object(
    { name: text, code: text, message: text },
    {
      module: text,
      symbol: text,
      target: text,
      path: text,
      goType: text,
      command: text,
      output: text,
      hint: text,
      fix: text,
      differences: list(text),
    },
  ),
});

/** An error as a user wants it: what failed, the command and the end of its output, what to do. */
export function printError(error: Error, out: NodeJS.WriteStream = process.stderr): void {
  if (!(error instanceof GoLibError)) {
    out.write(`\n${paint('red', 'internal error', out)} ${error.stack}\n`);
    return;
  }
  const { command, hint, fix } = error as BuildError;
  const output = (error as BuildError).output ?? (error as GoPanicError).goStack;
  const lines = [`\n${paint('red', 'error', out)} ${error.message} ${paint('dim', `(${error.code})`, out)}`];
  if (command) lines.push(`  ran    ${command}`);
  if (output) lines.push(...tail(output).map((line) => paint('dim', `  | ${line}`, out)));
  if (hint) lines.push(`  hint   ${hint}`);
  if (fix) lines.push(`  try    ${paint('cyan', fix, out)}`);
  out.write(`${lines.join('\n')}\n`);
}

/** The same for a program, which `--json` asks for: what it needs to throw the error again. */
export function errorJson(error: Error): string {
  const { name, message } = error;
  if (!(error instanceof GoLibError)) {
    return JSON.stringify({
      error: { name, code: 'INTERNAL', message: `internal error: ${message}`, output: error.stack },
    });
  }
  const { code, module, symbol, target, path, command, output, hint, fix } = error as BuildError;
  const { goType, goStack } = error as GoPanicError;
  const { differences } = error as LockError;
  const rest = { module, symbol, target, path, goType, command, output: output ?? goStack, hint, fix, differences };
  return JSON.stringify({ error: { name, code, message, ...rest } });
}

function tail(output: string): string[] {
  const lines = output.trim().split('\n');
  return lines.length <= 20 ? lines : [`… ${lines.length - 20} lines before`, ...lines.slice(-20)];
}
