import { BuildError } from '../../abi/errors.ts';
import { anything, object } from '../../manifests/json-path.ts';
import type { Package, Schema } from '../../manifests/schema.ts';
import { command } from '../command.ts';
import { readArguments } from '../json/argument.ts';
import { printJson } from '../json/print.ts';
import type { BuildFlags } from '../options.ts';
import { parseSpec, type Spec } from '../spec.ts';
import { startRuntime } from '../start-runtime.ts';
import { BUILD_OPTIONS, buildWith } from './build.ts';

/** Builds if need be, calls one function, or reads a variable or constant, and prints what it gives. */
export const x = command({
  name: 'x',
  about: 'call one function: builds if need be, prints the result as JSON',
  words: [
    ['<spec>', 'module or package, with @version if need be; or ./folder'],
    ['<name>', 'a function; or a variable or constant'],
    ['[json...]', 'its arguments: JSON, or plain text where text or bytes are wanted'],
  ],
  options: [...BUILD_OPTIONS, ['--raw', 'print text and bytes as they are']],
  examples: [
    'x github.com/dustin/go-humanize Bytes 82854982',
    `x strings Join '["a", "b"]' -`,
    'x ./go/pricing Total \'{"items": [{"price": 12}]}\'',
  ],
  output: object({ result: anything }),
  async run(word: string, name: string, words: string[], { raw, ...flags }: BuildFlags & { raw?: boolean }) {
    const { folder, manifest } = await buildWith([word], flags);
    const { schema } = manifest;
    const path = packageOf(parseSpec(word, process.cwd()));
    const { loadArtifact, importGo } = await startRuntime();
    await loadArtifact(folder);
    const module = await importGo(path);
    const found = schema.packages.find((one) => one.path === path)!;
    const result = await take(module, found, schema, name, words, word);
    // A document says null where nothing comes back.
    const json = { result: result ?? null };
    if (raw && (typeof result === 'string' || result instanceof Uint8Array)) return { json, text: result };
    return { json, text: result === undefined ? '' : `${printJson(result, 2)}\n` };
  },
});

async function take(
  module: Readonly<Record<string, unknown>>,
  pkg: Package,
  schema: Schema,
  name: string,
  words: string[],
  spec: string,
): Promise<unknown> {
  const func = pkg.functions?.find((one) => one.name === name);
  if (func) return (module[name] as (...args: unknown[]) => unknown)(...readArguments(words, func, schema));
  const values = [...(pkg.constants ?? []), ...(pkg.variables ?? [])];
  if (values.some((one) => one.name === name)) return module[name];
  const skip = pkg.skips?.some(({ on, members }) => !on && members.some((one) => one.name === name));
  if (skip) return (module[name] as () => unknown)();
  throw new BuildError(`${pkg.path} has no function, variable or constant ${name}`, {
    code: 'SYMBOL_NOT_FOUND',
    module: pkg.path,
    fix: `npx usegolib inspect ${spec}`,
  });
}

function packageOf(spec: Spec): string {
  return spec.kind === 'local' ? spec.module.package : spec.path;
}
