import { BuildError } from '../../abi/errors.ts';
import type { Go } from '../toolchain/go.ts';

/** The module needs a newer Go than the one that was asked. `need` is what its go line says. */
export class GoTooOldError extends BuildError {
  readonly need: string;

  constructor(need: string, output: string, command: string) {
    super(`a newer Go is needed: ${need}`, { code: 'GO_TOO_OLD', output, command });
    this.need = need;
  }
}

interface Named {
  text: string;
  path: string;
  query: string;
}

/** Turns what the go command said about specs into an error that names the spec and what to do. */
export async function explain(output: string, command: string, specs: Named[], _go: Go): Promise<BuildError> {
  const need = /requires go >= (\d+\.\d+(?:\.\d+|rc\d+)?)/.exec(output)?.[1];
  if (need) return new GoTooOldError(need, output, command);

  const spec = specs.find(({ path }) => output.includes(path)) ?? specs[0]!;
  const fail = (code: string, message: string, hint: string, fix?: string) =>
    new BuildError(message, { code, module: spec.path, command, output: output.trim(), hint, ...(fix && { fix }) });

  const declared = /module declares its path as: (\S+)/.exec(output)?.[1];
  if (declared) {
    return fail(
      'MODULE_PATH_MISMATCH',
      `${spec.path} is the module ${declared} under another name`,
      'Go imports a module by the path it declares.',
      `npx usegolib build ${declared}`,
    );
  }
  if (
    /dial tcp|no such host|connection refused|i\/o timeout|network is unreachable|TLS handshake|GOPROXY=off/.test(
      output,
    )
  ) {
    return fail(
      'NETWORK',
      `cannot download ${spec.text}: the module proxy cannot be reached`,
      'Check the network and GOPROXY; what is in Go’s module cache is used without it.',
      'go env GOPROXY',
    );
  }
  if (/does not contain package/.test(output)) {
    const module = /module (\S+?)@/.exec(output)?.[1];
    return fail(
      'PACKAGE_NOT_FOUND',
      `there is no package ${spec.path} in its module`,
      `${module ?? 'The module'} exists, the package does not (or not in this version).`,
      module && `npx usegolib inspect ${module}`,
    );
  }
  if (/could not read Username|terminal prompts disabled|401 Unauthorized|Permission denied/.test(output)) {
    return fail(
      'MODULE_NOT_ALLOWED',
      `not allowed to read ${spec.text}`,
      'For a private module set GOPRIVATE and give git or .netrc the credentials.',
      `go env -w GOPRIVATE=${spec.path.split('/').slice(0, 2).join('/')}`,
    );
  }
  if (
    /unknown revision|no matching versions|403 Forbidden|404 Not Found|410 Gone|not found|unrecognized import path|invalid version/.test(
      output,
    )
  ) {
    return fail(
      'MODULE_NOT_FOUND',
      `cannot find ${spec.text}`,
      'The path or the version does not exist, or a module it needs cannot be had; an older version may build.',
      `go list -m -versions ${spec.path}`,
    );
  }
  return fail(
    'RESOLVE_FAILED',
    `cannot resolve ${spec.text}`,
    'The go command says why; an older version may build.',
    `go list -m -versions ${spec.path}`,
  );
}
