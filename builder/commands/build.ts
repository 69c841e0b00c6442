import { join, resolve } from 'node:path';
import { MANIFEST, storeRoot } from '../../manifests/store.ts';
import { build, type Outcome } from '../build.ts';
import { type BuildFlags, readOptions } from '../options.ts';
import { lineReport, silentReport } from '../report.ts';
import { type Summary, summarize } from '../summary.ts';

/** `usegolib build <spec…>`: the manifest's path on standard output, or with --json what was built. */
export async function buildCommand(specs: string[], flags: BuildFlags): Promise<void> {
  const started = performance.now();
  const outcome = await buildWith(specs, flags);
  const summary = summarize(outcome.manifest);
  const seconds = Math.round(performance.now() - started) / 1000;
  const manifest = join(outcome.folder, MANIFEST);
  if (flags.json) {
    process.stdout.write(`${JSON.stringify({ manifest, reused: outcome.reused, seconds, ...summary })}\n`);
    return;
  }
  if (!flags.quiet) process.stderr.write(text(outcome, summary, seconds));
  process.stdout.write(`${manifest}\n`);
}

export function buildWith(specs: string[], flags: BuildFlags): Promise<Outcome> {
  const cwd = process.cwd();
  const root = flags.out ? resolve(cwd, flags.out) : storeRoot();
  const report = flags.quiet ? silentReport : lineReport();
  return build({ specs, root, cwd, options: readOptions(flags, cwd), force: flags.force ?? false }, report);
}

function text({ reused }: Outcome, { modules, callable, skipped, packages, bytes }: Summary, seconds: number): string {
  const reasons = Object.entries(skipped).map(([reason, count]) => `${count} ${reason}`);
  return [
    `  ${reused ? 'unchanged' : 'built'} ${modules.join(', ')} in ${seconds.toFixed(1)} s, ${(bytes / 1e6).toFixed(1)} MB`,
    `  ${packages} packages, ${callable} callable${reasons.length ? `; skipped: ${reasons.join(', ')}` : ''}`,
    '',
  ].join('\n');
}
