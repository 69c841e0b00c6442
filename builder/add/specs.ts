import { join, resolve } from 'node:path';
import { BuildError } from '../../abi/errors.ts';
import { findLocalModule, isFolderSpec } from '../../manifests/local.ts';
import type { Project } from '../project.ts';
import { parseSpec, type Spec } from '../spec.ts';

/** A spec, and the folder that a relative one starts from. */
export interface From {
  spec: Spec;
  from: string;
}

/** What is recorded, with the new ones in the place of what they replace. @throws BuildError where that is nothing. */
export function merge({ dir, modules }: Project, words: string[], cwd: string): From[] {
  const all = [
    ...modules.map((text) => ({ spec: parseSpec(text, dir), from: dir })),
    ...words.map((text) => ({ spec: parseSpec(text, cwd), from: cwd })),
  ];
  if (all.length === 0) throw nothing(dir);
  return [...new Map(all.map((one) => [keyOf(one.spec), one])).values()];
}

function keyOf(spec: Spec): string {
  return spec.kind === 'local' ? spec.module.package : spec.path;
}

/** What a project has recorded without these. @throws BuildError for one that it has not. */
export function without({ dir, modules }: Project, words: string[], cwd: string): string[] {
  const gone = new Set(words.map((word) => recordedKey(word, cwd)));
  const left = modules.filter((text) => !gone.delete(recordedKey(text, dir)));
  if (gone.size === 0) return left;
  throw new BuildError(`${[...gone].join(', ')} is not recorded in ${join(dir, 'package.json')}`, {
    code: 'USAGE',
    hint: `It has ${modules.join(', ') || 'no modules'}.`,
  });
}

/** A folder that is gone can be taken out, too. */
function recordedKey(text: string, from: string): string {
  const folder = resolve(from, text);
  return isFolderSpec(text) && !findLocalModule(folder) ? folder : keyOf(parseSpec(text, from));
}

/** As a build is told: a folder by its whole path. */
export function wholeText({ spec }: From): string {
  return spec.kind === 'local' ? folderOf(spec) : spec.text;
}

function folderOf({ module }: Extract<Spec, { kind: 'local' }>): string {
  const below = module.package.slice(module.path.length);
  return join(module.dir, below);
}

function nothing(dir: string): BuildError {
  return new BuildError(`no module is named, and none is recorded in ${join(dir, 'package.json')}`, {
    code: 'USAGE',
    fix: 'npx usegolib add github.com/google/uuid',
  });
}
