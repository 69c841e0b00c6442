import { list, object, text } from '../../manifests/json-path.ts';
import { command } from '../command.ts';
import { type Inspected, inspectManifest } from '../emit/inspect.ts';
import type { BuildFlags } from '../options.ts';
import { BUILD_OPTIONS, buildWith } from './build.ts';

/** Every symbol with its signature, or why it is skipped; builds what is missing. */
export const inspect = command({
  name: 'inspect',
  about: 'every symbol: its TypeScript and Go signature, or why it is skipped',
  words: [['<spec>', 'module or package, with @version if need be; or ./folder']],
  options: BUILD_OPTIONS,
  examples: ['inspect github.com/google/uuid', 'inspect ./go/pricing'],
  output: list(object({ package: text, symbol: text }, { typescript: text, go: text, reason: text, detail: text })),
  async run(spec: string, flags: BuildFlags) {
    const { manifest } = await buildWith([spec], flags);
    const symbols = inspectManifest(manifest);
    return { json: symbols, text: print(symbols) };
  },
});

function print(symbols: Inspected[]): string {
  const out: string[] = [];
  let heading = '';
  for (const { package: path, symbol, typescript, go, reason, detail } of symbols) {
    if (path !== heading) out.push('', path);
    heading = path;
    if (reason) out.push(`  ${symbol.padEnd(28)} skipped: ${reason}: ${detail}`);
    else out.push(`  ${typescript}`);
    if (go) out.push(reason ? `  ${' '.repeat(28)} ${go}` : `      ${go}`);
  }
  return out.map((line) => `${line}\n`).join('');
}
