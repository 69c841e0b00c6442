import { createHash } from 'node:crypto';
import { createReadStream, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { ToolchainError } from '../../abi/errors.ts';
import { cacheRoot } from '../../manifests/cache-root.ts';
import type { Report } from '../report.ts';
import { DirHash } from './dirhash.ts';
import { download } from './download.ts';
import type { Go } from './go.ts';
import { goSources, toolchainVersion } from './go-sources.ts';
import { installOnce } from './install.ts';
import { untar } from './untar.ts';
import { unzip } from './unzip.ts';
import type { GoPin } from './versions.ts';

/**
 * Go in the user's cache folder, as the module golang.org/toolchain or from Go's official download. Both hold the same
 * files: one pinned hash proves either.
 */
export async function provisionGo(pin: GoPin, reason: string, report: Report): Promise<Go> {
  const folder = goFolder(pin);
  mkdirSync(dirname(folder), { recursive: true });
  const waiting = () => report.detail('another process fetches Go; waiting for it');
  await installOnce(folder, waiting, (aside) => fill(aside, pin, reason, report));
  return { path: join(folder, 'bin', pin.target.startsWith('windows') ? 'go.exe' : 'go'), version: pin.version };
}

/** Where a provisioned Go is. */
export function goFolder({ version, target }: GoPin): string {
  return join(cacheRoot(), 'toolchains', `go${version}-${target}`);
}

async function fill(aside: string, pin: GoPin, reason: string, report: Report): Promise<void> {
  const file = join(aside, 'download');
  const fail = (problem: string, output: string, hint: string) =>
    new ToolchainError(`Go ${pin.version} is missing: ${reason}, and ${problem}`, {
      code: 'GO_MISSING',
      output,
      hint,
      fix: 'export PATH="$PATH:/usr/local/go/bin"',
    });
  const url = await fetchFirst(goSources(pin), file, pin.version, report).catch((error: Error) => {
    throw fail(
      'it cannot be downloaded',
      error.message,
      `Install Go ${pin.version} or later and put it on PATH; or let HTTPS_PROXY name your proxy, GOPROXY a module proxy, or USEGOLIB_GO_DOWNLOAD a mirror of Go's downloads.`,
    );
  });
  const refuse = (problem: string, output: string) =>
    fail(
      `${withoutSecrets(url)} ${problem}`,
      output,
      `Somebody changed or cut that file: try again, take it from elsewhere (GOPROXY, USEGOLIB_GO_DOWNLOAD), or install Go ${pin.version} or later and put it on PATH.`,
    );
  report.detail(`verifying and unpacking Go ${pin.version}`);
  if (pin.sha256) {
    const hash = createHash('sha256');
    await pipeline(createReadStream(file), hash);
    const found = hash.digest('hex');
    if (found !== pin.sha256) throw refuse('is not what was pinned', `want sha256 ${pin.sha256}\ngot  sha256 ${found}`);
  }
  const found = await unpack(file, url.endsWith('.zip'), aside, pin).catch((error: Error) => {
    throw refuse('cannot be unpacked', error.message);
  });
  if (pin.h1 && found !== pin.h1) throw refuse('is not what was pinned', `want ${pin.h1}\ngot  ${found}`);
  rmSync(file);
}

/** Asks one source after the other and returns the one that answered. */
async function fetchFirst(urls: string[], file: string, version: string, report: Report): Promise<string> {
  const problems = urls.length ? [] : ['GOPROXY=off forbids it'];
  report.detail(`fetching Go ${version} (70 MB, once)`);
  for (const url of urls) {
    try {
      await download(url, file, (text) => report.detail(`fetching Go ${version}: ${text}`));
      return url;
    } catch (error) {
      problems.push(`${withoutSecrets(url)}\n  ${(error as Error).message}`);
    }
  }
  throw new Error(problems.join('\n'));
}

function withoutSecrets(url: string): string {
  return url.replace(/\/\/[^/@]*@/, '//');
}

/** Unpacks what a toolchain needs and returns its module hash. */
async function unpack(file: string, zip: boolean, to: string, pin: GoPin): Promise<string> {
  const prefix = `golang.org/toolchain@${toolchainVersion(pin)}/`;
  const hash = new DirHash();
  // The archive has these besides; the module does not, and no build reads them.
  const needed = (name: string) => !/^(api|doc|misc|test)\//.test(name);
  // A module cannot hold another go.mod: inside the hash they are called _go.mod.
  const add = (name: string, data: Buffer) => hash.add(prefix + name.replace(/(^|\/)go\.mod$/, '$1_go.mod'), data);
  if (!zip) {
    const keep = (name: string, data: Buffer) => {
      if (needed(name)) add(name, data);
      return needed(name);
    };
    await pipeline(createReadStream(file), createGunzip(), untar(to, 1, keep));
    return hash.h1();
  }
  for await (const { name, data } of unzip(file)) {
    const inside = name.startsWith(prefix) ? name.slice(prefix.length) : name.replace(/^go\//, '');
    const real = inside.replace(/(^|\/)_go\.mod$/, '$1go.mod');
    if (!needed(real)) continue;
    if (/^[/\\]|^[A-Za-z]:/.test(real) || real.split(/[/\\]/).includes('..'))
      throw new Error(`${name} leads out of its folder`);
    add(real, data);
    const target = join(to, real);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, data, { mode: EXECUTABLE.test(real) ? 0o755 : 0o644 });
  }
  return hash.h1();
}

/** The module's zip keeps no modes. */
const EXECUTABLE = /^bin\/|^pkg\/tool\/|\/go_[^/]*_exec$|\.(bash|sh|pl|rc)$/;
