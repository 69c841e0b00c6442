import { join, resolve } from 'node:path';
import { boolean, integer, list, number, object, record, text } from '../../manifests/json-path.ts';
import { MANIFEST, storeRoot } from '../../manifests/store.ts';
import { build as buildModules, type Outcome } from '../build.ts';
import { command, type Option } from '../command.ts';
import { type BuildFlags, readOptions } from '../options.ts';
import { lineReport, silentReport } from '../report.ts';
import { type Summary, summarize } from '../summary.ts';

/** The options of every command that builds. */
export const BUILD_OPTIONS: readonly Option[] = [
  ['--out <folder>', 'the store to build into (default: USEGOLIB_ARTIFACT_DIR or the cache folder)'],
  ['--force', 'build even if nothing changed'],
  ['--quiet', 'no progress'],
  ['--all', 'bind every package of a large module'],
  ['--only <pattern>', 'bind only these packages; path/... is all below', 'many'],
  ['--with <package>', 'bind this package too', 'many'],
  ['--int64 <as>', 'bigint (default) or number'],
  ['--duration <as>', 'ms (default) or ns'],
  ['--nil <as>', 'empty (default) or keep'],
  ['--records <how>', 'zero (default) or exact'],
  ['--utf8 <how>', 'error (default) or replace'],
];

/** The manifest's path on standard output, or with --json what was built. */
export const build = command({
  name: 'build',
  about: 'build modules into one library',
  words: [['<spec...>', 'module or package, with @version if need be; or ./folder']],
  options: BUILD_OPTIONS,
  examples: ['build github.com/Masterminds/semver/v3@v3.4.0', 'build ./go/pricing net/url'],
  output: object({
    manifest: text,
    reused: boolean,
    seconds: number,
    modules: list(text),
    packages: integer,
    callable: integer,
    skipped: record(integer),
    bytes: integer,
  }),
  async run(specs: string[], flags: BuildFlags) {
    const started = performance.now();
    const outcome = await buildWith(specs, flags);
    const summary = summarize(outcome.manifest);
    const seconds = Math.round(performance.now() - started) / 1000;
    const manifest = join(outcome.folder, MANIFEST);
    return {
      json: { manifest, reused: outcome.reused, seconds, ...summary },
      text: `${manifest}\n`,
      ...(!flags.quiet && { note: print(outcome, summary, seconds) }),
    };
  },
});

export function buildWith(specs: string[], flags: BuildFlags): Promise<Outcome> {
  const cwd = process.cwd();
  const root = flags.out ? resolve(cwd, flags.out) : storeRoot();
  const report = flags.quiet ? silentReport : lineReport();
  return buildModules({ specs, root, cwd, options: readOptions(flags, cwd), force: flags.force ?? false }, report);
}

function print({ reused }: Outcome, { modules, callable, skipped, packages, bytes }: Summary, seconds: number): string {
  const reasons = Object.entries(skipped).map(([reason, count]) => `${count} ${reason}`);
  return [
    `  ${reused ? 'unchanged' : 'built'} ${modules.join(', ')} in ${seconds.toFixed(1)} s, ${(bytes / 1e6).toFixed(1)} MB`,
    `  ${packages} packages, ${callable} callable${reasons.length ? `; skipped: ${reasons.join(', ')}` : ''}`,
    '',
  ].join('\n');
}
