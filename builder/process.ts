import { AsyncLocalStorage } from 'node:async_hooks';
import { type ChildProcess, spawn } from 'node:child_process';
import { BuildError } from '../abi/errors.ts';

export interface Command {
  file: string;
  args: string[];
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  /** Written to standard input, which is empty otherwise. */
  input?: string;
}

export interface Ran {
  code: number;
  stdout: string;
  stderr: string;
}

const children = new Set<ChildProcess>();
const temporary = new AsyncLocalStorage<string>();

/** Runs `work`, whose programs put their temporary files into `dir`: a killed compiler leaves them, and whoever removes the folder removes them. */
export function withTemporary<T>(dir: string, work: () => Promise<T>): Promise<T> {
  return temporary.run(dir, work);
}

/** Runs a program to its end, without a shell. Any exit code is a result; only a program that cannot be started throws. */
export function run(command: Command): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const dir = temporary.getStore();
    const child = spawn(command.file, command.args, {
      cwd: command.cwd,
      env: { ...(command.env ?? process.env), ...(dir && { TMPDIR: dir, TMP: dir, TEMP: dir }) },
      stdio: 'pipe',
      windowsHide: true,
    });
    children.add(child);
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
    child.on('error', (cause) => {
      children.delete(child);
      reject(
        new BuildError(`cannot start ${command.file}: ${cause.message}`, { cause, command: commandLine(command) }),
      );
    });
    child.on('close', (code, signal) => {
      children.delete(child);
      const text = Buffer.concat(stderr).toString();
      resolve({
        code: code ?? 1,
        stdout: Buffer.concat(stdout).toString(),
        stderr: signal ? `${text}\nended by ${signal}` : text,
      });
    });
    // A program that fails early closes its input while we still write: its exit code tells more than EPIPE.
    child.stdin.on('error', () => {});
    child.stdin.end(command.input ?? '');
  });
}

/** Ends what is still running, when this process is about to. */
export function stopChildren(): void {
  for (const child of children) child.kill();
}

/** The command as it could be typed. */
export function commandLine({ file, args }: Command): string {
  return [file, ...args]
    .map((word) => (/^[\w@%+=:,./^-]+$/.test(word) ? word : `'${word.replace(/'/g, `'\\''`)}'`))
    .join(' ');
}

/** Whether a process with this id exists. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
