import type { JsonSchema } from '../../manifests/json-path.ts';
import type { CliCommand, CommandGroup } from '../command.ts';
import { errorOutput } from '../diagnostics.ts';

/** What `--json` prints, as JSON Schema: one definition for each command, by its words, and one for a failure. */
export function outputSchema(table: readonly (CliCommand | CommandGroup)[]): JsonSchema {
  const commands = Object.fromEntries(named(table).map(([name, { output }]) => [name, output.schema]));
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'What `usegolib <command> --json` prints on standard output',
    $defs: { ...commands, error: errorOutput.schema },
  };
}

/** Every command by its words: `build`, `artifact rm`. */
export function named(table: readonly (CliCommand | CommandGroup)[]): [string, CliCommand][] {
  return table.flatMap((entry) =>
    'commands' in entry
      ? entry.commands.map((one): [string, CliCommand] => [`${entry.name} ${one.name}`, one])
      : [[entry.name, entry] as [string, CliCommand]],
  );
}
