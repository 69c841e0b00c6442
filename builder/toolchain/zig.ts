import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ToolchainError } from '../../abi/errors.ts';
import { cacheRoot } from '../../manifests/cache-root.ts';
import { run } from '../process.ts';
import type { Report } from '../report.ts';
import { findOnPath } from './find.ts';
import { ZIG_VERSION } from './versions.ts';

/** A Zig that is there. `lib` is set where the binary would not find its library folder by itself. */
export interface Zig {
  path: string;
  version: string;
  lib?: string;
}

/** `USEGOLIB_ZIG`, then PATH, then what was or will be provisioned. */
export async function chooseZig(report: Report): Promise<Zig> {
  const plan = await planZig();
  if ('path' in plan) return plan;
  const { provisionZig } = await import('./provision-zig.ts');
  return provisionZig(plan.reason, report);
}

/**
 * The Zig that is there, or why one would be provisioned.
 *
 * @throws ToolchainError where USEGOLIB_ZIG names none.
 */
export async function planZig(): Promise<Zig | { reason: string }> {
  const wanted = process.env['USEGOLIB_ZIG'];
  if (wanted) {
    const version = existsSync(wanted) ? await versionOf(wanted) : undefined;
    if (version) return { path: wanted, version };
    throw new ToolchainError(
      `USEGOLIB_ZIG names ${wanted}, which ${existsSync(wanted) ? 'does not run' : 'does not exist'}`,
      {
        code: 'ZIG_MISSING',
        hint: `Set it to the zig binary of Zig ${ZIG_VERSION}, or unset it to have one provisioned.`,
        fix: 'unset USEGOLIB_ZIG',
      },
    );
  }
  const found = findOnPath('zig');
  if (found && (await versionOf(found)) === ZIG_VERSION) return { path: found, version: ZIG_VERSION };
  return { reason: found ? `Zig on PATH is not ${ZIG_VERSION}` : 'Zig is not on PATH' };
}

/** The version a build would use, without looking: only another Zig named on purpose differs. */
export async function zigVersion(): Promise<string> {
  const wanted = process.env['USEGOLIB_ZIG'];
  return (wanted && (await versionOf(wanted))) || ZIG_VERSION;
}

async function versionOf(path: string): Promise<string | undefined> {
  const { code, stdout } = await run({ file: path, args: ['version'] }).catch(() => ({ code: 1, stdout: '' }));
  return code === 0 ? stdout.trim() : undefined;
}

/** Zig's own caches: ours, so that the library path in their keys stays the same. */
export function zigEnv({ lib }: Zig): Record<string, string> {
  const cache = cacheFolder();
  return { ...(lib && { ZIG_LIB_DIR: lib }), ZIG_GLOBAL_CACHE_DIR: cache, ZIG_LOCAL_CACHE_DIR: cache };
}

function cacheFolder(): string {
  return join(cacheRoot(), 'zig-cache');
}

/** Zig does its work in `tmp` of its cache and never looks back: what has not changed for a day, a killed one left. */
export function sweepZigCache(): void {
  const folder = join(cacheFolder(), 'tmp');
  try {
    for (const name of readdirSync(folder)) {
      const path = join(folder, name);
      if (Date.now() - statSync(path).mtimeMs > DAY) rmSync(path, { recursive: true, force: true });
    }
  } catch {
    // Nothing there yet, or another builder sweeps too.
  }
}

const DAY = 24 * 60 * 60_000;
