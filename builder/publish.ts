import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { BuildError } from '../abi/errors.ts';
import { pack, published, publishFile, type Tarball } from './publish/npm.ts';
import { publishOrder } from './publish/order.ts';
import type { Report } from './report.ts';

export interface PublishAsk {
  /** The folder that `usegolib package` wrote into. */
  dir: string;
  dryRun: boolean;
  /** For `npm publish`: `--tag`, `--otp`, `--provenance`. */
  flags: string[];
  /** Longest wait for a package to be seen, in milliseconds. */
  wait: number;
}

/** A package, and what was or would be done with it. */
export interface Published extends Tarball {
  /** `kept`: these very bytes were published before. */
  state: 'published' | 'kept' | 'would publish';
}

/**
 * Publishes the packages of the platforms, waits until the registry shows each of them, then publishes the wrapper: whoever
 * installs that one too early would get it without a library, and no error. Can be run again after any failure.
 */
export async function publishPackages({ dir, dryRun, flags, wait }: PublishAsk, report: Report): Promise<Published[]> {
  const order = publishOrder(dir);
  const aside = mkdtempSync(join(tmpdir(), 'usegolib-publish-'));
  try {
    const tarballs: Tarball[] = [];
    for (const { name, folder } of order) {
      report.step('pack', name);
      tarballs.push(await pack(folder, aside));
    }
    report.step('compare', `${order.length} packages with the registry`);
    const kept = await keptOf(tarballs);
    for (const [i, one] of tarballs.entries()) {
      if (dryRun || kept.has(one)) continue;
      const isWrapper = Object.keys(order[i]!.needs).length > 0;
      if (isWrapper) await seen(tarballs.slice(0, i), wait, report);
      report.step('publish', `${one.name}@${one.version}`);
      await publishFile(one, flags);
    }
    report.end();
    const done = dryRun ? 'would publish' : 'published';
    return tarballs.map((one) => ({ ...one, state: kept.has(one) ? 'kept' : done }));
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

/** Those that the registry has. Asked before anything is published: what differs from what is there would leave half a release. */
async function keptOf(tarballs: Tarball[]): Promise<Set<Tarball>> {
  const kept = new Set<Tarball>();
  for (const one of tarballs) if (await isThere(one)) kept.add(one);
  return kept;
}

/** Whether the registry has these bytes. */
async function isThere({ name, version, integrity }: Tarball): Promise<boolean> {
  const found = await published(name, version);
  if (found === undefined || found === integrity) return found !== undefined;
  throw new BuildError(`${name}@${version} is published with other contents (${found}, these have ${integrity})`, {
    code: 'PUBLISHED_DIFFERENT',
    hint: 'A published version never changes: package again with another --version.',
  });
}

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 15_000;

/** Waits until every package can be read: registries show a new one seconds to minutes late. */
async function seen(tarballs: Tarball[], wait: number, report: Report): Promise<void> {
  const end = Date.now() + wait;
  for (const { name, version } of tarballs) {
    report.step('wait', `for the registry to show ${name}@${version}`);
    for (let pause = FIRST_PAUSE; (await published(name, version)) === undefined; pause *= 1.5) {
      if (Date.now() >= end)
        throw new BuildError(`the registry does not show ${name}@${version} yet; the wrapper was not published`, {
          code: 'NOT_VISIBLE',
          hint: 'Run the same command later: what is published is skipped.',
        });
      await sleep(Math.min(pause, LONGEST_PAUSE));
    }
  }
}
