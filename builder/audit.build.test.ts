import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BuildError } from '../abi/errors.ts';
import { TARGETS, targetOf } from '../manifests/target.ts';
import { type CLibrary, linkC, SHOW } from '../test/support/c-library.ts';
import { audit } from './audit.ts';
import { COMMAND, readCommands } from './library/mach-o.ts';

/** Libraries that Zig links from C, each right but for one thing. */
const ABI = ['ug_abi', 'ug_attach', 'ug_call', 'ug_block', 'ug_run', 'ug_lend', 'ug_take', 'ug_close'];
const GOOD = SHOW + ABI.map((name) => `SHOW int ${name}(void) { return 1; }\n`).join('');

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'audit-'));
});
afterAll(() => rmSync(dir, { recursive: true }));

const link = (id: string, change: Partial<CLibrary> = {}) => linkC(dir, id, { source: GOOD, ...change });

/** What the audit says of a library. */
function verdict(library: string, id: string, cgo: string[] = []): string {
  try {
    audit({ library, target: targetOf(id)!, folders: [dir], cgo });
    return 'good';
  } catch (error) {
    const { code, output } = error as BuildError;
    expect(code).toBe('LINK_AUDIT');
    return output ?? '';
  }
}

describe('the link audit', () => {
  test.each(TARGETS.map(({ id }) => id))('takes a right library for %s', async (id) => {
    expect(verdict(await link(id), id)).toBe('good');
  });

  test('refuses another processor and another format', async () => {
    const arm = await link('linux-arm64');
    expect(verdict(arm, 'linux-amd64')).toBe('it is for processor 183, linux-amd64 is 62');
    expect(verdict(arm, 'windows-arm64')).toBe('it is no pe library: no PE file');
    expect(verdict(await link('darwin-amd64'), 'darwin-arm64')).toContain('it is for processor 16777223');
  });

  test('refuses what is cut off', async () => {
    for (const id of ['linux-amd64', 'darwin-arm64', 'windows-amd64']) {
      const library = await link(id);
      writeFileSync(library, readFileSync(library).subarray(0, 700));
      expect(verdict(library, id)).toMatch(/^it is no (elf|mach-o|pe) library: /);
    }
  });

  test.each(['linux-amd64', 'darwin-arm64'])('on %s refuses a library that needs one more', async (id) => {
    const other = await link(id, { source: `int extra(void) { return 2; }\n` });
    const source = `${GOOD}extern int extra(void);\nint ug_more(void) { return extra(); }\n`;
    expect(verdict(await link(id, { source, flags: [other] }), id)).toMatch(/^it needs \S+, which is not on every/);
  });

  test('on Windows refuses a library that needs a system library of few machines', async () => {
    const source = `${GOOD}extern short SQLAllocConnect(void *, void **);\nSHOW int ug_more(void) { return SQLAllocConnect(0, 0); }\n`;
    const library = await link('windows-amd64', { source, flags: ['-lodbc32'] });
    expect(verdict(library, 'windows-amd64')).toMatch(/^it needs ODBC32.dll, which is not on every windows/i);
  });

  test('refuses a newer C library or system than the row allows', async () => {
    const source = `#include <pthread.h>\n${GOOD}int never(void *(*f)(void *)) { pthread_t t; return pthread_create(&t, 0, f, 0); }\n`;
    const newer = await link('linux-amd64', { source, triple: 'x86_64-linux-gnu.2.34' });
    expect(verdict(newer, 'linux-amd64')).toContain('it needs glibc 2.34, later than 2.28');
    const later = await link('darwin-arm64', { triple: 'aarch64-macos.14.0' });
    expect(verdict(later, 'darwin-arm64')).toBe('it needs macOS 14.0, later than 12.0');
  });

  test.each(TARGETS.map(({ id }) => id))('on %s refuses exports that are not those of the ABI', async (id) => {
    const less = await link(id, { source: GOOD.replace('ug_take', 'ug_lost') });
    expect(verdict(less, id)).toBe('it does not export ug_take\nit exports ug_lost beside the ABI');
  });

  test('lets a module’s own C show its names where the linker cannot hide them, and nowhere else', async () => {
    const source = `${GOOD}SHOW int zip(void) { return 3; }\n`;
    for (const id of ['darwin-arm64', 'windows-amd64'])
      expect(verdict(await link(id, { source }), id, ['example.org/zip'])).toBe('good');
    const elf = await link('linux-amd64', { source });
    expect(verdict(elf, 'linux-amd64', ['example.org/zip'])).toBe('it exports zip beside the ABI');
  });

  test.each([
    ['linux-amd64', '-Wl,-z,undefs'],
    ['darwin-arm64', '-Wl,-undefined,dynamic_lookup'],
  ])('on %s refuses a name that no library has, such as a sanitizer’s', async (id, flag) => {
    const source = `${GOOD}extern int __ubsan_handle_add_overflow(void);\nint f(void) { return __ubsan_handle_add_overflow(); }\n`;
    const library = await link(id, { source, flags: [flag] });
    expect(verdict(library, id)).toContain('no library that it needs has __ubsan_handle_add_overflow');
  });

  test('refuses a signature that is missing or not that of the bytes', async () => {
    const library = await link('darwin-arm64');
    const whole = readFileSync(library);
    const flipped = Buffer.from(whole);
    flipped[whole.indexOf('ug_abi')]! ^= 1;
    writeFileSync(library, flipped);
    expect(verdict(library, 'darwin-arm64')).toContain('its signature is not that of its bytes');
    const { at } = readCommands(whole).find(({ kind }) => kind === COMMAND.signature)!;
    whole.writeUInt32LE(0x2b, at);
    writeFileSync(library, whole);
    expect(verdict(library, 'darwin-arm64')).toBe('it is not signed, and darwin-arm64 runs nothing unsigned');
  });

  test('refuses a library that names a source of the machine that built it', async () => {
    const source = `${GOOD}const char *volatile where = __FILE__;\n`;
    for (const id of ['linux-amd64', 'windows-arm64'])
      expect(verdict(await link(id, { source }), id, ['x'])).toMatch(/it names files of this machine: .*library\d+\.c/);
  });
});
