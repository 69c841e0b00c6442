import { describe, expect, test, vi } from 'vitest';
import type { CliCommand } from '../command.ts';
import { COMMANDS } from '../commands.ts';
import { makeProgram } from './program.ts';
import { named } from './schema.ts';

/** Words of a line as a shell would split it. */
const split = (line: string) =>
  (line.replace(/\s+[#>].*$/, '').match(/'[^']*'|\S+/g) ?? []).map((word) => word.replace(/^'(.*)'$/, '$1'));

describe.each(named(COMMANDS))('%s', (name, command) => {
  test('says what it does, and shows it by examples', () => {
    expect(command.about).not.toBe('');
    expect(command.examples.some((line) => line === name || line.startsWith(`${name} `))).toBe(true);
  });

  test.each(command.examples)('understands %s', async (line) => {
    const run = vi.fn(async () => ({ json: {}, text: '' }));
    // The same tree, in which nothing is run.
    const idle = (one: CliCommand): CliCommand => ({ ...one, run });
    const table = COMMANDS.map((entry) =>
      'commands' in entry ? { ...entry, commands: entry.commands.map(idle) } : idle(entry),
    );
    await makeProgram(table, '1.0.0', () => {}).parseAsync(['node', 'usegolib', ...split(line)]);
    expect(run).toHaveBeenCalledOnce();
  });
});

test('a command gives its answer, and whether a program is to read it', async () => {
  const finish = vi.fn();
  const program = makeProgram(COMMANDS, '1.0.0', finish);
  await program.parseAsync(['node', 'usegolib', 'version', '--json']);
  expect(finish).toHaveBeenCalledWith(expect.objectContaining({ json: { version: expect.any(String) } }), true);
});
