import { BuildError } from '../../abi/errors.ts';
import type { LocalModule } from '../../manifests/local.ts';
import { goTooOld } from '../go-too-old.ts';

/** A remote spec, as far as an error about it needs to know. */
interface Named {
  text: string;
  path: string;
  query: string;
}

interface Explained {
  code: string;
  message: string;
  hint: string;
  fix?: string | undefined;
}

/** Turns what the go command said about specs into an error that names the spec and what to do. */
export function explain(output: string, command: string, specs: Named[]): BuildError {
  const tooOld = goTooOld(output, command);
  if (tooOld) return tooOld;
  const spec = specs.find(({ path }) => mentions(output, path)) ?? specs[0]!;
  return error(remoteFailure(output, spec), spec.path, output, command);
}

/** The same for folders: what the go command said when it read their go.mod. */
export function explainLocal(
  output: string,
  command: string,
  specs: { text: string; module: LocalModule }[],
): BuildError {
  const tooOld = goTooOld(output, command);
  if (tooOld) return tooOld;
  const { text, module } = specs.find((spec) => output.includes(spec.module.dir)) ?? specs[0]!;
  const explained = /errors parsing|no module declaration|go\.mod:\d+:/.test(output)
    ? {
        code: 'GO_MOD_INVALID',
        message: `${module.dir}/go.mod cannot be read`,
        hint: 'Go says which line it refuses.',
      }
    : { code: 'RESOLVE_FAILED', message: `cannot resolve ${text}`, hint: 'The go command says why.' };
  return error(explained, module.path || module.dir, output, command);
}

function error({ code, message, hint, fix }: Explained, module: string, output: string, command: string): BuildError {
  return new BuildError(message, { code, module, command, output: output.trim(), hint, ...(fix && { fix }) });
}

function remoteFailure(output: string, { text, path, query }: Named): Explained {
  const declared = /module declares its path as: (\S+)/.exec(output)?.[1];
  if (declared) {
    return {
      code: 'MODULE_PATH_MISMATCH',
      message: `${path} is the module ${declared} under another name`,
      hint: 'Go imports a module by the path it declares.',
      fix: `npx usegolib build ${declared}${text === path ? '' : `@${query}`}`,
    };
  }
  const [, needing, needed, asked] =
    /(\S+@\S+)(?: \(matching \S+\))? requires (\S+@\S+), not (\S+@\S+)/.exec(output) ?? [];
  if (needed) {
    return {
      code: 'REQUIREMENT_CONFLICT',
      message: `${asked} cannot be in one library with ${needing}, which needs ${needed}`,
      hint: 'A library holds one version of each module.',
      fix: `npx usegolib build ${needing} ${needed}`,
    };
  }
  if (/does not contain package/.test(output)) {
    const module = /module (\S+?)@/.exec(output)?.[1];
    return {
      code: 'PACKAGE_NOT_FOUND',
      message: `there is no package ${path} in its module`,
      hint: `${module ?? 'The module'} exists, the package does not (or not in this version).`,
      fix: module && `npx usegolib inspect ${module}`,
    };
  }
  if (NETWORK.test(output)) {
    return {
      code: 'NETWORK',
      message: `cannot download ${text}: the module proxy cannot be reached`,
      hint: 'Check the network and GOPROXY; what is in Go’s module cache is used without it.',
      fix: 'go env GOPROXY',
    };
  }
  if (NOT_ALLOWED.test(output)) {
    return {
      code: 'MODULE_NOT_ALLOWED',
      message: `not allowed to read ${text}`,
      hint: 'For a private module set GOPRIVATE and give git or .netrc the credentials.',
      fix: `go env -w GOPRIVATE=${path.split('/').slice(0, 2).join('/')}`,
    };
  }
  if (/checksum mismatch|SECURITY ERROR/.test(output)) {
    return {
      code: 'CHECKSUM_MISMATCH',
      message: `${text} is not what the checksum database says it is`,
      hint: 'Somebody changed the version after it was published, or a proxy did; do not use it before you know which.',
    };
  }
  const versions = `go list -m -versions ${path}`;
  if (NOT_FOUND.test(output)) {
    return {
      code: 'MODULE_NOT_FOUND',
      message: `cannot find ${text}`,
      hint: 'The path or the version does not exist, or a module it needs cannot be had; an older version may build.',
      fix: versions,
    };
  }
  return {
    code: 'RESOLVE_FAILED',
    message: `cannot resolve ${text}`,
    hint: 'The go command says why; an older version may build.',
    fix: versions,
  };
}

/** Whether the same may succeed at another time; what GOPROXY=off forbids will not. */
export function isNetworkFailure(output: string): boolean {
  return NETWORK.test(output) && !output.includes('GOPROXY=off');
}

/** A proxy that answers 5xx is as good as none. */
const NETWORK =
  /dial tcp|no such host|connection (?:refused|reset)|i\/o timeout|network is unreachable|TLS handshake|x509:|GOPROXY=off|: 50\d /;
const NOT_ALLOWED = /could not read Username|terminal prompts disabled|: 401 |Permission denied|Authentication failed/;
const NOT_FOUND =
  /unknown revision|no matching versions|: 4\d\d |not found|no such file or directory|unrecognized import path|invalid version|malformed module path|disallowed version string|invalid github\.com import path/;

/** Whether a text names this path, and not only a longer one. */
function mentions(output: string, path: string): boolean {
  const at = output.indexOf(path);
  return at >= 0 && !/[\w/.-]/.test(output[at + path.length] ?? ' ');
}
