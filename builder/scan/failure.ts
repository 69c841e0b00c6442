import { BuildError } from '../../abi/errors.ts';
import { cFailure } from '../c-failure.ts';
import { goTooOld } from '../go-too-old.ts';

/** The scanner's last line of standard error is its failure as JSON; anything else is a defect of ours. */
export function scanFailure(stderr: string): BuildError {
  const line = stderr.trim().split('\n').at(-1) ?? '';
  let said: { code: string; message: string; command?: string; output?: string; hint?: string };
  try {
    said = JSON.parse(line);
  } catch {
    return new BuildError('internal error: the scanner failed', { code: 'INTERNAL', output: stderr });
  }
  const { code, message, command, hint } = said;
  const output = (said.output ?? '').trim();
  const missing = MISSING.exec(output)?.[1];
  return (
    goTooOld(output, command) ??
    cFailure(output, command) ??
    new BuildError(missing ? `no go.mod lists the module of ${missing}, which is imported` : message, {
      code: missing ? 'GO_MOD_INCOMPLETE' : code,
      ...(command && { command }),
      ...(output && { output }),
      ...(missing ? { hint: 'A build never changes your go.mod or go.sum.', fix: 'go mod tidy' } : hint && { hint }),
    })
  );
}

/** What the go command says of an import no requirement covers, where it may not add one. */
const MISSING = /(?:cannot find module providing|no required module provides) package ([^\s:;]+)/;
