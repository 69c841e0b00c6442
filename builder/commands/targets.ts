import { existsSync } from 'node:fs';
import { boolean, type Checked, list, object, oneOf, text } from '../../manifests/json-path.ts';
import { hostTarget, nodeName, TARGETS, type Target } from '../../manifests/target.ts';
import { command } from '../command.ts';
import { checkFinding, type Finding } from '../doctor/finding.ts';
import { checkGo, checkZig } from '../doctor/toolchain.ts';

const checkRow = object(
  {
    /** What `--target` takes, as Go and as Node name it. */
    id: text,
    node: text,
    /** The oldest system it runs on: `glibc 2.28`. */
    minimum: text,
    /** Whether this machine loads what is built for it. */
    host: boolean,
    /** Whether a module of Go alone, and one with C code of its own, can be built here. */
    go: boolean,
    c: oneOf('yes', 'no', 'without-frameworks'),
    /** How this project's tests know that it works. */
    proof: oneOf('run', 'emulated', 'structure'),
  },
  { why: text },
);

/** What can be built here. Nothing is fetched. */
export const targets = command({
  name: 'targets',
  about: 'what can be built on this machine, for which others, and what that needs',
  examples: ['targets', 'build ./go/pricing --target all'],
  output: object({ targets: list(checkRow), problems: list(checkFinding) }),
  async run() {
    const problems = [await checkGo(), await checkZig()].filter(({ status }) => status === 'problem');
    const rows = TARGETS.map((target) => describe(target, problems));
    return {
      json: { targets: rows, problems },
      text: rows.map(print).join(''),
      ...(problems.length > 0 && { code: 3 }),
    };
  },
});

type Row = Checked<typeof checkRow>;

function describe(target: Target, problems: Finding[]): Row {
  const { id, measure, minimum, proof } = target;
  const go = problems.length === 0;
  const common = {
    id,
    node: nodeName(target),
    minimum: `${measure} ${minimum}`,
    host: target === hostTarget(),
    go,
    proof,
  };
  if (!go) return { ...common, c: 'no', why: problems.map(({ message }) => message).join('; ') };
  const why = sdkNeeded(target);
  return why ? { ...common, c: 'without-frameworks', why } : { ...common, c: 'yes' };
}

/** Go's own packages name what they import of Apple's libraries; what a module's C may use, only the SDK tells. */
function sdkNeeded({ sdk }: Target): string | undefined {
  const folder = sdk && process.env[sdk];
  if (!sdk || (folder && existsSync(folder))) return undefined;
  return folder
    ? `${sdk} names ${folder}, which does not exist`
    : `C code that uses Apple's frameworks needs Apple's SDK: ${sdk} names its folder`;
}

const PROOFS = {
  run: 'run by the tests',
  emulated: 'run by the tests in an emulator',
  structure: 'checked by structure',
};

function print({ id, node, minimum, host, go, why, proof }: Row): string {
  const built = go ? `built here, ${host ? 'loaded here' : PROOFS[proof]}` : 'cannot be built here';
  return `${id.padEnd(15)}${node.padEnd(14)}${minimum.padEnd(14)}${built}${why ? `\n${' '.repeat(43)}${why}` : ''}\n`;
}
