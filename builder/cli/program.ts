import { Argument, Command } from 'commander';
import type { Answer, CliCommand, CommandGroup, Option } from '../command.ts';
import { EXIT_CODES } from '../exit-codes.ts';

/**
 * The table of commands as commander's tree.
 *
 * @param finish gets what a command gave, and whether a program is to read it
 */
export function makeProgram(
  table: readonly (CliCommand | CommandGroup)[],
  version: string,
  finish: (answer: Answer<unknown>, json: boolean) => void,
): Command {
  const program = new Command('usegolib')
    .description('Any Go module as a Node module, with one command.')
    .version(version)
    .showHelpAfterError('(usegolib --help says more)')
    .exitOverride()
    // `package --version 1.2.3` is not our own version.
    .enablePositionalOptions()
    .addHelpText('after', examples(['build github.com/Masterminds/semver/v3@v3.4.0', 'build ./go/pricing net/url']))
    .addHelpText('after', `\nExit codes: ${codes()}.`);
  for (const entry of table) {
    if (!('commands' in entry)) add(program, entry, finish);
    else {
      const group = program.command(entry.name).description(entry.about);
      for (const one of entry.commands) add(group, one, finish);
    }
  }
  return program;
}

function add(to: Command, { name, about, words, options, run, ...rest }: CliCommand, finish: Finish): void {
  const made = to.command(name).description(about);
  for (const [word, what, choices] of words ?? []) {
    const argument = new Argument(word, what);
    made.addArgument(choices ? argument.choices(choices) : argument);
  }
  for (const option of [...(options ?? []), JSON_OPTION]) addOption(made, option);
  made.addHelpText('after', examples(rest.examples));
  made.action(async (...given: unknown[]) => {
    const { json } = made.opts<{ json?: boolean }>();
    finish(await run(...(given as never[])), json ?? false);
  });
}

type Finish = (answer: Answer<unknown>, json: boolean) => void;

const JSON_OPTION: Option = ['--json', 'one JSON document on standard output'];

function addOption(to: Command, [flags, about, many]: Option): void {
  // An option that took all words after it would take the specs.
  if (many) to.option(flags, `${about}; may be repeated`, (value, before: string[] = []) => [...before, value]);
  else to.option(flags, about);
}

function examples(lines: readonly string[]): string {
  return `\nExamples:\n${lines.map((line) => `  usegolib ${line}`).join('\n')}`;
}

function codes(): string {
  return Object.entries(EXIT_CODES)
    .map(([code, meaning]) => `${code} ${meaning}`)
    .join(', ');
}
