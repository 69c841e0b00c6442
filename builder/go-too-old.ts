import { BuildError } from '../abi/errors.ts';

/** A module needs a newer Go than the one that reads it. `need` is what its go line says: the build starts over with that one. */
export class GoTooOldError extends BuildError {
  readonly need: string;

  constructor(need: string, output: string, command?: string) {
    super(`a newer Go is needed: ${need}`, { code: 'GO_TOO_OLD', output, ...(command && { command }) });
    this.need = need;
  }
}

/** What the go command asks for, if that is why it gave up. */
export function goTooOld(output: string, command?: string): GoTooOldError | undefined {
  const need = /requires go >= (\d+\.\d+(?:\.\d+|rc\d+)?)/.exec(output)?.[1];
  return need ? new GoTooOldError(need, output, command) : undefined;
}
