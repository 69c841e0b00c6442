import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeProgram } from '../../builder/cli/program.ts';
import { named } from '../../builder/cli/schema.ts';
import type { CliCommand } from '../../builder/command.ts';
import { COMMANDS } from '../../builder/commands.ts';
import { EXIT_CODES } from '../../builder/exit-codes.ts';
import { root } from '../../scripts/root.mjs';

/** The documents that are printed from the source, or held against it. */
it('docs/cli.md is printed from the table of commands', async () => {
  await expect(printCli()).toMatchFileSnapshot('../../docs/cli.md');
});

it('docs/errors.md knows every code, and no other', () => {
  const sources = ['abi', 'runtime', 'builder', 'manifests', 'bridge-go/gen'].flatMap(sourcesIn);
  const thrown = sources.flatMap((text) =>
    [...text.matchAll(/\bcode(?:: string =|:) '([A-Z][A-Z_]+)'/g)].map((m) => m[1]!),
  );
  const told = [...readFileSync(join(root, 'docs/errors.md'), 'utf8').matchAll(/`([A-Z][A-Z_]+)`/g)].map((m) => m[1]!);
  // Those are warnings, which nobody catches.
  const codes = new Set(thrown.filter((code) => !code.startsWith('USEGOLIB_')));
  expect([...codes].filter((code) => !told.includes(code))).toEqual([]);
  const named = new Set(told.filter((word) => !/^(GOP|USEGOLIB_)/.test(word)));
  expect([...named].filter((code) => !sources.some((text) => new RegExp(`['"]${code}['"]`).test(text)))).toEqual([]);
});

function sourcesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /(?<!\.test|_test)\.(ts|go)$/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
}

function printCli(): string {
  return [
    '# The command line',
    '',
    'Printed by `npm run update` from the commands themselves. Results go to standard output, everything else to standard error.',
    'Every command has `--json`, which prints one document of the form in `manifests/cli.schema.json` (`dist/cli.schema.json` in the',
    'npm package), and `--help`.',
    '',
    '| exit code | |',
    '|--:|---|',
    ...Object.entries(EXIT_CODES).map(([code, meaning]) => `| ${code} | ${meaning} |`),
    '',
    ...named(COMMANDS).flatMap(([name, command]) => section(name, command)),
  ].join('\n');
}

function section(name: string, { about, words = [], options = [], examples }: CliCommand): string[] {
  const line = ['usegolib', name, ...(options.length ? ['[options]'] : []), ...words.map(([word]) => word)].join(' ');
  const rows = [...words, ...options].map(([word, what]) => `| \`${word}\` | ${what.replaceAll('|', '\\|')} |`);
  return [
    `## ${line.replaceAll('<', '&lt;')}`,
    '',
    `${about}.`,
    '',
    ...(rows.length ? ['| | |', '|---|---|', ...rows, ''] : []),
    ...examples.map((example) => `    usegolib ${example}`),
    '',
  ];
}

it('every command of the tree is in it', () => {
  const program = makeProgram(COMMANDS, '1.0.0', () => {});
  for (const command of program.commands) expect(printCli()).toContain(`## usegolib ${command.name()}`);
});
