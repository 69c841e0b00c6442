import { CommanderError } from 'commander';
import { BuildError } from '../abi/errors.ts';
import { packageVersion } from './assets.ts';
import { makeProgram } from './cli/program.ts';
import { COMMANDS } from './commands.ts';
import { errorJson, printError } from './diagnostics.ts';
import { exitCode } from './exit-codes.ts';
import { printJson } from './json/print.ts';
import { stopChildren } from './process.ts';

/** The process `usegolib`: what it prints, and how it ends. */
const program = makeProgram(COMMANDS, packageVersion, ({ json, text, note, code }, asJson) => {
  if (note && !asJson) process.stderr.write(note);
  process.stdout.write(asJson ? `${printJson(json)}\n` : text);
  process.exitCode = code ?? 0;
});

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    stopChildren();
    process.exit(signal === 'SIGINT' ? 130 : 143);
  });
}

// `usegolib inspect … | head` closes our output: that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

try {
  await program.parseAsync();
} catch (error) {
  fail(error as Error);
}

function fail(error: Error): void {
  const usage = error instanceof CommanderError;
  if (usage && error.exitCode === 0) return;
  process.exitCode = usage ? 2 : exitCode(error);
  if (process.argv.includes('--json')) process.stdout.write(`${errorJson(usage ? misuse(error) : error)}\n`);
  else if (!usage) printError(error);
}

/** What commander has already said in words, as one of our errors. */
function misuse({ message }: CommanderError): BuildError {
  return new BuildError(message.replace(/^error: /, ''), { code: 'USAGE', hint: 'usegolib --help says more.' });
}
