import { expect, test } from 'vitest';
import { hostLibc, hostTarget, TARGETS, targetOf } from './target.ts';

test('a target is found by its id and by the names Node has for it', () => {
  for (const target of TARGETS) {
    expect(target.id).toBe(`${target.goos}-${target.goarch}`);
    expect(targetOf(target.id)).toBe(target);
    expect(hostTarget(target.platform, target.arch)).toBe(target);
  }
});

test('what is not in the table has no target', () => {
  expect(hostTarget('linux', 'mips')).toBeUndefined();
  expect(targetOf('plan9-amd64')).toBeUndefined();
});

test.runIf(process.platform === 'linux')('the C library of the host is told apart', () => {
  const { header } = process.report.getReport() as unknown as { header: { glibcVersionRuntime?: string } };
  expect(hostLibc()).toBe(header.glibcVersionRuntime ? 'glibc' : 'musl');
});
