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
  return folders(root).flatMap((name) => {
    const path = join(root, name);
    return targetOf(name) ? buildsOf(path, name) : artifactsIn(path);
  });
}

/** `github.com/google/uuid@v1.6.0`, for all modules of a build. */
export function nameOf({ modules, home }: Artifact): string {
  return modules.map(({ path, version }) => `${path}@${version}`).join(' ') || home;
}

function buildsOf(home: string, target: string): Artifact[] {
  const pointer = pointerIn(home);
  return folders(home).flatMap((name) =>
    /^[0-9a-f]{32}$/.test(name)
      ? [
          {
            home,
            folder: join(home, name),
            target,
            current: name === pointer?.fingerprint,
            modules: pointer?.modules ?? [],
          },
        ]
      : [],
  );
}

function pointerIn(home: string): Pointer | undefined {
  try {
    return readPointer(home);
  } catch {
    return undefined; // Damaged: `cache verify` says so.
  }
}

function folders(dir: string): string[] {
  try {
    return readdirSync(dir)
      .filter((name) => statSync(join(dir, name)).isDirectory())
      .sort();
  } catch {
    return [];
  }
}
