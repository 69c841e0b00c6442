import { readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { BuildError } from '../../abi/errors.ts';
import { integer, list, object, text } from '../../manifests/json-path.ts';
import type { Target } from '../../manifests/target.ts';
import { command } from '../command.ts';
import type { BuildFlags } from '../options.ts';
import { makePackages } from '../package.ts';
import { lineReport, silentReport } from '../report.ts';
import { targetsNamed } from '../targets.ts';
import { thisHost } from '../this-host.ts';
import { BUILD_OPTIONS, buildWith } from './build.ts';

/** Flags that are no build options. */
interface PackageFlags extends BuildFlags {
  name?: string;
  version?: string;
  license?: string;
  repository?: string;
  most?: string;
  target?: string[];
}

/** The folders of the packages on standard output, in the order in which they are published. */
export const packageModules = command({
  name: 'package',
  about: 'write npm packages of modules: one per platform, and one that users install',
  words: [['<spec...>', 'module or package, with @version if need be; or ./folder']],
  options: [
    ['--name <name>', 'of the npm package: @me/goldmark'],
    ['--target <id>', 'a platform it is for, host or all (default: host)', 'many'],
    ['--version <version>', "of the npm packages (default: the Go module's)"],
    ['--out <folder>', 'where the packages are written (default: dist)'],
    ['--license <spdx>', "in package.json (default: the Go module's)"],
    ['--repository <url>', 'in package.json (default: that of ./package.json)'],
    ['--most <megabytes>', 'that a package may have, unpacked (default: 30)'],
    ...BUILD_OPTIONS.filter(([flags]) => !/^--(out|force|redownload)\b/.test(flags)),
  ],
  examples: [
    'package github.com/yuin/goldmark@v1.7.13 --name @me/goldmark',
    'package github.com/yuin/goldmark@v1.7.13 --name @me/goldmark --target all',
    'package ./go/pricing --name @me/pricing --version 1.0.0 --out packages',
  ],
  output: object({ packages: list(object({ name: text, folder: text, size: integer })) }),
  async run(specs: string[], allFlags: PackageFlags) {
    const { name, version, license, repository, most = '30', out = 'dist', target, ...flags } = allFlags;
    const cwd = process.cwd();
    if (!name) throw refused('package needs a name', 'Name it: --name @me/goldmark');
    if (!/^\d+$/.test(most)) throw refused(`--most: want megabytes, got ${most}`, '--most 30');
    const report = flags.quiet ? silentReport : lineReport();
    const source = repository ? { type: 'git', url: gitUrl(repository) } : repositoryOf(cwd);
    if (source === undefined)
      report.note('without --repository, npm cannot say where the packages were built (provenance)');
    const packages = await makePackages(
      {
        specs,
        targets: hostFirst(target ?? ['host']),
        cwd,
        build: (one) => buildWith(specs, flags, one),
        name,
        ...(version !== undefined && { version }),
        ...(license !== undefined && { licence: license }),
        repository: source,
        out: resolve(cwd, out),
        most: Number(most),
      },
      report,
    );
    return {
      json: { packages },
      text: packages.map(({ folder }) => `${relative(cwd, folder)}\n`).join(''),
      ...(!flags.quiet && { note: `  next: usegolib publish ${relative(cwd, resolve(cwd, out))} --dry-run\n` }),
    };
  },
});

/** The declarations of all platforms are those of the first. */
function hostFirst(names: string[]): Target[] {
  const host = thisHost();
  const targets = targetsNamed(names.map((name) => (name === 'host' ? host.id : name)));
  return targets.sort((a, b) => Number(b === host) - Number(a === host));
}

/** As npm writes it: `git+https://github.com/me/goldmark.git`. */
function gitUrl(url: string): string {
  return /^https:/.test(url) ? `git+${url.replace(/(\.git)?\/?$/, '.git')}` : url;
}

/** What the project says of itself: who publishes with provenance must name the repository that is built. */
function repositoryOf(cwd: string): unknown {
  try {
    return JSON.parse(readFileSync(join(cwd, 'package.json'), 'utf8')).repository;
  } catch {
    return undefined;
  }
}

function refused(message: string, hint: string): BuildError {
  return new BuildError(message, { code: 'INVALID_OPTION', hint });
}
