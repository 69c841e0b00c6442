import { execFileSync, spawn } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { hostTarget } from '../../manifests/target.ts';
import { GoLibError, loadArtifact } from '../../runtime/index.ts';
import { root } from '../../scripts/root.mjs';
import { damages } from '../support/damage.ts';
import { random } from '../support/random.ts';
import { size } from './size.ts';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'usegolib-stress-')));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const env = { ...process.env, USEGOLIB_ARTIFACT_DIR: join(folder, 'store') };
const bench = join(root, 'bench/gomod');

it('eight processes that want the same unbuilt module build it once, and all get the right answer', async () => {
  const source = `
    import { importGo } from ${JSON.stringify(join(root, 'dist/start.js'))};
    const bench = await importGo(${JSON.stringify(bench)});
    console.log(bench.Add(40, 2));`;
  const runs = await Promise.all(
    Array.from({ length: 8 }, async () => {
      const child = spawn(process.execPath, ['--input-type=module', '-e', source], { env });
      let stdout = '';
      let stderr = '';
      child.stdout.on('data', (chunk) => (stdout += chunk));
      child.stderr.on('data', (chunk) => (stderr += chunk));
      const code = await new Promise((resolve) => child.on('close', resolve));
      return { code, stdout, stderr };
    }),
  );
  expect(runs.map(({ code, stdout }) => [code, stdout])).toEqual(Array(8).fill([0, '42\n']));
  expect(runs.filter(({ stderr }) => /^\s*compile\b/m.test(stderr))).toHaveLength(1);
});

function buildArtifact(spec: string): string {
  const out = execFileSync(process.execPath, [join(root, 'dist/cli.js'), 'build', '--json', spec], {
    env,
    encoding: 'utf8',
  });
  return dirname(JSON.parse(out).manifest);
}

it('a damaged artifact is refused with a typed error before anything of it is loaded', async () => {
  const other = join(folder, 'other');
  mkdirSync(other);
  writeFileSync(join(other, 'go.mod'), 'module example.com/other\n\ngo 1.22\n');
  writeFileSync(join(other, 'a.go'), 'package other\n\nfunc Other() int { return 1 }\n');
  const [artifact, another] = [buildArtifact(bench), buildArtifact(other)];
  const library = hostTarget()!.library;
  const all = damages(library, { manifest: join(another, 'manifest.json'), library: join(another, library) });
  const copy = join(folder, 'copy');
  const restore = () => {
    rmSync(copy, { recursive: true, force: true });
    cpSync(artifact, copy, { recursive: true });
  };
  const next = random(20261121);
  // Every kind in turn: a sample of two of each, or a thousand artifacts.
  for (let round = 0; round < size(2 * all.length, 1000); round++) {
    const { name, error: want, apply } = all[round % all.length]!;
    restore();
    apply(copy, next);
    const error = await loadArtifact(copy).then(
      () => undefined,
      (reason) => reason,
    );
    expect(error, `round ${round}, ${name}: it was loaded`).toBeInstanceOf(GoLibError);
    expect(`${name} → ${error.name}: ${error.message}`).toMatch(new RegExp(` → ${want}Error: .*${escaped(copy)}`));
  }
  if (process.platform === 'linux') expect(readFileSync('/proc/self/maps', 'utf8')).not.toContain(copy);
  restore();
  const loaded = (await loadArtifact(copy)) as unknown as { Add(a: number, b: number): number };
  expect(loaded.Add(40, 2)).toBe(42);
  // That was a place to look: what is loaded does stand there.
  if (process.platform === 'linux') expect(readFileSync('/proc/self/maps', 'utf8')).toContain(copy);
});

it('a library that lost its end is built again', () => {
  const artifact = buildArtifact(bench);
  const file = join(artifact, hostTarget()!.library);
  const good = readFileSync(file);
  // The builder looks at the size, as it does at every import; the hash is the loader's work.
  truncateSync(file, good.length - 1);
  expect(buildArtifact(bench)).toBe(artifact);
  expect(readFileSync(file).equals(good)).toBe(true);
});

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
