import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from '../../scripts/root.mjs';
import { parseTxtar } from './txtar.ts';

/**
 * Runs one script: a `.txtar` whose comment is a list of lines and whose files are laid out in an empty folder first.
 *
 *     # Ensure that …                   a comment
 *     usegolib build ./pricing          must exit with 0
 *     2 usegolib build --nonsense       must exit with 2
 *     node call.mjs                     Node runs a file of the script; `usegolib` is installed beside it
 *     stdout 'a regular expression'     must match what the last command printed
 *     ! stderr 'panic'                  must not match
 *     env GOPROXY=off                   for the lines below; $WORK is the folder
 *     exists store/x   ·   remove store/x
 *
 * @param env what every command of the script gets besides PATH and the shared caches
 * @throws Error naming the line that failed, with what the last command printed
 */
export function runScript(name: string, text: string, env: Record<string, string>): void {
  const { comment, files } = parseTxtar(text);
  const work = mkdtempSync(join(tmpdir(), 'usegolib script '));
  try {
    for (const [file, content] of files) {
      mkdirSync(dirname(join(work, file)), { recursive: true });
      writeFileSync(join(work, file), content);
    }
    mkdirSync(join(work, 'node_modules'), { recursive: true });
    symlinkSync(root, join(work, 'node_modules/usegolib'), 'junction');
    const run = new Run(work, { ...env, WORK: work, USEGOLIB_ARTIFACT_DIR: join(work, 'store') });
    comment.split('\n').forEach((line, index) => {
      run.line(line, `${name}:${index + 1}`);
    });
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

class Run {
  private last = { status: 0, stdout: '', stderr: '' };
  private readonly work: string;
  private readonly env: Record<string, string>;

  constructor(work: string, env: Record<string, string>) {
    this.work = work;
    this.env = env;
  }

  line(line: string, where: string): void {
    const words = split(line).map((word) => word.replaceAll('$WORK', this.work));
    if (!words.length) return;
    const fail = (message: string) => {
      throw new Error(`${where}: ${line}\n${message}\nstdout: ${this.last.stdout}\nstderr: ${this.last.stderr}`);
    };
    const negated = words[0] === '!';
    const code = /^\d+$/.test(words[0]) ? Number(words[0]) : 0;
    const [verb, ...args] = negated || code ? words.slice(1) : words;
    if (verb === 'usegolib' || verb === 'node') {
      const file = verb === 'usegolib' ? [join(root, 'dist/cli.js')] : [];
      const env = { ...process.env, ...this.env };
      const done = spawnSync(process.execPath, [...file, ...args], { cwd: this.work, encoding: 'utf8', env });
      this.last = { status: done.status ?? -1, stdout: done.stdout, stderr: done.stderr };
      if (this.last.status !== code) fail(`exit code ${done.status ?? done.signal}, want ${code}`);
    } else if (verb === 'stdout' || verb === 'stderr') {
      if (new RegExp(args[0], 'm').test(this.last[verb]) === negated) fail(negated ? 'matches' : 'does not match');
    } else if (verb === 'env') {
      const [key, ...value] = args[0].split('=');
      this.env[key] = value.join('=');
    } else if (verb === 'exists') {
      if (existsSync(join(this.work, args[0])) === negated) fail(negated ? 'is there' : 'is not there');
    } else if (verb === 'remove') {
      rmSync(join(this.work, args[0]), { recursive: true });
    } else fail(`no such command: ${verb}`);
  }
}

/** Words of a line: blanks separate, single quotes keep together, `#` ends it. */
function split(line: string): string[] {
  const words = line.match(/#.*|'[^']*'|[^\s'#]+/g) ?? [];
  const end = words.findIndex((word) => word.startsWith('#'));
  return (end < 0 ? words : words.slice(0, end)).map((word) => word.replace(/^'(.*)'$/, '$1'));
}
