import { Command, CommanderError } from 'commander';
import { BuildError } from '../abi/errors.ts';
import { packageVersion } from './assets.ts';
import { errorJson, printError } from './diagnostics.ts';
import { exitCode } from './exit-codes.ts';
import { stopChildren } from './process.ts';

const program = new Command('usegolib')
  .description('Any Go module as a Node module, with one command.')
  .version(packageVersion)
  .showHelpAfterError('(usegolib --help says more)')
  .exitOverride()
  .addHelpText(
    'after',
    `
Examples:
  usegolib build github.com/Masterminds/semver/v3@v3.4.0
  usegolib build ./go/pricing net/url
  usegolib inspect github.com/google/uuid

Exit codes: 0 done, 1 build failed, 2 usage, 3 Go or Zig missing, 4 nothing to bind, 5 damaged artifact, 130 interrupted.`,
  );

// An option that took all words after it would take the specs.
const collect = (value: string, before: string[] = []) => [...before, value];

const buildFlags = (command: Command) =>
  command
    .option('--out <folder>', 'the store to build into (default: USEGOLIB_ARTIFACT_DIR or the cache folder)')
    .option('--force', 'build even if nothing changed')
    .option('--json', 'one JSON document on standard output')
    .option('--quiet', 'no progress')
    .option('--all', 'bind every package of a large module')
    .option('--only <pattern>', 'bind only these packages; path/... is all below; may be repeated', collect)
    .option('--with <package>', 'bind this package too; may be repeated', collect)
    .option('--int64 <as>', 'bigint (default) or number')
    .option('--duration <as>', 'ms (default) or ns')
    .option('--nil <as>', 'empty (default) or keep')
    .option('--records <how>', 'zero (default) or exact')
    .option('--utf8 <how>', 'error (default) or replace');

buildFlags(program.command('build').argument('<spec...>', 'module or package, with @version if need be; or ./folder'))
  .description('build modules into one library')
  .action(async (specs, flags) => (await import('./commands/build.ts')).buildCommand(specs, flags));

buildFlags(program.command('inspect').argument('<spec>'))
  .description('every symbol: its TypeScript and Go signature, or why it is skipped')
  .action(async (spec, flags) => (await import('./commands/inspect.ts')).inspectCommand(spec, flags));

program
  .command('toolchain')
  .description('find Go and Zig, or provision them')
  .option('--json', 'paths, versions and environment')
  .action(async (flags) => (await import('./commands/toolchain.ts')).toolchainCommand(flags));

program
  .command('version')
  .description('the version of usegolib')
  .action(() => void process.stdout.write(`${packageVersion}\n`));

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
