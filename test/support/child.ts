import { execFileSync, spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { root } from '../../scripts/root.mjs';

/** How a process ended, and what it said. */
export interface Outcome {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

export interface ChildOptions {
  /** For Node itself, before the script. */
  flags?: string[];
  /** Which Node. Default: this one. */
  node?: string;
  /** Close the reading end of its standard output before it may begin: it waits for the end of its standard input. */
  deaf?: boolean;
  /** Beside those of this process. */
  env?: Record<string, string>;
}

/** Runs a script in a process of its own, so that its end is something to look at. The minutes only end what hangs. */
export async function runChild(script: string, args: string[], options: ChildOptions = {}): Promise<Outcome> {
  const { flags = [], node = process.execPath, deaf = false, env } = options;
  const child = spawn(node, [...flags, script, ...args], {
    timeout: (process.env['USEGOLIB_STRESS'] === 'all' ? 30 : 5) * 60_000,
    killSignal: 'SIGKILL',
    env: { ...process.env, ...env },
  });
  const outcome: Outcome = { code: null, signal: null, stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text) => (outcome.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text) => (outcome.stderr += text));
  if (deaf) {
    await new Promise((resolve) => child.stdout.once('close', resolve).destroy());
  }
  child.stdin.end();
  [outcome.code, outcome.signal] = await new Promise((resolve) => child.on('close', (...end) => resolve(end)));
  return outcome;
}

/** What a script that must end well printed as JSON. */
export async function answer(script: string, args: string[], options?: ChildOptions): Promise<any> {
  const { code, signal, stdout, stderr } = await runChild(script, args, options);
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code ?? signal}\n${stdout}\n${stderr}`);
  return JSON.parse(stdout);
}

/** Builds a folder of Go with our own command, and returns the artifact's folder. */
export function buildFolder(folder: string): string {
  const out = execFileSync(process.execPath, [join(root, 'dist/cli.js'), 'build', '--json', join(root, folder)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return dirname(JSON.parse(out).manifest);
}
