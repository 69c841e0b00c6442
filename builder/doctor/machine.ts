import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hostLibc, hostTarget } from '../../manifests/target.ts';
import { packageEngines, packageRoot } from '../assets.ts';
import { startBackend } from '../start-runtime.ts';
import { compareGo } from '../toolchain/version.ts';
import type { Finding } from './finding.ts';

export function checkNode(version = process.versions.node): Finding {
  const least = packageEngines.node.replace('>=', '');
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
  if (glibc && compareGo(glibc, target.minimum) < 0) {
    return problem(`glibc ${glibc} is too old: ${target.minimum} is needed`);
  }
  return { check: 'platform', status: 'ok', message: `${target.id}${glibc ? `, glibc ${glibc}` : ''}` };
}

/** Loads koffi's binary, as the first import of a module does. */
export async function checkNative(): Promise<Finding> {
  const name = `@koromix/koffi-${process.platform}-${process.arch}`;
  try {
    await startBackend();
    return { check: 'native', status: 'ok', message: `${name} loads` };
  } catch (error) {
    const version = koffiVersion(name);
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

function koffiVersion(name: string): string | undefined {
  return JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')).optionalDependencies[name];
}
