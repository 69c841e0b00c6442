import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { goSources } from './go-sources.ts';
import { goSetting } from './goenv.ts';
import { compareGo } from './version.ts';
import { GO_MINIMUM, GO_PINS, ZIG_PINS } from './versions.ts';

let dir: string;
let file: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'goenv-'));
  file = join(dir, 'env');
  writeFileSync(file, 'GOPROXY=https://file.example\r\nGOFLAGS=-mod=mod -tags=a=b\nnot a line\nGOSUMDB=\n');
});
afterEach(() => rmSync(dir, { recursive: true }));

test('the environment comes before what go env -w wrote, and empty is unset', () => {
  expect(goSetting('GOPROXY', { GOENV: file })).toBe('https://file.example');
  expect(goSetting('GOPROXY', { GOENV: file, GOPROXY: 'direct' })).toBe('direct');
  expect(goSetting('GOPROXY', { GOENV: file, GOPROXY: '' })).toBe('https://file.example');
  expect(goSetting('GOFLAGS', { GOENV: file })).toBe('-mod=mod -tags=a=b');
  expect(goSetting('GOSUMDB', { GOENV: file })).toBeFalsy();
  expect(goSetting('GOPRIVATE', { GOENV: file })).toBeUndefined();
});

test('the file may be switched off, or missing', () => {
  expect(goSetting('GOPROXY', { GOENV: 'off' })).toBeUndefined();
  expect(goSetting('GOPROXY', { GOENV: join(dir, 'none') })).toBeUndefined();
});

test.runIf(process.platform === 'linux')('the file lies where Go looks for it', () => {
  for (const [env, place] of [
    [{ HOME: dir }, '.config/go/env'],
    [{ HOME: '/nowhere', XDG_CONFIG_HOME: join(dir, 'x') }, 'x/go/env'],
  ] as const) {
    mkdirSync(dirname(join(dir, place)), { recursive: true });
    writeFileSync(join(dir, place), 'GOPROXY=here');
    expect(goSetting('GOPROXY', env)).toBe('here');
  }
});

describe('a Go is looked for', () => {
  const pin = { version: '1.26.9', target: 'linux-amd64', h1: 'h1:x' };
  const official = 'https://go.dev/dl/go1.26.9.linux-amd64.tar.gz';
  const module = 'golang.org/toolchain/@v/v0.0.1-go1.26.9.linux-amd64.zip';
  const from = (env: NodeJS.ProcessEnv, wanted: typeof pin | { version: string; target: string } = pin) =>
    goSources(wanted, { GOENV: 'off', ...env });

  test.each([
    [undefined, [official]],
    ['direct', [official]],
    ['https://a.example/go/,direct', [`https://a.example/go/${module}`, official]],
    ['https://a.example | file:///b', [`https://a.example/${module}`, `file:///b/${module}`]],
    ['https://a.example,off', [`https://a.example/${module}`]],
    ['off', []],
  ])('where GOPROXY=%s says', (setting, urls) => {
    expect(from({ GOPROXY: setting })).toEqual(urls);
  });

  test('in the official download where only that is pinned, unless GOPROXY forbids it', () => {
    const archive = { version: '1.26.9', target: 'windows-amd64' };
    const windows = 'https://go.dev/dl/go1.26.9.windows-amd64.zip';
    expect(from({ GOPROXY: 'https://a.example' }, archive)).toEqual([windows]);
    expect(from({ GOPROXY: 'https://a.example,off' }, archive)).toEqual([]);
  });

  test('at the mirror that is named, and nowhere else', () => {
    const env = { USEGOLIB_GO_DOWNLOAD: 'https://m.example/go/', GOPROXY: 'off' };
    expect(from(env)).toEqual(['https://m.example/go/go1.26.9.linux-amd64.tar.gz']);
  });
});

test('every pin can be proved, and is new enough', () => {
  for (const pin of GO_PINS) {
    expect(`${pin.h1 ?? ''} ${pin.sha256 ?? ''}`).toMatch(/^h1:[\w+/]{43}= $|^ [0-9a-f]{64}$/);
    expect(compareGo(pin.version, GO_MINIMUM)).toBeGreaterThanOrEqual(0);
  }
  for (const { sha256 } of Object.values(ZIG_PINS.archives)) expect(sha256).toMatch(/^[0-9a-f]{64}$/);
});
