import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeProgram } from './cli/program.ts';
import { COMMANDS } from './commands.ts';
import { completionScript, SHELLS } from './completion.ts';
import { findOnPath } from './toolchain/find.ts';

const program = makeProgram(COMMANDS, '1.0.0', () => {});

/** What bash offers after these words, the last of which is begun; in an empty folder. */
function bash(...words: string[]): string[] {
  const dir = mkdtempSync(join(tmpdir(), 'completion-'));
  try {
    writeFileSync(join(dir, 'script'), completionScript('bash', program));
    const line = ['usegolib', ...words].map((word) => `'${word}'`).join(' ');
    const ask = `. ./script; COMP_WORDS=(${line}); COMP_CWORD=${words.length}; _usegolib; printf '%s\\n' "\${COMPREPLY[@]}"`;
    return execFileSync('bash', ['--norc', '-c', ask], { cwd: dir, encoding: 'utf8' }).trim().split('\n');
  } finally {
    rmSync(dir, { recursive: true });
  }
}

describe.skipIf(!findOnPath('bash'))('bash', () => {
  test('completes a command, and the commands of a group', () => {
    expect(bash('ins')).toEqual(['inspect']);
    expect(bash('artifact', 're')).toEqual(['rebuild']);
    expect(bash('cache', '')).toEqual(['ls', 'gc', 'verify', 'help', '--help']);
  });

  test('completes the options of the command, whatever stands between', () => {
    expect(bash('build', './m', '--rec')).toEqual(['--records']);
    expect(bash('artifact', 'rm', 'example.org/m@v1.0.0', '--y')).toEqual(['--yes']);
  });

  test('completes the words that an argument may be', () => {
    expect(bash('completion', '')).toEqual([...SHELLS, '--json', '--help']);
  });
});

describe.each(SHELLS)('the script for %s', (shell) => {
  const script = completionScript(shell, program);

  test('knows every command', () => {
    for (const { name } of COMMANDS) expect(script).toMatch(new RegExp(`\\b${name}\\b`));
  });

  test.skipIf(!findOnPath(shell))('is one that the shell can read', () => {
    execFileSync(shell, ['-n'], { input: script });
  });
});
