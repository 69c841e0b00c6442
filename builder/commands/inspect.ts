import { inspectManifest } from '../emit/inspect.ts';
import type { BuildFlags } from '../options.ts';
import { buildWith } from './build.ts';

/** `usegolib inspect <spec>`: every symbol with its signature, or why it is skipped; builds what is missing. */
export async function inspectCommand(spec: string, flags: BuildFlags): Promise<void> {
  const { manifest } = await buildWith([spec], flags);
  const lines = inspectManifest(manifest);
  if (flags.json) {
    process.stdout.write(`${JSON.stringify(lines)}\n`);
    return;
  }
  let heading = '';
  for (const { package: path, symbol, typescript, go, reason, detail } of lines) {
    if (path !== heading) process.stdout.write(`\n${path}\n`);
    heading = path;
    if (reason)
      process.stdout.write(
        `  ${symbol.padEnd(28)} skipped: ${reason}: ${detail}\n${go ? `  ${' '.repeat(28)} ${go}\n` : ''}`,
      );
    else process.stdout.write(`  ${typescript}\n${go ? `      ${go}\n` : ''}`);
  }
}
