import { join, resolve } from 'node:path';
import { storeRoot } from '../../manifests/cache-root.ts';
import { boolean, integer, list, number, object, record, text } from '../../manifests/json-path.ts';
import { projectDir } from '../../manifests/lockfile.ts';
import { MANIFEST } from '../../manifests/store.ts';
import type { Target } from '../../manifests/target.ts';
import { build as buildModules, type Outcome } from '../build.ts';
import { command, type Option } from '../command.ts';
import { useModuleCache } from '../module-cache.ts';
import { type BuildFlags, readOptions } from '../options.ts';
import { lineReport, silentReport } from '../report.ts';
import { type Summary, summarize } from '../summary.ts';
import { targetsNamed } from '../targets.ts';
import { withVendored } from '../vendor.ts';

/** The options of every command that builds. */
export const BUILD_OPTIONS: readonly Option[] = [
  ['--out <folder>', 'the store to build into (default: USEGOLIB_ARTIFACT_DIR or the cache folder)'],
  ['--force', 'build even if nothing changed'],
  ['--gomodcache <folder>', "Go's module cache for this build (default: the user's own)"],
  ['--redownload', 'force, and download every module again, into a module cache of this build'],
  ['--quiet', 'no progress'],
  ['--all', 'bind every package of a large module'],
  ['--only <pattern>', 'bind only these packages; path/... is all below', 'many'],
  ['--with <package>', 'bind this package too', 'many'],
  ['--instance <F=types>', 'types for a generic symbol: example.org/p.F=int32', 'many'],
  ['--int64 <as>', 'bigint (default) or number; path.Symbol=number for a package, type or symbol', 'many'],
  ['--duration <as>', 'ms (default) or ns'],
  ['--nil <as>', 'empty (default) or keep'],
  ['--records <how>', 'zero (default) or exact'],
  ['--utf8 <how>', 'error (default) or replace; path.Symbol=replace for a package, type or symbol', 'many'],
  ['--text <type>', 'path.Type is a string, through its text marshalers', 'many'],
  ['--allow-cgo', 'compile the C code of fetched modules'],
];

/** What was built for one target. */
const BUILT = {
  manifest: text,
  target: text,
  reused: boolean,
  seconds: number,
  modules: list(text),
  packages: integer,
  callable: integer,
  skipped: record(integer),
  bytes: integer,
};

/** The manifests' paths on standard output; with --json what was built, for several targets the first with the others in it. */
export const build = command({
  name: 'build',
  about: 'build modules into one library',
  words: [['<spec...>', 'module or package, with @version if need be; or ./folder']],
  options: [
    ['--target <id>', 'build for this platform, or for all (usegolib targets lists them)', 'many'],
    ...BUILD_OPTIONS,
  ],
  examples: [
    'build github.com/Masterminds/semver/v3@v3.4.0',
    'build ./go/pricing net/url',
    'build ./go/pricing --target linux-arm64 --target darwin-arm64',
  ],
  output: object(BUILT, { others: list(object(BUILT)) }),
  async run(specs: string[], { target: names, ...flags }: BuildFlags & { target?: string[] }) {
    const [target, ...more] = names ? targetsNamed(names) : [undefined];
    const first = await buildFor(target, specs, flags);
    const all = [first];
    for (const other of more) all.push(await buildFor(other, specs, flags));
    const [, ...others] = all.map(({ built }) => built);
    return {
      json: { ...first.built, ...(others.length > 0 && { others }) },
      text: all.map(({ built }) => `${built.manifest}\n`).join(''),
      ...(!flags.quiet && { note: all.map(({ note }) => note).join('') }),
    };
  },
});

async function buildFor(target: Target | undefined, specs: string[], flags: BuildFlags) {
  const started = performance.now();
  const outcome = await buildWith(specs, flags, target);
  const { manifest, reused, folder } = outcome;
  const seconds = Math.round(performance.now() - started) / 1000;
  const summary = summarize(manifest);
  return {
    note: print(outcome, summary, seconds),
    built: { manifest: join(folder, MANIFEST), target: manifest.request.target, reused, seconds, ...summary },
  };
}

export async function buildWith(specs: string[], flags: BuildFlags, target?: Target): Promise<Outcome> {
  const cwd = process.cwd();
  const root = flags.out ? resolve(cwd, flags.out) : storeRoot();
  const report = flags.quiet ? silentReport : lineReport();
  const options = await readOptions(flags, cwd);
  const force = (flags.force || flags.redownload) ?? false;
  await useModuleCache(specs, flags, report);
  return withVendored(projectDir(cwd), specs, () =>
    buildModules({ specs, root, cwd, options, ...(target && { target }), force }, report),
  );
}

function print(
  { reused, manifest }: Outcome,
  { modules, callable, skipped, packages, bytes }: Summary,
  seconds: number,
): string {
  const reasons = Object.entries(skipped).map(([reason, count]) => `${count} ${reason}`);
  return [
    `  ${reused ? 'unchanged' : 'built'} ${modules.join(', ')} for ${manifest.request.target} in ${seconds.toFixed(1)} s, ${(bytes / 1e6).toFixed(1)} MB`,
    `  ${packages} packages, ${callable} callable${reasons.length ? `; skipped: ${reasons.join(', ')}` : ''}`,
    '',
  ].join('\n');
}
