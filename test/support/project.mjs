/** A project of a stranger: an empty folder with its own settings, in which package managers and programs run. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const windows = process.platform === 'win32';

export class Project {
  dir = mkdtempSync(join(tmpdir(), 'usegolib project '));
  /** Beside those of this process. @type {Record<string, string>} */
  env = {};

  /**
   * It knows one registry, the one on the loopback interface, and has a cache of its own.
   * @param {import('./registry.mjs').Registry} registry
   */
  constructor(registry) {
    const settings = `cache=${join(this.dir, '.npm')}\naudit=false\nfund=false\nupdate-notifier=false\n`;
    this.write('.npmrc', registry.npmrc + settings);
    this.write('package.json', '{ "name": "project", "private": true, "type": "module" }');
  }

  /**
   * @param {string} name
   * @param {string} text
   */
  write(name, text) {
    writeFileSync(join(this.dir, name), text);
  }

  remove() {
    rmSync(this.dir, { recursive: true, force: true });
  }

  /** @param {string[]} args */
  npm(...args) {
    return this.run(windows ? 'npm.cmd' : 'npm', args);
  }

  /** @param {string[]} args */
  node(...args) {
    return this.run(process.execPath, args);
  }

  /**
   * Runs a program to its end, while the registry of this process answers.
   * @param {string} file
   * @param {string[]} args
   * @param {Record<string, string>} [env]
   */
  async run(file, args, env = {}) {
    const settings = { cwd: this.dir, shell: file.endsWith('.cmd'), env: { ...inherited(), ...this.env, ...env } };
    const child = spawn(file, args, { ...settings, timeout: 300_000, killSignal: 'SIGKILL' });
    const ran = { code: -1, stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text) => (ran.stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text) => (ran.stderr += text));
    child.stdin.end();
    ran.code = await new Promise((done, fail) => child.on('error', fail).on('close', (code) => done(code ?? -1)));
    return ran;
  }
}

/** Without what npm tells its scripts, which the inner npm would obey. */
function inherited() {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)));
}
