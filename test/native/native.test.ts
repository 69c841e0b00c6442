import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { toolchain } from '../../scripts/go.mjs';
import { root } from '../../scripts/root.mjs';
import { canon } from './canon.ts';
import './cases/decimal.ts';
import './cases/gjson.ts';
import './cases/humanize.ts';
import './cases/markdown.ts';
import './cases/semver.ts';
import './cases/text.ts';
import './cases/uuid.ts';
import { type Group, groups } from './group.ts';

/** `npm run test:modules` makes all the calls; `npm test` those on the smaller modules. Either way it is one library. */
const all = process.env.USEGOLIB_MODULES === 'all';
const files = all ? readdirSync(join(root, 'test/native/cases')) : [];
for (const file of files) await import(`./cases/${basename(file, '.ts')}.ts`);

const shelf: string[] = JSON.parse(readFileSync(join(root, 'test-modules/shelf.json'), 'utf8'));
const specs = [...new Set(groups.flatMap((group) => group.specs))];
const modules = new Map<string, unknown>();
let native = new Map<string, unknown>();

beforeAll(async () => {
  native = callNatively();
  const { importGo } = await import('../../runtime/index.ts');
  const loaded = (await importGo(specs.map(versioned))) as unknown[];
  specs.forEach((spec, index) => {
    modules.set(spec, loaded[index]);
  });
});

describe.each(groups)('$name gives what Go gives', (group: Group) => {
  const names = Object.keys(group.calls(group.specs.map(() => ({}))));
  it.each(names)('%s', (name) => {
    const expected = native.get(`${group.name}: ${name}`);
    expect(expected, 'the Go program has no call of this name').not.toBeUndefined();
    expect(outcome(group, name)).toEqual(expected);
  });
});

it('makes every call that the Go program makes', () => {
  const made = groups.flatMap((group) =>
    Object.keys(group.calls(group.specs.map(() => ({})))).map((name) => `${group.name}: ${name}`),
  );
  expect(made.sort()).toEqual([...native.keys()].sort());
});

/** What a caller sees: the value, the error's message, or the panic's. */
function outcome(group: Group, name: string): unknown {
  const calls = group.calls(group.specs.map((spec) => modules.get(spec)));
  try {
    return canon(calls[name]());
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if (error.name === 'GoPanicError') return { panic: error.message.replace(/^.*?: panic: /, '') };
    if (error.name === 'GoError') return { error: error.message };
    throw error;
  }
}

function callNatively(): Map<string, unknown> {
  const { go, env } = toolchain();
  const out = execFileSync(go, ['run', ...(all ? ['-tags', 'full'] : []), '.'], {
    cwd: join(root, 'test/native/go'),
    env: { ...env, CGO_ENABLED: '0' },
    encoding: 'utf8',
  });
  const lines = out.trimEnd().split('\n');
  return new Map(lines.map((line) => JSON.parse(line)).map(({ name, value }) => [name, value]));
}

/** `golang.org/x/text/cases` → `golang.org/x/text/cases@v0.43.0`; the standard library has no version. */
function versioned(spec: string): string {
  const module = shelf.find((entry) => `${spec}/`.startsWith(`${entry.slice(0, entry.indexOf('@'))}/`));
  return module ? `${spec}${module.slice(module.indexOf('@'))}` : spec;
}
