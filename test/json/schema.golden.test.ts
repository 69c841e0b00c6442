import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { named, outputSchema } from '../../builder/cli/schema.ts';
import { COMMANDS } from '../../builder/commands.ts';
import { checkConfig } from '../../manifests/project.ts';
import { root } from '../../scripts/root.mjs';
import { misfit } from '../support/published-schema.ts';

/** The form of what `--json` prints is published: `manifests/cli.schema.json`, and `dist/cli.schema.json` in the package. */
const commands = named(COMMANDS).map(([name]) => name);

it('is what the commands declare', async () => {
  const text = `${JSON.stringify(outputSchema(COMMANDS), null, 2)}\n`;
  await expect(text).toMatchFileSnapshot('../../manifests/cli.schema.json');
});

it('of a configuration is published too, for editors', async () => {
  const { properties, ...rest } = checkConfig.schema as { properties: object };
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'usegolib.config.json',
    ...rest,
    properties: { $schema: { type: 'string' }, ...properties },
  };
  await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot('../../manifests/config.schema.json');
});

it('is held against the output of every command, and of a failure, by a script', () => {
  const folder = join(root, 'test/script');
  const scripts = readdirSync(folder).filter((name) => name.endsWith('.txtar'));
  const lines = scripts.flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'));
  const held = lines.flatMap((line) => (line.startsWith('json ') ? [line.slice('json '.length)] : []));
  expect([...new Set(held)].sort()).toEqual([...commands, 'error'].sort());
});

it('refuses what is missing, unknown or of another type', () => {
  expect(misfit({ version: '1.0.0' }, 'version')).toBeUndefined();
  expect(misfit({}, 'version')).toBe('$.version: missing');
  expect(misfit({ version: 1 }, 'version')).toBe('$.version: want string, got 1');
  expect(misfit({ version: '1.0.0', more: 1 }, 'version')).toBe('$.more: unknown');
  expect(misfit({}, 'fly')).toBe('no form of fly is published');
});
