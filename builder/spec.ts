import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { BuildError } from '../abi/errors.ts';
import { findLocalModule, isFolderSpec, type LocalModule } from '../manifests/local.ts';

/**
 * What a user names: a module or package with or without a version, a standard library package, a folder. `folder`: there
 * is one of the same name, which may have been meant.
 */
export type Spec =
  | { kind: 'remote'; text: string; path: string; query: string }
  | { kind: 'std'; text: string; path: string; folder?: string }
  | { kind: 'local'; text: string; module: LocalModule };

/** Reads the specs of one command. Equal ones count once. */
export function parseSpecs(texts: string[], cwd: string): Spec[] {
  return [...new Set(texts)].map((text) => parseSpec(text, cwd));
}

export function parseSpec(text: string, cwd: string): Spec {
  if (isFolderSpec(text)) {
    const module = findLocalModule(resolve(cwd, text));
    if (module) return { kind: 'local', text, module };
    throw invalid(text, `${resolve(cwd, text)} is not a folder`);
  }
  const url = /^(?:https?|git|ssh):\/\/(?:[^@/]*@)?([^?#]+?)(?:\.git)?\/?$/.exec(text);
  if (url) throw invalid(text, 'a Go import path has no scheme', url[1]);

  const at = text.lastIndexOf('@');
  const path = at < 0 ? text : text.slice(0, at);
  const query = at < 0 ? '' : text.slice(at + 1);
  if (!/^[A-Za-z0-9_~][\w.~+-]*(\/[\w.~+-]+)*$/.test(path))
    throw invalid(text, `${JSON.stringify(path)} is not a Go import path`);
  if (at >= 0 && !/^[<>]?=?[\w.+/-]+$/.test(query)) throw invalid(text, `${JSON.stringify(query)} is not a version`);
  if (query === 'none' || query.startsWith('-')) throw invalid(text, `@${query} does not name a version`);

  if (isStandard(path)) {
    if (query) throw invalid(text, 'the standard library comes with Go and has no version of its own', path);
    return { kind: 'std', text, path, ...(isFolder(resolve(cwd, path)) && { folder: `./${path}` }) };
  }
  return { kind: 'remote', text, path, query: query || 'latest' };
}

/** Whether the version is final: nobody need be asked what it stands for. */
export function isExact(query: string): boolean {
  return /^v\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?(\+incompatible)?$/.test(query);
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Go keeps import paths without a dot in the first element for itself. */
function isStandard(path: string): boolean {
  return !path.split('/', 1)[0]!.includes('.');
}

function invalid(text: string, problem: string, instead?: string): BuildError {
  const hint = 'A spec is an import path, with @version if need be, or a folder that starts with ./';
  return new BuildError(`cannot read the spec ${JSON.stringify(text)}: ${problem}`, {
    code: 'INVALID_SPEC',
    hint,
    ...(instead && { fix: `npx usegolib build ${instead}` }),
  });
}
