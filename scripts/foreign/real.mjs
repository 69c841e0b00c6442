/**
 * The same scene on real machines, for the workflow: one Linux machine builds for all, every other one plays.
 *
 *     node scripts/foreign/real.mjs build <folder>    the libraries for every target, and what the calls answer here
 *     node scripts/foreign/real.mjs play <folder>     loads those of this machine, and compares
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { root } from '../root.mjs';
import { command, runSteps } from '../steps.mjs';
import { build, differences, playHere } from './scene.mjs';

const [act, to = 'foreign'] = process.argv.slice(2);
const folder = resolve(to);
const store = join(folder, 'store');
const answers = join(folder, 'answers.json');
const work = mkdtempSync(join(tmpdir(), 'usegolib-real-'));

const pack = { name: 'usegolib', run: () => command(process.execPath, [join(root, 'scripts/build.mjs')]) };
const buildAll = { name: 'libraries for all targets', run: () => build(store, ['all']) };
const answer = {
  name: 'what the calls answer here',
  run() {
    const { results, problem } = playHere(work, store);
    writeFileSync(answers, JSON.stringify(results));
    return problem;
  },
};
const compare = {
  name: `the scene on ${process.platform}-${process.arch}, Node ${process.version}`,
  run() {
    const want = JSON.parse(readFileSync(answers, 'utf8'));
    const { results, problem } = playHere(work, store);
    const system = process.platform === 'win32' ? 'windows' : process.platform;
    const target = `${system}-${process.arch === 'x64' ? 'amd64' : process.arch}`;
    return problem || differences(results, { ...want, target });
  },
};

const { passed, failed } = runSteps(act === 'build' ? [pack, buildAll, answer] : [pack, compare]);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
rmSync(work, { recursive: true, force: true, maxRetries: 5 });
