import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { BuildError } from '../../abi/errors.ts';
import { type Command, commandLine, type Ran, run } from '../process.ts';

/** What npm packed: a file, and what a registry says of the same bytes. */
export interface Tarball {
  name: string;
  version: string;
  file: string;
  integrity: string;
  size: number;
  unpackedSize: number;
  files: { path: string; size: number }[];
}

/**
 * npm as the user has set it up (registry, token, proxy): started with this Node, since on Windows it is no program that can
 * be started without a shell.
 */
export function npm(...args: string[]): Command {
  const home = dirname(process.execPath);
  const places = [
    process.env['npm_execpath'] ?? '',
    join(home, '../lib/node_modules/npm/bin/npm-cli.js'),
    join(home, 'node_modules/npm/bin/npm-cli.js'),
  ];
  const script = places.find((path) => /npm-cli\.c?js$/.test(path) && existsSync(path));
  return script ? { file: process.execPath, args: [script, ...args] } : { file: 'npm', args };
}

/** The bytes that would be published: packing is reproducible, so that they can be compared with what is there. */
export async function pack(folder: string, to: string): Promise<Tarball> {
  const command = npm('pack', folder, '--json', '--ignore-scripts', '--pack-destination', to);
  const ran = await run(command);
  if (ran.code !== 0) throw failed(`npm cannot pack ${folder}`, command, ran);
  const [packed] = Object.values(JSON.parse(ran.stdout)) as [Omit<Tarball, 'file'> & { filename: string }];
  return { ...packed, file: join(to, packed.filename) };
}

/** The integrity of a version in the registry; undefined where it cannot be read there (yet). */
export async function published(name: string, version: string): Promise<string | undefined> {
  const command = npm('view', `${name}@${version}`, 'dist.integrity', '--json', '--prefer-online');
  const ran = await run(command);
  if (ran.code === 0) return ran.stdout.trim() ? JSON.parse(ran.stdout) : undefined;
  if (/\bE404\b/.test(ran.stdout + ran.stderr)) return undefined;
  throw failed(`the registry cannot be asked for ${name}@${version}`, command, ran);
}

export async function publishFile({ name, version, file }: Tarball, flags: string[]): Promise<void> {
  const command = npm('publish', file, '--ignore-scripts', ...flags);
  const ran = await run(command);
  if (ran.code === 0) return;
  throw failed(`npm cannot publish ${name}@${version}`, command, ran, {
    hint: 'What was published before stays: the same command goes on from here.',
  });
}

function failed(message: string, command: Command, { stdout, stderr }: Ran, more: object = {}): BuildError {
  const output = `${stderr}${stdout}`.trim();
  return new BuildError(message, { code: 'NPM_FAILED', command: commandLine(command), output, ...more });
}
