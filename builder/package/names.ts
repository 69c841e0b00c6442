import { posix } from 'node:path';
import { BuildError } from '../../abi/errors.ts';
import type { ManifestModule } from '../../manifests/manifest.ts';
import { escapeCapitals } from '../../manifests/store.ts';
import type { Target } from '../../manifests/target.ts';

/** `@me/goldmark`, by npm's rules for new packages. */
export function checkName(name: string): string {
  if (/^(@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/.test(name) && name.length <= 214 - 20) return name;
  throw new BuildError(`${JSON.stringify(name)} is not a name for an npm package`, {
    code: 'INVALID_OPTION',
    hint: 'Small letters, digits and dashes, with a scope of yours before it: @me/goldmark',
  });
}

/**
 * The version of the packages: what was asked for, else the Go module's own without its `v`.
 *
 * @throws BuildError for a local module, which has none
 */
export function versionFor(asked: string | undefined, { path, version }: ManifestModule): string {
  const text = asked ?? version.replace(/^v/, '').replace(/\+incompatible$/, '');
  if (/^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/.test(text)) return text;
  const problem =
    asked === undefined
      ? `${path} has no version of its own that npm could use (${version})`
      : `${asked} is not a version`;
  throw new BuildError(problem, { code: 'INVALID_OPTION', hint: 'Name one: --version 1.0.0' });
}

/** `linux-x64-gnu`: as Node names the platform, with the C library where there are several. */
export function platformId({ platform, arch, libc }: Target): string {
  return `${platform}-${arch}${libc === 'glibc' ? '-gnu' : ''}`;
}

export function platformPackage(name: string, target: Target): string {
  return `${name}-${platformId(target)}`;
}

/** The modules with the one first that has the package. */
export function mainFirst(modules: readonly ManifestModule[], main: string): ManifestModule[] {
  const within = ({ path, packages }: ManifestModule) => packages.includes(main) || path === main;
  return [...modules].sort((a, b) => Number(within(b)) - Number(within(a)));
}

/**
 * Where each Go package is found: sub-path → import path. `main` is `.`, others of its module, the first one, are called by
 * their path in it, those of further modules by their import path.
 */
export function subPaths([first, ...others]: readonly ManifestModule[], main: string): Map<string, string> {
  const found = new Map<string, string>();
  const { path, packages } = first!;
  if (packages.includes(main)) found.set('.', main);
  for (const one of packages) {
    if (one !== path) found.set(path === 'std' ? `./${one}` : `.${one.slice(path.length)}`, one);
  }
  for (const one of others.flatMap((module) => module.packages)) found.set(`./${one}`, one);
  return found;
}

/** The file of a Go package in the wrapper, without its ending: `go/github.com/yuin/goldmark`. */
export function fileOfPackage(path: string): string {
  return `go/${escapeCapitals(path)}`;
}

/** How one file of the wrapper names another in an import. */
export function relativeTo(file: string, other: string): string {
  const path = posix.relative(posix.dirname(file), other);
  return path.startsWith('.') ? path : `./${path}`;
}
