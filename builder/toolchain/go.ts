import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ToolchainError } from '../../abi/errors.ts';
import { hostTarget } from '../../manifests/target.ts';
import { run } from '../process.ts';
import type { Report } from '../report.ts';
import { findOnPath } from './find.ts';
import { compareGo } from './version.ts';
import { GO_MINIMUM, GO_PINS, type GoPin } from './versions.ts';

/** A Go toolchain that is there. */
export interface Go {
  path: string;
  /** `1.26.8` */
  version: string;
}

/** The versions a build may use, best first, without running anything: what is on PATH, then what would be provisioned. */
export function goCandidates(need: string = GO_MINIMUM): string[] {
  const found = goOnPath();
  const least = atLeast(need);
  const pins = pinsFor(least).map((pin) => pin.version);
  return found && compareGo(found.version, least) >= 0 ? [found.version, ...pins] : pins;
}

/** Go for a module whose go line asks for `need`: from PATH where it is new enough, else provisioned. */
export async function chooseGo(need: string, report: Report): Promise<Go> {
  const plan = planGo(need);
  if ('path' in plan) return plan;
  const { provisionGo } = await import('./provision-go.ts');
  return provisionGo(plan.pin, plan.reason, report);
}

/**
 * The Go that is there, or which one would be provisioned and why.
 *
 * @throws ToolchainError where there is neither.
 */
export function planGo(need: string): Go | { pin: GoPin; reason: string } {
  const least = atLeast(need);
  const found = goOnPath();
  if (found && compareGo(found.version, least) >= 0) return found;
  const named = process.env['USEGOLIB_GO'];
  if (named && !found)
    throw new ToolchainError(
      `USEGOLIB_GO names ${named}, which ${existsSync(named) ? 'does not run' : 'does not exist'}`,
      {
        code: 'GO_MISSING',
        hint: `Set it to the go command of Go ${least} or later, or unset it to have one found or provisioned.`,
        fix: 'unset USEGOLIB_GO',
      },
    );
  const [pin] = pinsFor(least);
  const reason = found
    ? `Go ${found.version} ${named ? 'that USEGOLIB_GO names' : 'on PATH'} is too old (${least} is needed)`
    : 'Go is not on PATH';
  if (!pin) {
    const host = hostTarget()?.id ?? `${process.platform}-${process.arch}`;
    throw new ToolchainError(
      `Go is missing: ${reason}, and no hash of Go ${least} for ${host} is known to this version`,
      {
        code: 'GO_MISSING',
        hint: `Install Go ${least} or later and put it on PATH.`,
      },
    );
  }
  return { pin, reason };
}

function atLeast(need: string): string {
  return compareGo(need, GO_MINIMUM) > 0 ? need : GO_MINIMUM;
}

function pinsFor(need: string): GoPin[] {
  const target = hostTarget()?.id;
  return GO_PINS.filter((pin) => pin.target === target && compareGo(pin.version, need) >= 0);
}

/** `USEGOLIB_GO`, or go on PATH. The version is read from the file beside it: Go need not run to tell. */
function goOnPath(): Go | undefined {
  const path = process.env['USEGOLIB_GO'] || findOnPath('go');
  if (!path) return undefined;
  try {
    const version = /^go(\d+\.\d+\S*)/.exec(readFileSync(join(dirname(path), '..', 'VERSION'), 'utf8'))?.[1];
    return (version && { path, version }) || undefined;
  } catch {
    // A wrapper script, or a Go without that file: `locateGo` has asked it.
    return located.get(path);
  }
}

const located = new Map<string, Go>();

/** Finds the toolchain behind a wrapper script (version managers). Called once, before anything asks for Go. */
export async function locateGo(): Promise<void> {
  const path = process.env['USEGOLIB_GO'] || findOnPath('go');
  if (!path || goOnPath()) return;
  const { code, stdout } = await run({ file: path, args: ['env', 'GOROOT', 'GOVERSION'] }).catch(() => ({
    code: 1,
    stdout: '',
  }));
  const [root, version] = stdout.trim().split('\n');
  const number = /^go(\d+\.\d+\S*)/.exec(version ?? '')?.[1];
  if (code === 0 && root && number)
    located.set(path, { path: join(root, 'bin', process.platform === 'win32' ? 'go.exe' : 'go'), version: number });
}
