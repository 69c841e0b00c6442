import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { root } from '../../scripts/root.mjs';

const all = process.env.USEGOLIB_STRESS === 'all';
const folder = mkdtempSync(join(tmpdir(), 'usegolib-stress-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const env = { ...process.env, USEGOLIB_ARTIFACT_DIR: join(folder, 'store') };
const bench = join(root, 'bench/gomod');

it('eight processes that want the same unbuilt module build it once, and all get the right answer', async () => {
  const source = `
    import { importGo } from ${JSON.stringify(join(root, 'dist/runtime.js'))};
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

it('a damaged artifact is a typed error, and the process lives', async () => {
  const out = execFileSync(process.execPath, [join(root, 'dist/cli.js'), 'build', '--json', bench], {
    env,
    encoding: 'utf8',
  });
  const artifact = dirname(JSON.parse(out).manifest);
  const copy = join(folder, basename(artifact));
  cpSync(artifact, copy, { recursive: true });
  const { loadArtifact } = await import('../../runtime/index.ts');
  const random = generator(20261121);
  for (const file of ['libusegolib.so', 'manifest.json']) {
    const path = join(copy, file);
    const good = readFileSync(path);
    for (let round = 0; round < (all ? 500 : 20); round++) {
      const at = Math.floor(random() * good.length);
      // A bit of the manifest may lie in a field nobody depends on; a shorter one is always wrong.
      if (file === 'manifest.json' || random() < 0.3) truncateSync(path, at);
      else writeFileSync(path, flipped(good, at, Math.floor(random() * 8)));
      const error = await loadArtifact(copy).then(
        () => undefined,
        (reason) => reason,
      );
      expect(error, `${file} damaged at ${at}`).toMatchObject({ code: expect.any(String) });
      expect(error.name, String(error)).toMatch(
        /^(Integrity|Load|AbiMismatch|UnsupportedPlatform|ArtifactNotFound)Error$/,
      );
      writeFileSync(path, good);
    }
  }
  const loaded = (await loadArtifact(copy)) as unknown as { Add(a: number, b: number): number };
  expect(loaded.Add(40, 2)).toBe(42);
});

function flipped(bytes: Buffer, at: number, bit: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] ^= 1 << bit;
  return copy;
}

/** The same damage in every run. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
