import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TARGETS } from '../../manifests/target.ts';
import { root } from '../../scripts/root.mjs';
import { linkC, SHOW } from '../../test/support/c-library.ts';
import { run } from '../process.ts';
import { silentReport } from '../report.ts';
import { chooseGo, locateGo } from '../toolchain/go.ts';
import { readLinked } from './linked.ts';

const SOURCE = `${SHOW}
#include <stdlib.h>
#include <string.h>
SHOW int one(void) { return 1; }
SHOW char *copy(const char *s) { return strcpy(malloc(strlen(s) + 1), s); }
`;

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'linked-'));
});
afterAll(() => rmSync(dir, { recursive: true }));

test('a library of every target reads as Go’s own readers read it', async () => {
  const files: string[] = [];
  for (const { id } of TARGETS) files.push(await linkC(dir, id, { source: SOURCE }));
  await locateGo();
  const go = await chooseGo('1.0', silentReport);
  const env = { ...process.env, GOFLAGS: '', GOWORK: 'off', GO111MODULE: 'off' };
  const args = ['run', join(root, 'test/support/linked/main.go'), ...files];
  const { stdout, stderr } = await run({ file: go.path, args, cwd: dir, env });
  const want = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(want, stderr).toHaveLength(TARGETS.length);
  for (const [i, { format, machine }] of TARGETS.entries()) {
    const { needs, exports, ...linked } = readLinked[format](readFileSync(files[i]!));
    expect(linked.machine).toBe(machine);
    expect({ machine, needs: [...new Set(needs)].sort() }).toEqual({ machine: want[i].machine, needs: want[i].needs });
    expect(exports).toEqual(expect.arrayContaining(['one', 'copy']));
    if (want[i].exports) expect([...exports].sort()).toEqual(want[i].exports);
  }
});
