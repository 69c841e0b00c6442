import { describe, expect, it } from 'vitest';
import { runScript } from './script.ts';

const run = (text: string) => runScript('x.txtar', text, {});

describe('a script', () => {
  it('runs commands on its files', () => {
    run(`# Ensure that files, code and output are seen.
node a.mjs
stdout '^one .two.$'
! stderr .
env K=$WORK/v
3 node b.mjs
stderr 'v$'
exists a.mjs
remove a.mjs
! exists a.mjs
-- a.mjs --
console.log('one "two"')
-- b.mjs --
console.error(process.env.K)
process.exit(3)
`);
  });

  it.each([
    ['node a.mjs', /x.txtar:1: .*\nexit code 3, want 0/],
    ["3 node a.mjs\nstdout 'no'", /x.txtar:2: .*\ndoes not match\nstdout: yes/],
    ["3 node a.mjs\n! stdout 'yes'", /matches/],
    ['exists b', /is not there/],
    ['fly', /no such command: fly/],
  ])('fails at the right line: %s', (lines, message) => {
    expect(() => run(`${lines}\n-- a.mjs --\nconsole.log('yes')\nprocess.exit(3)\n`)).toThrow(message);
  });
});
