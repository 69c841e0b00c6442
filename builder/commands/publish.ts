import { resolve } from 'node:path';
import { BuildError } from '../../abi/errors.ts';
import { integer, list, object, oneOf, text } from '../../manifests/json-path.ts';
import { command } from '../command.ts';
import { type Published, publishPackages } from '../publish.ts';
import { lineReport, silentReport } from '../report.ts';

interface PublishFlags {
  dryRun?: boolean;
  tag?: string;
  otp?: string;
  provenance?: boolean;
  wait?: string;
  quiet?: boolean;
}

/** What was published on standard output, a line each: state, package, size; in a dry run with the files. */
export const publish = command({
  name: 'publish',
  about: 'publish what `package` wrote: platforms first, and when they can be read, the rest',
  words: [['[folder]', 'what `package --out` named (default: dist)']],
  options: [
    ['--dry-run', 'pack, compare with the registry, and publish nothing'],
    ['--tag <tag>', 'for npm publish'],
    ['--otp <code>', 'for npm publish'],
    ['--provenance', 'for npm publish; a trusted publisher does it by itself'],
    ['--wait <minutes>', 'for the registry to show the packages (default: 15)'],
    ['--quiet', 'no progress'],
  ],
  examples: ['publish dist --dry-run', 'publish dist'],
  output: object({
    packages: list(
      object({
        name: text,
        version: text,
        state: oneOf('published', 'kept', 'would publish'),
        integrity: text,
        size: integer,
        unpackedSize: integer,
        files: list(text),
      }),
    ),
  }),
  async run(folder: string | undefined, { dryRun = false, tag, otp, provenance, wait = '15', quiet }: PublishFlags) {
    if (!/^\d+$/.test(wait))
      throw new BuildError(`--wait: want minutes, got ${wait}`, { code: 'INVALID_OPTION', hint: '--wait 15' });
    const flags = [
      ...(tag ? ['--tag', tag] : []),
      ...(otp ? ['--otp', otp] : []),
      ...(provenance ? ['--provenance'] : []),
    ];
    const ask = { dir: resolve(folder ?? 'dist'), dryRun, flags, wait: Number(wait) * 60_000 };
    const all = await publishPackages(ask, quiet ? silentReport : lineReport());
    const packages = all.map(({ name, version, state, integrity, size, unpackedSize, files }) => {
      return { name, version, state, integrity, size, unpackedSize, files: files.map(({ path }) => path) };
    });
    return { json: { packages }, text: packages.map((one) => print(one, dryRun)).join('') };
  },
});

function print(
  one: Pick<Published, 'name' | 'version' | 'state' | 'size' | 'unpackedSize'> & { files: string[] },
  all: boolean,
) {
  const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
  const line = `${one.state}  ${one.name}@${one.version}  ${megabytes(one.size)}, unpacked ${megabytes(one.unpackedSize)}`;
  return `${[line, ...(all ? one.files.map((file) => `  ${file}`) : [])].join('\n')}\n`;
}
