import { describe, expect, test } from 'vitest';
import { commandLine, isAlive, run } from './process.ts';

const node = (text: string, input?: string) =>
  run({ file: process.execPath, args: ['-e', text], ...(input !== undefined && { input }) });

describe('a program', () => {
  test('is run to its end, whatever its exit code', async () => {
    expect(await node('console.log("out"); console.error("err"); process.exitCode = 7')).toEqual({
      code: 7,
      stdout: 'out\n',
      stderr: 'err\n',
    });
  });

  test('reads what it is given, of any size, and an empty input otherwise', async () => {
    const count = 'let n = 0; process.stdin.on("data", (d) => { n += d.length }).on("end", () => console.log(n))';
    expect((await node(count, 'ü'.repeat(1 << 20))).stdout).toBe(`${2 << 20}\n`);
    expect((await node(count)).stdout).toBe('0\n');
  });

  test('that does not read its input ends with its own exit code', async () => {
    expect((await node('process.exit(3)', 'x'.repeat(1 << 22))).code).toBe(3);
  });

  test.skipIf(process.platform === 'win32')('that is killed has failed, and says by what', async () => {
    const { code, stderr } = await node('process.kill(process.pid, "SIGKILL"); setInterval(() => {}, 1000)');
    expect(code).toBe(1);
    expect(stderr).toMatch(/ended by SIGKILL$/);
  });

  test('that cannot be started is a build error with its command', async () => {
    await expect(run({ file: '/no/such/program', args: ['a b'] })).rejects.toMatchObject({
      name: 'BuildError',
      message: expect.stringContaining('cannot start /no/such/program'),
      command: "/no/such/program 'a b'",
    });
  });
});

test.each([
  [['build', '-o', '/a b/c', '.'], "go build -o '/a b/c' ."],
  [["it's"], "go 'it'\\''s'"],
  [['example.org/shop@v1.2.3', '-ldflags=-s'], 'go example.org/shop@v1.2.3 -ldflags=-s'],
  [[''], "go ''"],
])('%j is shown as it could be typed', (args, text) => expect(commandLine({ file: 'go', args })).toBe(text));

test('a process is alive until it has ended', async () => {
  expect(isAlive(process.pid)).toBe(true);
  const { stdout } = await node('console.log(process.pid)');
  expect(isAlive(Number(stdout))).toBe(false);
});
