/**
 * `npm run test:foreign`: libraries for other platforms, loaded and called there, by emulators. Every call of
 * `test/foreign/scene.mjs` must answer as it does on this machine. Words on the command line choose machines by their names.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromNpm } from './foreign/fetch.mjs';
import { machines } from './foreign/machines.mjs';
import { build, differences, play, playHere, project } from './foreign/scene.mjs';
import { command, runSteps } from './steps.mjs';

const host = `${process.platform}-${process.arch}`;
if (host !== 'linux-x64') throw new Error(`the emulators are those of linux-x64, this is ${host}`);
const work = mkdtempSync(join(tmpdir(), 'usegolib-foreign-'));
const store = join(work, 'store');
const words = process.argv.slice(2);
const chosen = machines.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));
if (chosen.length === 0)
  throw new Error(`no machine is called ${words.join(' or ')}: ${machines.map(({ name }) => name).join('; ')}`);

/** @type {import('./foreign/scene.mjs').Results} */
let here = {};

try {
  const steps = [
    { name: 'build', run: () => command(process.execPath, ['scripts/build.mjs']) },
    { name: `the scene on this machine, ${host}`, run: runHere },
    ...chosen.map((machine) => ({ name: machine.name, run: () => runThere(machine) })),
  ];
  const { passed, failed } = runSteps(steps);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed ? 1 : 0;
} finally {
  rmSync(work, { recursive: true, force: true, maxRetries: 5 });
}

function runHere() {
  const wrong = build(store, [host]);
  if (wrong) return wrong;
  const { results, problem } = playHere(join(work, 'here'), store);
  here = results;
  return problem || ('load' in here ? `the library does not load: ${JSON.stringify(here.load)}` : '');
}

/** @param {import('./foreign/machines.mjs').Machine} machine */
function runThere({ name, target, koffi, missing, node, refuses }) {
  const install = missing();
  if (install) return `what it needs is not installed:\n  ${install}`;
  const wrong = build(store, [target]);
  if (wrong) return wrong;
  const scene = project(join(work, name.replace(/\W+/g, '-')), koffi, fromNpm(koffi));
  const { results, problem } = play(node, scene, store);
  if (problem) return problem;
  return refuses ? notRefused(results, refuses) : differences(results, { ...here, target });
}

/**
 * @param {import('./foreign/scene.mjs').Results} results
 * @param {string} code
 */
function notRefused({ load }, code) {
  const { code: got, message = '' } = /** @type {{ code?: string, message?: string }} */ (load ?? {});
  if (got === code && /glibc/.test(message)) return '';
  return `loading must fail with ${code} and name the way out; got ${JSON.stringify(load)}`;
}
