/** An npm registry on the loopback interface: it takes what is published, and gives it to npm, pnpm and Yarn. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { gunzipSync, gzipSync } from 'node:zlib';

/** @typedef {{ manifest: any, bytes: Buffer, hidden: number }} Version `hidden`: how many looks do not show it yet */

export class Registry {
  /** @type {Map<string, Map<string, Version>>} */
  packages = new Map();
  /** `PUT @me/x@1.0.0` and `GET @me/x`, in the order in which they came. @type {string[]} */
  asked = [];
  /** How many looks at a package do not show a version that was just published. */
  delay = 0;
  /** Names that nobody may publish. @type {Set<string>} */
  refused = new Set();
  #server = createServer((request, response) => this.#answer(request, response));

  static async start() {
    const registry = new Registry();
    await new Promise((done) => registry.#server.listen(0, '127.0.0.1', () => done(undefined)));
    return registry;
  }

  get port() {
    return /** @type {import('node:net').AddressInfo} */ (this.#server.address()).port;
  }

  get url() {
    return `http://127.0.0.1:${this.port}/`;
  }

  /** What lets npm publish here. */
  get npmrc() {
    return `registry=${this.url}\n//127.0.0.1:${this.port}/:_authToken=loopback\n`;
  }

  async stop() {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }

  /**
   * Takes a tarball in, as if it had been published long ago.
   * @param {string} file
   */
  add(file) {
    const bytes = readFileSync(file);
    this.#keep(manifestIn(bytes), bytes, 0);
  }

  /**
   * A package with nothing in it but its manifest.
   * @param {any} manifest
   */
  addEmpty(manifest) {
    this.#keep(manifest, tarballOf(JSON.stringify(manifest)), 0);
  }

  /**
   * @param {any} manifest
   * @param {Buffer} bytes
   * @param {number} hidden
   */
  #keep(manifest, bytes, hidden) {
    const versions = this.packages.get(manifest.name) ?? new Map();
    this.packages.set(manifest.name, versions);
    versions.set(manifest.version, { manifest, bytes, hidden });
  }

  /**
   * @param {import('node:http').IncomingMessage} request
   * @param {import('node:http').ServerResponse} response
   */
  async #answer(request, response) {
    const path = decodeURIComponent(new URL(request.url ?? '/', this.url).pathname).slice(1);
    const send = (/** @type {number} */ status, /** @type {any} */ body) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (request.method === 'PUT') return this.#publish(path, await bodyOf(request), send);
    this.asked.push(`GET ${path}`);
    const tarball = /^(.+)\/-\/(.+)\.tgz$/.exec(path);
    if (tarball) {
      const found = this.packages.get(tarball[1])?.get(tarball[2]);
      return found ? response.writeHead(200).end(found.bytes) : send(404, { error: 'not_found' });
    }
    const document = this.#document(path);
    return document ? send(200, document) : send(404, { error: 'not_found' });
  }

  /**
   * @param {string} name
   * @param {Buffer} body
   * @param {(status: number, body: any) => void} send
   */
  #publish(name, body, send) {
    const { versions, _attachments } = JSON.parse(body.toString());
    const [version] = Object.keys(versions);
    this.asked.push(`PUT ${name}@${version}`);
    if (this.refused.has(name)) return send(403, { error: 'refused on purpose' });
    if (this.packages.get(name)?.has(version)) return send(403, { error: 'cannot publish over an existing version' });
    const [attachment] = /** @type {{ data: string }[]} */ (Object.values(_attachments));
    this.#keep(versions[version], Buffer.from(attachment.data, 'base64'), this.delay);
    send(201, { ok: true });
  }

  /** @param {string} name */
  #document(name) {
    const all = [...(this.packages.get(name) ?? [])];
    const shown = all.filter(([, one]) => one.hidden-- <= 0);
    if (shown.length === 0) return undefined;
    const versions = shown.map(([version, { manifest, bytes }]) => [
      version,
      { ...manifest, dist: { ...distOf(bytes), tarball: `${this.url}${name}/-/${version}.tgz` } },
    ]);
    const latest = shown.at(-1)?.[0];
    const time = Object.fromEntries(shown.map(([version]) => [version, '2020-01-01T00:00:00.000Z']));
    return { name, 'dist-tags': { latest }, versions: Object.fromEntries(versions), time };
  }
}

/** @param {Buffer} bytes */
function distOf(bytes) {
  const hash = (/** @type {string} */ name) => createHash(name).update(bytes);
  return { integrity: `sha512-${hash('sha512').digest('base64')}`, shasum: hash('sha1').digest('hex') };
}

/** @param {import('node:http').IncomingMessage} request */
async function bodyOf(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/**
 * The `package.json` in a tarball: npm puts it first or soon after; names in it are short.
 * @param {Buffer} bytes
 */
function manifestIn(bytes) {
  const tar = gunzipSync(bytes);
  for (let at = 0; at + 512 <= tar.length; ) {
    const name = tar.toString('latin1', at, at + 100).replace(/\0.*/s, '');
    const size = Number.parseInt(tar.toString('latin1', at + 124, at + 136), 8) || 0;
    if (name === 'package/package.json') return JSON.parse(tar.toString('utf8', at + 512, at + 512 + size));
    at += 512 + Math.ceil(size / 512) * 512;
  }
  throw new Error('no package.json in the tarball');
}

/**
 * @param {string} manifest
 * @returns {Buffer} a tarball with this `package.json` alone
 */
function tarballOf(manifest) {
  const size = Buffer.byteLength(manifest);
  const header = Buffer.alloc(512);
  /** @type {[at: number, text: string][]} */
  const fields = [
    [0, 'package/package.json'],
    [100, '0000644\0'],
    [124, `${size.toString(8).padStart(11, '0')}\0`],
    [136, '00000000000\0'],
    [148, ' '.repeat(8)],
    [156, '0'],
    [257, 'ustar\x0000'],
  ];
  for (const [at, text] of fields) header.write(text, at, 'latin1');
  const sum = header.reduce((a, b) => a + b);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  const body = Buffer.alloc(Math.ceil(size / 512) * 512 + 1024);
  body.write(manifest);
  return gzipSync(Buffer.concat([header, body]));
}

/**
 * Packs a folder as npm would publish it.
 * @param {string} folder
 * @param {string} to
 * @returns {string} the tarball
 */
export function packFolder(folder, to) {
  const windows = process.platform === 'win32';
  const args = ['pack', folder, '--json', '--ignore-scripts', '--silent', '--pack-destination', to];
  const out = execFileSync(windows ? 'npm.cmd' : 'npm', args, { encoding: 'utf8', shell: windows });
  return `${to}/${Object.values(JSON.parse(out))[0].filename}`;
}
