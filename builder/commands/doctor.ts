import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cacheRoot, storeRoot } from '../../manifests/cache-root.ts';
import { boolean, list, object } from '../../manifests/json-path.ts';
import { command } from '../command.ts';
import { checkFinding, type Finding } from '../doctor/finding.ts';
import { checkNative, checkNode, checkPlatform } from '../doctor/machine.ts';
import { checkProject } from '../doctor/project.ts';
import { checkArtifacts, checkFolder } from '../doctor/storage.ts';
import { checkGo, checkSettings, checkZig } from '../doctor/toolchain.ts';
import { paint } from '../report.ts';
import { startRuntime } from '../start-runtime.ts';
import { buildWith } from './build.ts';

/** Looks at everything that builds and calls stand on. Nothing is fetched, and nothing built unless --build asks for it. */
export const doctor = command({
  name: 'doctor',
  about: 'find what is wrong with Go, Zig, caches, builds or this machine, and the command that mends it',
  options: [['--build', 'build a small module and call it, too']],
  examples: ['doctor', 'doctor --build'],
  output: object({ well: boolean, findings: list(checkFinding) }),
  async run({ build }: { build?: boolean }) {
    const findings = [
      checkNode(),
      checkPlatform(),
      await checkNative(),
      await checkGo(),
      await checkZig(),
      ...checkSettings(),
      checkFolder('cache', cacheRoot(), 'USEGOLIB_CACHE_DIR'),
      checkFolder('store', storeRoot(), 'USEGOLIB_ARTIFACT_DIR'),
      ...checkArtifacts(storeRoot()),
      ...(await checkProject(process.cwd())),
      ...(build ? [await checkBuild()] : []),
    ];
    const well = findings.every(({ status }) => status !== 'problem');
    return { json: { well, findings }, text: findings.map(print).join(''), ...(!well && { code: 1 }) };
  },
});

/** The whole way, with a module of its own: scanned, compiled, loaded, called. */
async function checkBuild(): Promise<Finding> {
  const folder = mkdtempSync(join(tmpdir(), 'usegolib-doctor-'));
  try {
    writeFileSync(join(folder, 'doctor.go'), 'package doctor\n\nfunc Twice(n int) int { return 2 * n }\n');
    const built = await buildWith([folder], { quiet: true, out: join(folder, 'store') });
    const { loadArtifact } = await startRuntime();
    const module = await loadArtifact(built.folder);
    const right = module['Twice'](21) === 42;
    return { check: 'build', status: right ? 'ok' : 'problem', message: 'a module was built and called' };
  } catch (error) {
    return { check: 'build', status: 'problem', message: (error as Error).message, fix: 'usegolib build strings' };
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 2 });
  }
}

const MARKS = { ok: ['green', '✓'], warning: ['cyan', '!'], problem: ['red', '✗'] } as const;

function print({ check, status, message, fix }: Finding): string {
  const [color, mark] = MARKS[status];
  return `${paint(color, mark, process.stdout)} ${check.padEnd(10)}${message}\n${fix ? `  try       ${fix}\n` : ''}`;
}
