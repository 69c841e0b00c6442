/**
 * `npm test`: the checks, the Go tests and every vitest project, then the plain line `N passed, N failed`.
 * A check counts as one test, a Go test or subtest as one, a vitest case as one.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkSteps } from './check-steps.mjs';
import { goTest } from './go.mjs';
import { root } from './root.mjs';
import { runSteps } from './steps.mjs';

const results = [runSteps(checkSteps), goSuite('bridge-go/gen'), goSuite('bridge-go/bridge'), vitest()];
const passed = results.reduce((sum, result) => sum + result.passed, 0);
const failed = results.reduce((sum, result) => sum + result.failed, 0);
const line = `${passed} passed, ${failed} failed\n`;
process.stdout.write(line);
if (process.env.USEGOLIB_TEST_SUMMARY) writeFileSync(process.env.USEGOLIB_TEST_SUMMARY, line);
process.exitCode = failed ? 1 : 0;

/** @param {string} folder */
function goSuite(folder) {
  let counts = { passed: 0, failed: 1, output: '' };
  runSteps([{ name: `go test ${folder}`, run: () => (counts = goTest(folder)).output }]);
  return counts;
}

/** @returns {{ passed: number, failed: number }} */
function vitest() {
  const folder = mkdtempSync(join(tmpdir(), 'usegolib-test-'));
  const report = join(folder, 'report.json');
  try {
    const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const done = spawnSync(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), ...args], {
      cwd: root,
      stdio: 'inherit',
    });
    if (!existsSync(report)) return { passed: 0, failed: 1 };
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'));
    // A file that does not load, or a worker that dies, has no failed test of its own.
    return { passed: numPassedTests, failed: Math.max(numFailedTests, done.status === 0 ? 0 : 1) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
