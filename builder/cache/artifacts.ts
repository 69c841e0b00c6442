import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Pointer, readPointer } from '../../manifests/store.ts';
import { targetOf } from '../../manifests/target.ts';

/** One build in the store. */
export interface Artifact {
  /** `<root>/<module>@<version>/<target>`, and in it the folder of this build. */
  home: string;
  folder: string;
  target: string;
  /** Whether `current.json` names it. */
  current: boolean;
  /** What the builds of this home hold; empty if `current.json` cannot be read. */
  modules: Pointer['modules'];
}

/** Every build of a store, whatever it was built for; folders that are no builds are passed over. */
export function artifactsIn(root: string): Artifact[] {
  return homesIn(root).flatMap(({ home, target }) => {
    const pointer = pointerIn(home);
    const builds = foldersIn(home).filter((name) => /^[0-9a-f]{32}$/.test(name));
    const modules = pointer?.modules ?? [];
    return builds.map((name) => {
      return { home, folder: join(home, name), target, current: name === pointer?.fingerprint, modules };
    });
  });
}

/** The folders that hold the builds of the same modules for a target. */
export function homesIn(root: string): { home: string; target: string }[] {
  return foldersIn(root).flatMap((name) => {
    const path = join(root, name);
    return targetOf(name) ? [{ home: path, target: name }] : homesIn(path);
  });
}

/** `github.com/google/uuid@v1.6.0`, for all modules of a build. */
export function nameOf({ modules, home }: Artifact): string {
  return modules.map(({ path, version }) => `${path}@${version}`).join(' ') || home;
}

/** Names of the folders in a folder; none if there is no such folder. */
export function foldersIn(dir: string): string[] {
  try {
    return readdirSync(dir)
      .filter((name) => statSync(join(dir, name), { throwIfNoEntry: false })?.isDirectory())
      .sort();
  } catch {
    return [];
  }
}

function pointerIn(home: string): Pointer | undefined {
  try {
    return readPointer(home);
  } catch {
    return undefined; // Damaged: `cache verify` says so.
  }
}
