import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { BuildError } from '../abi/errors.ts';
import { cacheRoot } from '../manifests/cache-root.ts';
import type { BuildRequest, PackageSkip, Requirement } from '../manifests/manifest.ts';
import { wordsOf } from '../manifests/options.ts';
import type { Schema } from '../manifests/schema.ts';
import { sha256 } from '../manifests/sha256.ts';
import { genDir, hashSources } from './assets.ts';
import { commandLine, run } from './process.ts';
import type { Report } from './report.ts';
import { scanFailure } from './scan/failure.ts';
import { checkNamed } from './scan/named.ts';
import { checkParts } from './scan/parts.ts';
import type { Go } from './toolchain/go.ts';
import { installOnce } from './toolchain/install.ts';

/** What gen answers: see `bridge-go/gen/model/request.go`. */
export interface Scanned {
  schema: Schema;
  schemaHash: string;
  /** The bridge: file name → text of `package main`. */
  files: Record<string, string>;
  skips: PackageSkip[];
  /** Instances of generic functions for strings, numbers and booleans that would have been too many. */
  leftOut: number;
  /** Packages read from local folders, with every file that decides their build. */
  inputs: { dir: string; files: string[] }[];
  modules: Requirement[];
  /** Packages of modules that have C code. */
  cgo: string[];
  /** GoDoc as Markdown: import path → symbol → text. */
  docs: Record<string, Record<string, string>>;
}

export interface Scan {
  go: Go;
  dir: string;
  flags: string[];
  env: NodeJS.ProcessEnv;
  modules: BuildRequest['modules'];
  options: BuildRequest['options'];
}

/** Describes the modules and prints the bridge to them. Nothing is written. */
export async function scan({ go, dir, flags, env, modules, options }: Scan, report: Report): Promise<Scanned> {
  const gen = await compiledGen(go, report);
  const { all, only, with: more, duration, int64, utf8, text, allowCgo, instances } = options;
  const request = {
    go: go.path,
    dir,
    flags,
    modules: modules.map(({ path, version, packages }) => ({
      path,
      version: path === 'std' ? 'std' : version === 'local' ? '' : version,
      packages,
    })),
    options: {
      all,
      only,
      with: more,
      duration,
      int64: wordsOf(int64),
      utf8: wordsOf(utf8),
      text,
      allowCgo,
      instances,
    },
  };
  const { code, stdout, stderr } = await run({ file: gen, args: [], cwd: dir, env, input: JSON.stringify(request) });
  if (code !== 0) throw scanFailure(stderr);
  const scanned = JSON.parse(stdout) as Scanned;
  if (scanned.leftOut > 0) {
    report.note(
      `${scanned.leftOut} instances of generic functions for strings, numbers and booleans are left out to keep the library small: ` +
        'there, zero values are values like any other. Bind fewer packages (--only) or name the instances (--instance).',
    );
  }
  checkNamed(modules, scanned.schema, scanned.skips);
  checkParts(options, scanned.schema);
  return scanned;
}

/** gen is compiled by the toolchain whose export data it reads, once per version of both. */
async function compiledGen(go: Go, report: Report): Promise<string> {
  const key = sha256(`${hashSources(genDir)} ${go.version}`).slice(0, 24);
  const name = process.platform === 'win32' ? 'gen.exe' : 'gen';
  const folder = join(cacheRoot(), 'gen', key);
  mkdirSync(dirname(folder), { recursive: true });
  await installOnce(
    folder,
    () => report.detail('another process compiles the scanner'),
    async (aside) => {
      report.detail(`compiling the scanner with Go ${go.version}, once`);
      const args = ['build', '-mod=readonly', '-trimpath', '-buildvcs=false', '-o', join(aside, name), '.'];
      const { GOOS: _, GOARCH: __, ...env } = process.env;
      const command = {
        file: go.path,
        args,
        cwd: genDir,
        env: { ...env, GOWORK: 'off', GOFLAGS: '', GOTOOLCHAIN: 'local', CGO_ENABLED: '0' },
      };
      const { code, stderr } = await run(command);
      if (code !== 0) {
        throw new BuildError('internal error: the scanner does not compile', {
          code: 'INTERNAL',
          command: commandLine(command),
          output: stderr,
        });
      }
    },
  );
  return join(folder, name);
}
