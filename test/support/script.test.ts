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

  it('sees what a command did to a tree', () => {
    const touch = (act: string) => () => run(`remember d\n${act}\nuntouched d\n-- d/a --\n1\n-- b --\n1\n-- c/x --\n`);
    touch('readonly c')();
    expect(touch('copy b d/a')).toThrow(/x.txtar:3: untouched d\nwas/);
    expect(touch('copy b d/b')).toThrow(/is\n/);
    expect(touch('readonly d')).toThrow(/untouched/);
  });

  it('holds output against a file of its own, and takes it over on request', () => {
    const script = (text: string) =>
      `node a.mjs\ncmp stdout want\n-- a.mjs --\nconsole.log(process.cwd(), '1.5 s')\n${text}`;
    const right = script('-- want --\n$WORK N s\n');
    expect(run(right)).toBe(right);
    expect(() => run(script('-- want --\n'))).toThrow(/x.txtar:2: .*\nis not want; npm run update/);
    expect(runScript('x.txtar', script('-- want --\n'), {}, true)).toBe(right);
  });

  it('changes folders, copies, links', () => {
    run(`cd d\nnode a.mjs\nlink d e\ncd e\nnode a.mjs\ncd $WORK\ncopy d f\nnode f/a.mjs\n-- d/a.mjs --\n`);
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
