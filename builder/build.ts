import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { ABI } from '../abi/numbers.ts';
import { type BuildRequest, MANIFEST_VERSION } from '../manifests/manifest.ts';
import { type BuildOptions, resolveOptions } from '../manifests/options.ts';
import { artifactHome, cacheRoot, LOCAL } from '../manifests/store.ts';
import { hostTarget, type Target } from '../manifests/target.ts';
import { bridgeDir, genDir, hashSources, packageVersion } from './assets.ts';
import { audit } from './audit.ts';
import { compile } from './compile.ts';
import { printDeclarations } from './emit/declarations.ts';
import { fingerprint } from './fingerprint.ts';
import { BUILD_FLAGS, buildEnv, recordedFlags, userSettings } from './flags.ts';
import { GoTooOldError } from './go-too-old.ts';
import { withLock } from './lock.ts';
import type { Report } from './report.ts';
import { resolve } from './resolve.ts';
import { type Built, findBuilt, goVersionsSeen, knownModules } from './reuse.ts';
import { scan } from './scan.ts';
import { point, seal } from './seal.ts';
import { localSources } from './sources.ts';
import { parseSpecs, type Spec } from './spec.ts';
import { thisHost } from './this-host.ts';
import { findOnPath } from './toolchain/find.ts';
import { chooseGo, type Go, goCandidates, locateGo } from './toolchain/go.ts';
import { chooseZig, zigVersion } from './toolchain/zig.ts';
import { inWork, type Work } from './work.ts';

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

export type Outcome = Built & { reused: boolean };

/** Builds the modules of all specs into one library, unless the store has it: resolve → scan → compile → audit → seal. */
export async function build(ask: Ask, report: Report): Promise<Outcome> {
  const specs = parseSpecs(ask.specs, ask.cwd);
  const target = ask.target ?? thisHost();
  await locateGo();
  const known = ask.force ? undefined : await reuse(ask, specs, target);
  if (known) return known;
  return withLock(
    join(
      cacheRoot(),
      'locks',
      fingerprint({ specs: ask.specs, cwd: ask.cwd, root: ask.root, target: target.id } as never, {} as never),
    ),
    () => report.note('another process builds this already; waiting for it'),
    async () =>
      (!ask.force && (await reuse(ask, specs, target))) || inWork((work) => make(ask, specs, target, work, report)),
  );
}

/** A module's go line may ask for a newer Go than the one that read it: then that one starts over. */
async function make(ask: Ask, specs: Spec[], target: Target, work: Work, report: Report): Promise<Outcome> {
  let go = await chooseGo('1.0', report);
  for (;;) {
    try {
      return await makeWith(go, ask, specs, target, work, report);
    } catch (error) {
      if (!(error instanceof GoTooOldError)) throw error;
      report.step('toolchain', `Go ${error.need} or later`);
      const newer = await chooseGo(error.need, report);
      if (newer.version === go.version) throw error;
      go = newer;
    }
  }
}

async function makeWith(go: Go, ask: Ask, specs: Spec[], target: Target, work: Work, report: Report): Promise<Outcome> {
  report.step('resolve', `${ask.specs.join(' ')}${target === hostTarget() ? '' : ` for ${target.id}`}`);
  const resolved = await resolve(specs, go, target, work);
  const request = await requestFor(resolved.modules, ask, target, go.version);
  report.detail(resolved.modules.map((m) => `${m.path}@${m.version}`).join(' '));
  const home = artifactHome(ask.root, request.modules, target.id);
  const found = ask.force ? undefined : findBuilt(ask.root, request);
  if (found) return reused(home, found);

  report.step('toolchain', `Go ${go.version}`);
  const zig = await chooseZig(report);
  report.detail(`Go ${go.version}, Zig ${zig.version}`);
  const env = { ...(await buildEnv(go, zig, target)), GOWORK: resolved.env['GOWORK'] };
  const flags = [...BUILD_FLAGS, ...resolved.flags];

  report.step('scan', `${resolved.modules.length === 1 ? 'module' : 'modules'} and what they need`);
  const scanned = await scan(
    { go, dir: work.main, flags, env, modules: request.modules, options: request.options },
    report,
  );
  report.step('compile', `${scanned.schema.packages.filter((p) => p.bound).length} packages`);
  const library = await compile({ go, work, flags, env, target, files: scanned.files });

  audit({ library, target, cgo: scanned.cgo, folders: foldersOf(go, request.modules) });

  report.step('seal', '');
  const sources = localSources(request.modules, scanned.inputs, resolved.watched);
  const { schema, schemaHash, skips, docs } = scanned;
  const declarations = printDeclarations({ schema, options: request.options, docs });
  const bound = schema.packages.filter((p) => p.bound).map((p) => p.path);
  const manifest = {
    manifestVersion: MANIFEST_VERSION as 1,
    usegolib: packageVersion,
    abi: ABI,
    fingerprint: fingerprint(request, sources),
    modules: request.modules.map((m) => {
      const sum = scanned.modules.find(({ path }) => path === m.path)?.sum;
      const within = (path: string) => path === m.path || path.startsWith(`${m.path}/`);
      return { ...m, packages: m.path === 'std' ? m.packages : bound.filter(within), ...(sum && { sum }) };
    }),
    requires: scanned.modules.filter(({ path }) => !request.modules.some((m) => m.path === path)),
    request,
    sources,
    skips,
    schemaHash,
    schema,
  };
  const local = request.modules.some(({ version }) => version === LOCAL);
  const sealed = seal({ home, library, manifest, declarations, name: target.library, keep: local ? 3 : 8 });
  report.detail(sealed.folder);
  report.end();
  return { ...sealed, reused: false };
}

/** What a library must not name: where this machine keeps caches, modules, Go and the user's own sources. */
function foldersOf(go: Go, modules: BuildRequest['modules']): string[] {
  const goRoot = dirname(dirname(go.path));
  return [cacheRoot(), homedir(), goRoot, ...modules.flatMap(({ dir }) => dir ?? [])];
}

async function requestFor(
  modules: BuildRequest['modules'],
  ask: Ask,
  target: Target,
  go: string,
): Promise<BuildRequest> {
  return {
    modules,
    target: target.id,
    options: resolveOptions(ask.options),
    go,
    zig: await zigVersion(),
    bridge: hashSources(genDir, bridgeDir),
    flags: recordedFlags(target),
    env: userSettings(),
  };
}

async function reuse(ask: Ask, specs: Spec[], target: Target): Promise<Outcome | undefined> {
  const seen = hasGo() ? [] : goVersionsSeen(ask.root, specs, target.id);
  for (const go of new Set([...goCandidates(), ...seen])) {
    const modules = knownModules(ask.root, specs, target.id, go);
    const found = modules && findBuilt(ask.root, await requestFor(modules, ask, target, go));
    if (found) return reused(artifactHome(ask.root, found.manifest.request.modules, target.id), found);
  }
  return undefined;
}

/** Whether the user has a Go of their own, which then decides the version. */
function hasGo(): boolean {
  return Boolean(process.env['USEGOLIB_GO'] || findOnPath('go'));
}

function reused(home: string, found: Built): Outcome {
  point(home, found.manifest);
  return { ...found, reused: true };
}
