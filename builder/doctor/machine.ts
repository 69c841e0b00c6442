import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hostLibc, hostTarget } from '../../manifests/target.ts';
import { packageRoot } from '../assets.ts';
import { startBackend } from '../start-runtime.ts';
import { compareGo } from '../toolchain/version.ts';
import type { Finding } from './finding.ts';

/** The oldest C library that ours run on: `manifests/target.ts` builds against it. */
const GLIBC = '2.28';

export function checkNode(version = process.versions.node): Finding {
  const { engines } = packageJson();
  const least = engines.node.replace('>=', '');
  const old = compareGo(version, least) < 0;
  const message = `Node ${version}${old ? ` is too old: ${least} is needed` : ''}`;
  return { check: 'node', status: old ? 'problem' : 'ok', message, ...(old && { fix: 'nvm install --lts' }) };
}

export function checkPlatform(libc = hostLibc(), glibc = glibcVersion()): Finding {
  const target = hostTarget();
  const problem = (message: string, fix?: string): Finding => {
    return { check: 'platform', status: 'problem', message, ...(fix && { fix }) };
  };
  if (!target) return problem(`there is no Go library for ${process.platform}-${process.arch}`);
  if (libc === 'musl') {
    return problem(
      'Go libraries cannot be loaded by musl (Alpine); use a Node built for glibc',
      'docker pull node:22-slim',
    );
  }
  if (glibc && compareGo(glibc, GLIBC) < 0) return problem(`glibc ${glibc} is too old: ${GLIBC} is needed`);
  return { check: 'platform', status: 'ok', message: `${target.id}${glibc ? `, glibc ${glibc}` : ''}` };
}

/** Loads koffi's binary, as the first import of a module does. */
export async function checkNative(): Promise<Finding> {
  const name = `@koromix/koffi-${process.platform}-${process.arch}`;
  try {
    await startBackend();
    return { check: 'native', status: 'ok', message: `${name} loads` };
  } catch (error) {
    const version = packageJson().optionalDependencies[name];
    return {
      check: 'native',
      status: 'problem',
      message: `${name} does not load: ${(error as Error).message.split('\n', 1)[0]}; optional dependencies may have been left out`,
      ...(version && { fix: `npm install --include=optional ${name}@${version}` }),
    };
  }
}

function glibcVersion(): string | undefined {
  if (process.platform !== 'linux') return undefined;
  const { header } = process.report.getReport() as { header: { glibcVersionRuntime?: string } };
  return header.glibcVersionRuntime;
}

function packageJson(): { engines: { node: string }; optionalDependencies: Record<string, string> } {
  return JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8'));
}
