import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BuildError } from '../../abi/errors.ts';
import { moduleOf } from '../../manifests/module-of.ts';
import { type Command, commandLine, run } from '../process.ts';
import type { Spec } from '../spec.ts';
import type { Go } from '../toolchain/go.ts';
import type { Work } from '../work.ts';
import { explain } from './failure.ts';
import { jsonStream } from './json-stream.ts';
import { runWithPatience } from './patience.ts';

export type Remote = Extract<Spec, { kind: 'remote' }>;
/** `go get` in our module: it finds the module of a package, its version, and what it needs. Never `go mod tidy`. */
export async function fetchRemote(specs: Remote[], go: Go, env: NodeJS.ProcessEnv, work: Work) {
  if (specs.length === 0) return [];
  const get: Command = {
    file: go.path,
    args: ['get', ...specs.map(({ path, query }) => `${path}@${query}`)],
    cwd: work.main,
    env,
  };
  const got = await runWithPatience(get);
  if (got.code !== 0) throw explain(got.stderr, commandLine(get), specs);
  const list: Command = {
    file: go.path,
    args: ['list', '-mod=mod', '-e', '-find', '-json=ImportPath,Module', ...specs.map(({ path }) => path)],
    cwd: work.main,
    env,
  };
  const listed = await run(list);
  if (listed.code !== 0) throw explain(listed.stderr, commandLine(list), specs);
  const packages = jsonStream<{ ImportPath: string; Module?: { Path: string; Version: string } }>(listed.stdout);
  const required = requirements(readFileSync(join(work.main, 'go.mod'), 'utf8'));
  return specs.map(({ path, text }) => {
    const found = packages.find((p) => p.ImportPath === path)?.Module;
    // A module whose root holds no package is not listed as one: its requirement names it.
    const module = found ? { path: found.Path, version: found.Version } : moduleOf(required, path);
    if (!module)
      throw new BuildError(`no module provides ${text}`, {
        code: 'PACKAGE_NOT_FOUND',
        module: path,
        command: commandLine(list),
      });
    return { ...module, named: path };
  });
}

function requirements(goMod: string): { path: string; version: string }[] {
  return [...goMod.matchAll(/^(?:require)?\s+([\w.~+/-]+\.[\w.~+/-]+) (v\S+)/gm)].map((m) => ({
    path: m[1]!,
    version: m[2]!,
  }));
}
