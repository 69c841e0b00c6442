import { join } from 'node:path';
import type { BuildRequest } from '../manifests/manifest.ts';
import { readSources, type Sources } from '../manifests/sources.ts';

/** What must stay the same for a build from local folders to be used again; nothing where all came from a proxy. */
export function localSources(
  modules: BuildRequest['modules'],
  inputs: { dir: string; files: string[] }[],
  watched: string[],
): Sources {
  const dirs = modules.flatMap(({ dir }) => (dir ? [dir] : []));
  const embeds = ({ files }: { files: string[] }) => files.some((name) => !SOURCE.test(name));
  return readSources({
    files: [...watched, ...inputs.flatMap(({ dir, files }) => files.map((name) => join(dir, name)))],
    folders: [
      ...dirs.map((dir) => ({ dir, names: 'go' as const })),
      ...inputs.map((input) => ({ dir: input.dir, names: embeds(input) ? ('all' as const) : ('go' as const) })),
    ],
  });
}

const SOURCE = /\.(go|c|cc|cpp|cxx|m|h|hh|hpp|hxx|f|F|for|f90|s|S|sx|swig|swigcxx|syso)$/;
