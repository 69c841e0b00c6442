import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type BuildRequest, type Manifest, parseManifest } from '../manifests/manifest.ts';
import { rereadSources } from '../manifests/sources.ts';
import { artifactHome, buildsOf, LOCAL, MANIFEST, readPointer, setsIn } from '../manifests/store.ts';
import { canonical, fingerprint } from './fingerprint.ts';
import { type Job, requestFor } from './job.ts';
import { isExact, type Spec } from './spec.ts';
import { findOnPath } from './toolchain/find.ts';
import { goCandidates } from './toolchain/go.ts';
import { compareGo } from './toolchain/version.ts';

export interface Built {
  folder: string;
  manifest: Manifest;
}

/** A build of exactly this request whose local sources are unchanged. File reads alone. */
export function findBuilt(root: string, request: BuildRequest): Built | undefined {
  const home = artifactHome(root, request.modules, request.target);
  const local = request.modules.some((module) => module.version === LOCAL);
  const names = local ? buildsIn(home) : [fingerprint(request, { files: {}, folders: [] })];
  for (const name of names) {
    const built = readBuilt(join(home, name));
    if (!built || canonical(built.manifest.request) !== canonical(request)) continue;
    if (fingerprint(request, rereadSources(built.manifest.sources)) === built.manifest.fingerprint) return built;
  }
  return undefined;
}

/** What a job has built already, where the store alone can tell what its specs mean. */
export async function findKnown(job: Job): Promise<Built | undefined> {
  const { root, specs, target } = job;
  // Where the user has a Go of their own, that one decides the version.
  const hasGo = process.env['USEGOLIB_GO'] || findOnPath('go');
  const seen = hasGo ? [] : goVersionsSeen(root, specs, target.id);
  for (const go of new Set([...goCandidates(), ...seen])) {
    const modules = knownModules(root, specs, target.id, go);
    const found = modules && findBuilt(root, await requestFor(modules, job, go));
    if (found) return found;
  }
  return undefined;
}

/** What the specs mean, if that can be told from the store: all versions exact, and the module of each package seen before. */
export function knownModules(
  root: string,
  specs: Spec[],
  target: string,
  go: string,
): BuildRequest['modules'] | undefined {
  if (specs.some((spec) => spec.kind === 'remote' && !isExact(spec.query))) return undefined;
  const remote = specs.filter((spec) => spec.kind === 'remote');
  const sets = specs.length > 1 ? [...setsIn(root, target)].map(({ pointer }) => pointer.modules) : [];
  const modules: BuildRequest['modules'] = [];
  const add = (path: string, version: string, named: string, dir?: string) => {
    const known = modules.find((module) => module.path === path && module.dir === dir);
    if (known) known.packages = [...new Set([...known.packages, named])].sort();
    else modules.push({ path, version, packages: [named], ...(dir && { dir }) });
  };
  for (const { path, query } of remote) {
    const module = prefixes(path).find(
      (prefix) =>
        existsSync(artifactHome(root, [{ path: prefix, version: query }], target)) ||
        sets.some((set) => set.some((m) => m.path === prefix && m.version === query)),
    );
    if (!module) return undefined;
    add(module, query, path);
  }
  for (const spec of specs) {
    if (spec.kind === 'local') add(spec.module.path, LOCAL, spec.module.package, spec.module.dir);
    if (spec.kind === 'std') add('std', `go${go}`, spec.path);
  }
  return modules.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/**
 * The versions of Go that have built what the specs may mean, newest first: where there is no Go to compare with, what is
 * built is good.
 */
export function goVersionsSeen(root: string, specs: Spec[], target: string): string[] {
  const std = [...buildsOf(root, 'std', target), ...setsIn(root, target)].flatMap(({ pointer }) =>
    pointer.modules.flatMap(({ path, version }) => (path === 'std' ? [version.replace(/^go/, '')] : [])),
  );
  const modules = specs.some((spec) => spec.kind === 'std') ? undefined : knownModules(root, specs, target, '');
  const home = modules && artifactHome(root, modules, target);
  const versions = home
    ? buildsIn(home).flatMap((name) => readBuilt(join(home, name))?.manifest.request.go ?? [])
    : std;
  return [...new Set(versions)].sort((a, b) => compareGo(b, a));
}

/** The manifest of a folder, if its library is there with its full size. Its hash is checked when it is loaded. */
function readBuilt(folder: string): Built | undefined {
  try {
    const manifest = parseManifest(readFileSync(join(folder, MANIFEST), 'utf8'));
    return statSync(join(folder, manifest.library.file)).size === manifest.library.size
      ? { folder, manifest }
      : undefined;
  } catch {
    return undefined;
  }
}

/** The current one first. */
function buildsIn(home: string): string[] {
  let names: string[];
  try {
    names = readdirSync(home).filter((name) => /^[0-9a-f]{32}$/.test(name));
  } catch {
    return [];
  }
  let current: string | undefined;
  try {
    current = readPointer(home)?.fingerprint;
  } catch {
    // Damaged: the next build replaces it.
  }
  return names.sort((a, b) => Number(b === current) - Number(a === current));
}

function prefixes(path: string): string[] {
  const parts = path.split('/');
  return parts.map((_, i) => parts.slice(0, parts.length - i).join('/'));
}
