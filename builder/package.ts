import { join } from 'node:path';
import { BuildError } from '../abi/errors.ts';
import type { ManifestModule } from '../manifests/manifest.ts';
import { LOCAL } from '../manifests/store.ts';
import type { Target } from '../manifests/target.ts';
import { type Common, SEE_LICENCES, writePackage } from './package/files.ts';
import { collectLicences, type Part, union } from './package/licences.ts';
import { checkName, mainFirst, platformPackage, subPaths, versionFor } from './package/names.ts';
import { type Built, platformFiles } from './package/platform.ts';
import { portable } from './package/portable.ts';
import { exportsEverywhere } from './package/symbols.ts';
import { wrapperFiles } from './package/wrapper.ts';
import type { Report } from './report.ts';
import { parseSpecs } from './spec.ts';
import { chooseGo } from './toolchain/go.ts';
import { chooseZig } from './toolchain/zig.ts';
import { inWork } from './work.ts';

export interface PackageAsk {
  specs: string[];
  /** The first one's declarations are those of all. */
  targets: Target[];
  /** Builds the specs for one of them, unless that is done. */
  build(target: Target): Promise<Pick<Built, 'folder' | 'manifest'>>;
  /** What relative folders start from. */
  cwd: string;
  name: string;
  version?: string;
  licence?: string;
  repository?: unknown;
  /** Where the packages are written, a folder each. */
  out: string;
  /** Most megabytes that the package of a platform may have, unpacked. */
  most: number;
}

export interface Packed {
  name: string;
  folder: string;
  /** Bytes, unpacked. */
  size: number;
}

const MB = 1_000_000;
/** A package that is larger is noticed. */
const LARGE = 15 * MB;

/** Writes npm packages of modules: one per platform, and last the wrapper that users install. */
export async function makePackages(ask: PackageAsk, report: Report): Promise<Packed[]> {
  const name = checkName(ask.name);
  const built = await buildAll(ask);
  const main = mainPackage(ask);
  const version = versionFor(ask.version, mainFirst(built[0]!.manifest.modules, main)[0]!);
  const builds = built.map((one) => ({ ...one, manifest: portable(one.manifest, version) }));
  const modules = mainFirst(builds[0]!.manifest.modules, main);

  report.step('licences', `of ${modules.map(({ path }) => path).join(' ')} and what it needs`);
  const parts = await licencesOf(built, version, report);
  const common = commonOf(ask, name, version, modules, union(parts));

  report.step('package', `${name}@${version}`);
  const paths = pathsOf(builds, modules, main);
  noteOthers(builds, paths, report);
  const packages = [
    ...builds.map((one, i) => [platformPackage(name, one.target), platformFiles(one, common, parts[i]!)] as const),
    [name, wrapperFiles(builds, paths, common, union(parts))] as const,
  ];
  const packed = packages.map(([name, files]) => {
    const folder = join(ask.out, ...name.split('/'));
    return { name, folder, size: writePackage(folder, files) };
  });
  for (const one of packed) checkSize(one, ask.most, report);
  report.end();
  return packed;
}

function commonOf(ask: PackageAsk, name: string, version: string, modules: ManifestModule[], parts: Part[]): Common {
  const main = modules[0]!.path;
  const ids = parts.find((part) => part.name === main)?.ids.join(' AND ');
  return {
    name,
    version,
    main,
    description: `${modules.map((module) => `${module.path} ${module.version}`).join(', ')} for Node`,
    licence: ask.licence ?? (ids || SEE_LICENCES),
    ...(ask.repository !== undefined && { repository: ask.repository }),
  };
}

function noteOthers(builds: Built[], paths: Map<string, string>, report: Report): void {
  const schemas = builds.map(({ manifest }) => manifest.schema);
  for (const path of paths.values()) {
    const { others } = exportsEverywhere(schemas, path);
    if (others.length > 0)
      report.note(`${path}: not on every platform, so only on the default export: ${others.join(', ')}`);
  }
}

async function buildAll({ targets, build }: PackageAsk): Promise<Built[]> {
  const builds: Built[] = [];
  for (const target of targets) builds.push({ target, ...(await build(target)) });
  return builds;
}

/** Of each build: a system may need modules that another does not. */
async function licencesOf(builds: Built[], version: string, report: Report): Promise<Part[][]> {
  const go = await chooseGo(builds[0]!.manifest.request.go, report);
  const zig = await chooseZig(report);
  const parts: Part[][] = [];
  await inWork(async (work) => {
    for (const { manifest } of builds) {
      const found = await collectLicences(manifest, go, zig, work.dir);
      parts.push(found.map((part) => (part.version === LOCAL ? { ...part, version: `v${version}` } : part)));
    }
  });
  for (const { name, version, texts } of union(parts)) {
    if (Object.keys(texts).length === 0)
      report.note(`${name} ${version} came without a licence file: may it be published?`);
  }
  return parts;
}

/** The package that the first spec names. */
function mainPackage({ specs, cwd }: PackageAsk): string {
  const [spec] = parseSpecs(specs, cwd);
  return spec!.kind === 'local' ? spec!.module.package : spec!.path;
}

/** The packages that are there on every platform. */
function pathsOf(builds: Built[], modules: ManifestModule[], main: string): Map<string, string> {
  const everywhere = (path: string) =>
    builds.every(({ manifest }) => manifest.modules.some((module) => module.packages.includes(path)));
  return new Map([...subPaths(modules, main)].filter(([, path]) => everywhere(path)));
}

function checkSize({ name, size }: Packed, most: number, report: Report): void {
  const text = `${name} has ${(size / MB).toFixed(1)} MB unpacked`;
  if (size > most * MB) {
    throw new BuildError(`${text}, more than ${most} MB`, {
      code: 'PACKAGE_TOO_LARGE',
      hint: 'Bind fewer packages (--only), or allow more (--most <MB>).',
    });
  }
  if (size > LARGE) report.note(`${text}: some platforms of serverless functions take 50 MB in all`);
}
