import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Outcome } from './child.ts';
import type { Registry } from './registry.mjs';

const windows = process.platform === 'win32';

/** An empty project that knows one registry, the one on the loopback interface, and has a cache of its own. */
export class Project {
  readonly dir: string;

  constructor(registry: Registry) {
    this.dir = mkdtempSync(join(tmpdir(), 'usegolib project '));
    const settings = `cache=${join(this.dir, '.npm')}\naudit=false\nfund=false\nupdate-notifier=false\n`;
    this.write('.npmrc', registry.npmrc + settings);
    this.write('package.json', '{ "name": "project", "private": true, "type": "module" }');
  }

  write(name: string, text: string): void {
    writeFileSync(join(this.dir, name), text);
  }

  npm(...args: string[]): Promise<Outcome> {
    return this.run(windows ? 'npm.cmd' : 'npm', args);
  }

  node(...args: string[]): Promise<Outcome> {
    return this.run(process.execPath, args);
  }

  /** The registry answers in this process: a command must not stop it. */
  async run(file: string, args: string[], env: Record<string, string> = {}): Promise<Outcome> {
    const shell = file.endsWith('.cmd');
    const child = spawn(file, args, { cwd: this.dir, shell, env: { ...environment(), ...env } });
    const outcome: Outcome = { code: null, signal: null, stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text) => (outcome.stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text) => (outcome.stderr += text));
    [outcome.code, outcome.signal] = await new Promise((done) => child.on('close', (...end) => done(end)));
    return outcome;
  }
}

/** Without what npm tells its scripts, which the inner npm would obey. */
function environment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)));
}
