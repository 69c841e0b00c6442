import { homedir } from 'node:os';
import { join } from 'node:path';
import { cacheRoot } from '../manifests/cache-root.ts';
import type { BuildRequest } from '../manifests/manifest.ts';
import { sha256 } from '../manifests/sha256.ts';
import { artifactHome, LOCAL } from '../manifests/store.ts';
import { hostTarget } from '../manifests/target.ts';
import { audit } from './audit.ts';
import { compile } from './compile.ts';
import { describe } from './describe.ts';
import { printDeclarations } from './emit/declarations.ts';
import { canonical } from './fingerprint.ts';
import { BUILD_FLAGS, buildEnv } from './flags.ts';
import { GoTooOldError } from './go-too-old.ts';
import { type Ask, type Job, readAsk, requestFor } from './job.ts';
import { withLock } from './lock.ts';
import type { Report } from './report.ts';
import { resolve } from './resolve.ts';
import { type Built, findBuilt, findKnown } from './reuse.ts';
import { scan } from './scan.ts';
import { point, seal } from './seal.ts';
import { localSources } from './sources.ts';
import { chooseGo, type Go, locateGo } from './toolchain/go.ts';
import { goSetting } from './toolchain/goenv.ts';
import { chooseZig } from './toolchain/zig.ts';
import { inWork, type Work } from './work.ts';

export type { Ask } from './job.ts';
export type Outcome = Built & { reused: boolean };

/** Builds the modules of all specs into one library, unless the store has it. */
export async function build(ask: Ask, report: Report): Promise<Outcome> {
  const job = readAsk(ask);
  await locateGo();
  const stored = async () => reused(job, ask.force ? undefined : await findKnown(job));
  return (
    (await stored()) ??
    withLock(
      lockOf(job),
      () => report.note('another process builds this already; waiting for it'),
      async () => (await stored()) ?? inWork((work) => make(job, work, report)),
    )
  );
}

/** A module's go line may ask for a newer Go than the one that read it: then that one starts over. */
async function make(job: Job, work: Work, report: Report): Promise<Outcome> {
  let go = await chooseGo('1.0', report);
  for (;;) {
    try {
      return await makeWith(go, job, work, report);
    } catch (error) {
      if (!(error instanceof GoTooOldError)) throw error;
      report.step('toolchain', `Go ${error.need} or later`);
      const newer = await chooseGo(error.need, report);
      if (newer.version === go.version) throw error;
      go = newer;
    }
  }
}

/** The recipe: resolve → scan → compile → audit → seal. */
async function makeWith(go: Go, job: Job, work: Work, report: Report): Promise<Outcome> {
  const { target } = job;
  report.step('resolve', `${job.names.join(' ')}${target === hostTarget() ? '' : ` for ${target.id}`}`);
  const resolved = await resolve(job.specs, go, target, work);
  const request = await requestFor(resolved.modules, job, go.version);
  const { modules, options } = request;
  report.detail(modules.map((m) => `${m.path}@${m.version}`).join(' '));
  const known = reused(job, job.force ? undefined : findBuilt(job.root, request));
  if (known) return known;

  report.step('toolchain', `Go ${go.version}`);
  const zig = await chooseZig(report);
  report.detail(`Go ${go.version}, Zig ${zig.version}`);
  const env = { ...(await buildEnv(go, zig, target)), GOWORK: resolved.env['GOWORK'] };
  const flags = [...BUILD_FLAGS, ...resolved.flags];

  report.step('scan', `${modules.length === 1 ? 'module' : 'modules'} and what they need`);
  const scanned = await scan({ go, dir: work.main, flags, env, modules, options }, report);
  const { schema, docs, files, cgo } = scanned;

  report.step('compile', `${schema.packages.filter((p) => p.bound).length} packages`);
  const library = await compile({ go, work, flags, env, target, files });

  report.step('audit', target.library);
  audit({ library, target, cgo, folders: ownFolders(modules) });

  report.step('seal', '');
  const sealed = seal({
    home: artifactHome(job.root, modules, target.id),
    library,
    manifest: describe(request, localSources(modules, scanned.inputs, resolved.watched), scanned),
    declarations: printDeclarations({ schema, options, docs }),
    name: target.library,
    keep: modules.some(({ version }) => version === LOCAL) ? 3 : 8,
  });
  report.detail(sealed.folder);
  report.end();
  return { ...sealed, reused: false };
}

/** A build that the store has becomes the current one. */
function reused({ root, target }: Job, found: Built | undefined): Outcome | undefined {
  if (!found) return undefined;
  point(artifactHome(root, found.manifest.request.modules, target.id), found.manifest);
  return { ...found, reused: true };
}

function lockOf({ names, cwd, root, target }: Job): string {
  const name = sha256(canonical([names, cwd, root, target.id])).slice(0, 32);
  return join(cacheRoot(), 'locks', name);
}

/** What a library must not name: where this machine keeps caches, fetched modules and the user's own sources. */
function ownFolders(modules: BuildRequest['modules']): string[] {
  const fetched = goSetting('GOMODCACHE') ?? join(goSetting('GOPATH') ?? join(homedir(), 'go'), 'pkg', 'mod');
  return [cacheRoot(), homedir(), fetched, ...modules.flatMap(({ dir }) => dir ?? [])];
}
