import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from '../../scripts/root.mjs';
import { misfit } from './published-schema.ts';
import { freeze, readTree, thaw } from './tree.ts';
import { parseTxtar, printTxtar } from './txtar.ts';

/**
 * Runs one script: a `.txtar` whose comment is a list of lines and whose files are laid out in an empty folder first.
 *
 *     # Ensure that …                   a comment
 *     usegolib build ./pricing          must exit with 0
 *     2 usegolib build --nonsense       must exit with 2
 *     node call.mjs                     Node runs a file of the script; `usegolib` is installed beside it
 *     stdout 'a regular expression'     must match what the last command printed
 *     ! stderr 'panic'                  must not match
 *     json build                        standard output must be one document, of the form that is published for that command
 *     cmp stdout want.txt               must be that file of the script, once times, sizes and folders are made equal
 *     env GOPROXY=off                   for the lines below; $WORK is the folder, $NAME what `env` gave
 *     cd pricing                        for the lines below; `cd $WORK` goes back
 *     exists store/x   ·   remove store/x   ·   copy from to   ·   link target name
 *     readonly pricing                  nobody may write there
 *     remember pricing   ·   untouched pricing      every name, byte, mode and time of the tree is as it was
 *
 * @param env what every command of the script gets besides PATH and the shared caches
 * @param update take what `cmp` compares as right
 * @returns the script; with `update`, as it should be
 * @throws Error naming the line that failed, with what the last command printed
 */
export function runScript(name: string, text: string, env: Record<string, string>, update = false): string {
  const { comment, files } = parseTxtar(text);
  const work = realpathSync(mkdtempSync(join(tmpdir(), 'usegolib script ')));
  try {
    for (const [file, content] of files) {
      mkdirSync(dirname(join(work, file)), { recursive: true });
      writeFileSync(join(work, file), content);
    }
    mkdirSync(join(work, 'node_modules'), { recursive: true });
    symlinkSync(root, join(work, 'node_modules/usegolib'), 'junction');
    const run = new Run(work, { ...env, WORK: work, USEGOLIB_ARTIFACT_DIR: join(work, 'store') }, files, update);
    comment.split('\n').forEach((line, index) => {
      run.line(line, `${name}:${index + 1}`);
    });
    return printTxtar({ comment, files });
  } finally {
    thaw(work);
    rmSync(work, { recursive: true, force: true });
  }
}

interface Line {
  args: string[];
  negated: boolean;
  code: number;
  fail: (message: string) => never;
}

class Run {
  private last = { status: 0, stdout: '', stderr: '' };
  private readonly trees = new Map<string, string>();
  private readonly work: string;
  private cwd: string;
  private readonly env: Record<string, string>;
  private readonly files: Map<string, string>;
  private readonly update: boolean;

  constructor(work: string, env: Record<string, string>, files: Map<string, string>, update: boolean) {
    this.work = work;
    this.cwd = work;
    this.env = env;
    this.files = files;
    this.update = update;
  }

  line(line: string, where: string): void {
    const words = split(line).map((word) => word.replace(/\$([A-Z_]+)/g, (whole, name) => this.env[name] ?? whole));
    if (!words.length) return;
    const fail = (message: string): never => {
      throw new Error(`${where}: ${line}\n${message}\nstdout: ${this.last.stdout}\nstderr: ${this.last.stderr}`);
    };
    const negated = words[0] === '!';
    const code = /^\d+$/.test(words[0]) ? Number(words[0]) : 0;
    const [verb, ...args] = negated || code ? words.slice(1) : words;
    const act = this.verbs[verb];
    if (!act) fail(`no such command: ${verb}`);
    act({ args, negated, code, fail });
  }

  private readonly verbs: Record<string, (line: Line) => void> = {
    usegolib: ({ args, ...line }) => this.spawn([join(root, 'dist/cli.js'), ...args], line),
    node: ({ args, ...line }) => this.spawn(args, line),
    stdout: (line) => this.match('stdout', line),
    stderr: (line) => this.match('stderr', line),
    cmp: ({ args: [stream, file], fail }) => {
      const got = comparable(this.last[stream as 'stdout' | 'stderr'], this.work);
      if (this.update) this.files.set(file, got);
      else if (this.files.get(file) !== got) fail(`is not ${file}; npm run update, and read the diff\ngot: ${got}`);
    },
    json: ({ args, fail }) => {
      const problem = misfit(JSON.parse(this.last.stdout), args.join(' '));
      if (problem) fail(problem);
    },
    env: ({ args: [setting] }) => {
      const [key, ...value] = setting.split('=');
      this.env[key] = value.join('=');
    },
    cd: ({ args: [folder] }) => {
      this.cwd = this.path(folder);
    },
    exists: ({ args: [file], negated, fail }) => {
      if (existsSync(this.path(file)) === negated) fail(negated ? 'is there' : 'is not there');
    },
    remove: ({ args: [file] }) => rmSync(this.path(file), { recursive: true }),
    copy: ({ args: [from, to] }) => cpSync(this.path(from), this.path(to), { recursive: true }),
    link: ({ args: [target, name] }) => symlinkSync(this.path(target), this.path(name), 'junction'),
    readonly: ({ args: [folder] }) => freeze(this.path(folder)),
    remember: ({ args: [folder] }) => void this.trees.set(folder, readTree(this.path(folder))),
    untouched: ({ args: [folder], fail }) => {
      const now = readTree(this.path(folder));
      if (this.trees.get(folder) !== now) fail(`was\n${this.trees.get(folder)}\nis\n${now}`);
    },
  };

  private path(name: string): string {
    return name.startsWith(this.work) ? name : join(this.work, name);
  }

  private spawn(args: string[], { code, fail }: Omit<Line, 'args'>): void {
    const env = { ...process.env, ...this.env };
    const done = spawnSync(process.execPath, args, { cwd: this.cwd, encoding: 'utf8', env });
    this.last = { status: done.status ?? -1, stdout: done.stdout, stderr: done.stderr };
    if (this.last.status !== code) fail(`exit code ${done.status ?? done.signal}, want ${code}`);
  }

  private match(stream: 'stdout' | 'stderr', { args: [pattern], negated, fail }: Line): void {
    if (new RegExp(pattern, 'm').test(this.last[stream]) === negated) fail(negated ? 'matches' : 'does not match');
  }
}

/** What a program printed, without what differs from run to run and from machine to machine. */
function comparable(text: string, work: string): string {
  return text
    .replaceAll(work, '$WORK')
    .replace(/[0-9a-f]{32}/g, '$FINGERPRINT')
    .replace(/@local-[0-9a-f]{16}/g, '@local-$FOLDER')
    .replace(/(linux|darwin|windows)-(amd64|arm64)/g, '$TARGET')
    .replace(/go1\.\d+(\.\d+)?(?=[/@ )]|$)/gm, 'go$VERSION')
    .replace(/\bGo 1\.\d+(\.\d+)?/g, 'Go $VERSION')
    .replace(/\d+\.\d (?=s\b|MB\b)/g, 'N ')
    .replace(/("(?:seconds|bytes)":)[\d.]+/g, '$1N')
    .replace(/(?<!\n)$/, '\n');
}

/** Words of a line: blanks separate, single quotes keep together, `#` ends it. */
function split(line: string): string[] {
  const words = line.match(/#.*|'[^']*'|[^\s'#]+/g) ?? [];
  const end = words.findIndex((word) => word.startsWith('#'));
  return (end < 0 ? words : words.slice(0, end)).map((word) => word.replace(/^'(.*)'$/, '$1'));
}
