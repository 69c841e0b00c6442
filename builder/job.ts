import type { BuildRequest } from '../manifests/manifest.ts';
import { type BuildOptions, resolveOptions } from '../manifests/options.ts';
import type { Target } from '../manifests/target.ts';
import { bridgeDir, genDir, hashSources } from './assets.ts';
import { recordedFlags, userSettings } from './flags.ts';
import { parseSpecs, type Spec } from './spec.ts';
import { thisHost } from './this-host.ts';
import { zigVersion } from './toolchain/zig.ts';

/** What a caller wants built. */
export interface Ask {
  specs: string[];
  /** Root of the store. */
  root: string;
  /** What relative folders start from. */
  cwd: string;
  options: BuildOptions;
  /** What the library is for; unset, this machine. */
  target?: Target;
  /** Build even if nothing changed. */
  force?: boolean;
}

/** The same, read: what the specs are, and for which target. */
export interface Job extends Omit<Ask, 'specs'> {
  names: string[];
  specs: Spec[];
  target: Target;
}

export function readAsk({ specs, ...ask }: Ask): Job {
  return { ...ask, names: specs, specs: parseSpecs(specs, ask.cwd), target: ask.target ?? thisHost() };
}

/** Everything that decides a build, once the modules and the version of Go are known. */
export async function requestFor(
  modules: BuildRequest['modules'],
  { options, target }: Job,
  go: string,
): Promise<BuildRequest> {
  return {
    modules,
    target: target.id,
    options: resolveOptions(options),
    go,
    zig: await zigVersion(),
    bridge: hashSources(genDir, bridgeDir),
    flags: recordedFlags(target),
    env: userSettings(),
  };
}
