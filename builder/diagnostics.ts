import { type BuildError, GoLibError } from '../abi/errors.ts';
import { paint } from './report.ts';

/** An error as a user wants it: what failed, the command and the end of its output, what to do. */
export function printError(error: Error, out: NodeJS.WriteStream = process.stderr): void {
  if (!(error instanceof GoLibError)) {
    out.write(`\n${paint('red', 'internal error', out)} ${error.stack}\n`);
    return;
  }
  const { command, output, hint, fix } = error as BuildError;
  const lines = [`\n${paint('red', 'error', out)} ${error.message} ${paint('dim', `(${error.code})`, out)}`];
  if (command) lines.push(`  ran    ${command}`);
  if (output) lines.push(...tail(output).map((line) => paint('dim', `  | ${line}`, out)));
  if (hint) lines.push(`  hint   ${hint}`);
  if (fix) lines.push(`  try    ${paint('cyan', fix, out)}`);
  out.write(`${lines.join('\n')}\n`);
}

function tail(output: string): string[] {
  const lines = output.trim().split('\n');
  return lines.length <= 20 ? lines : [`… ${lines.length - 20} lines before`, ...lines.slice(-20)];
}
