import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { caught } from '../test/support/refused.ts';
import { loadArtifact } from './index.ts';

/** The build options that Go follows: a library built with them by the command, and one without. */

const source = `package edges

import (
	"errors"
	"math"
	"time"
)

const (
	Second   = time.Second
	Longest  = time.Duration(math.MaxInt64)
	Shortest = time.Duration(math.MinInt64)
	Odd      = time.Duration(math.MaxInt64 - 1)

	Typed int64 = 7
	Big   int64 = 1 << 62
)

var Wait = 1500 * time.Microsecond

type Job struct {
	Name  string
	ID    int64
	Every time.Duration
	Each  []time.Duration
}

func Duration(d time.Duration) time.Duration { return d }
func Keep(j Job) Job { return j }
func Text(b []byte) string { return string(b) }
func Texts(b []byte) map[string][]string { return map[string][]string{string(b): {string(b), "ok"}} }
func Named(b []byte) Job { return Job{Name: string(b)} }
func Int64(n int64) int64 { return n }
func Uint64(n uint64) uint64 { return n }
func ByNumber(m map[int64]string) map[int64]string { return m }
func Any(n int64) any { return n }
func Fail(b []byte) (string, error) { return string(b), errors.New(string(b)) }
`;

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'options-')));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A module of its own each time: a process loads one build of a module. */
async function built(name: string, ...flags: string[]): Promise<any> {
  mkdirSync(join(folder, name));
  writeFileSync(join(folder, name, 'go.mod'), `module example.com/${name}\n\ngo 1.24\n`);
  writeFileSync(join(folder, name, 'edges.go'), source);
  const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
  const args = [cli, 'build', `./${name}`, '--json', '--quiet', '--out', join(folder, 'store'), ...flags];
  const { manifest } = JSON.parse(execFileSync(process.execPath, args, { cwd: folder, encoding: 'utf8' }));
  return loadArtifact(dirname(manifest));
}

const most = 2n ** 63n - 1n;

describe('without options', async () => {
  const m = await built('plain');

  it('constants of durations are ms where a number is exact, else the ns that Go takes as well', () => {
    expect([m.Second, m.Longest, m.Shortest, m.Odd]).toEqual([1000, Infinity, -Infinity, most - 1n]);
    expect(m.Wait).toBe(1.5);
    expect(m.Duration(m.Second)).toBe(1000);
    expect(m.Duration(m.Longest)).toBe(Infinity);
    expect(caught(() => m.Duration(m.Odd)).name).toBe('ResultRangeError');
  });

  it.each([
    ['Text', [0x61, 0xff], 1],
    ['Texts', [0xff], 0],
    ['Named', [0x61, 0x62, 0xc3], 2],
    ['Text', [0xed, 0xa0, 0x80], 0],
  ])('%s of text that is not UTF-8 is an error that says at which byte', (name, bytes, at) => {
    const error = caught(() => m[name](Uint8Array.from(bytes)));
    expect(error.name).toBe('EncodingError');
    expect(error.message).toBe(
      `edges.${name}: a Go string is not UTF-8: byte 0x${bytes[at]!.toString(16)} at offset ${at}`,
    );
    expect(m.Text('good')).toBe('good');
  });
});

describe("duration: 'ns', utf8: 'replace'", async () => {
  const m = await built('options', '--duration', 'ns', '--utf8', 'replace');

  it.each([0n, 1n, -1n, 1_500_000n, most, most - 1n, -most - 1n, -most, 2n ** 53n + 1n])('%s ns are kept', (ns) => {
    expect(m.Duration(ns)).toBe(ns);
  });

  it.each([
    [1.5, 1_500_000n],
    [-1e-6, -1n],
    ['1h', 3_600_000_000_000n],
    [Infinity, most],
    [-Infinity, -most - 1n],
  ])('ms and text are taken all the same: %s', (value, ns) => expect(m.Duration(value)).toBe(ns));

  it('constants, variables, fields, elements and zero values are bigint', () => {
    expect([m.Second, m.Longest, m.Shortest, m.Odd]).toEqual([1_000_000_000n, most, -most - 1n, most - 1n]);
    expect(m.Wait).toBe(1_500_000n);
    expect(m.Keep({ Name: 'j', Every: 5n, Each: [1n, 2] })).toMatchObject({ Every: 5n, Each: [1n, 2_000_000n] });
    expect(new m.Job()).toEqual({ Name: '', ID: 0n, Every: 0n, Each: [] });
    expect(m.Keep(new m.Job()).Every).toBe(0n);
  });

  it('each byte that is not UTF-8 is one U+FFFD, as Go counts them', () => {
    const bytes = (...all: number[]) => Uint8Array.from(all);
    expect(m.Text(bytes(0x61, 0xff, 0x62))).toBe('a\ufffdb');
    expect(m.Text(bytes(0xed, 0xa0, 0x80))).toBe('\ufffd\ufffd\ufffd');
    expect(m.Text(bytes(0xe2, 0x82))).toBe('\ufffd\ufffd');
    expect(m.Text('größe')).toBe('größe');
    expect({ ...m.Texts(bytes(0xff)) }).toEqual({ '\ufffd': ['\ufffd', 'ok'] });
    expect(m.Named(bytes(0xff)).Name).toBe('\ufffd');
    const long = Uint8Array.from({ length: 70_000 }, (_, i) => (i % 2 ? 0xff : 0x61));
    expect(m.Text(long)).toBe('a\ufffd'.repeat(35_000));
    expect(caught(() => m.Fail(bytes(0x65, 0xff)))).toMatchObject({ message: 'e\ufffd', result: 'e\ufffd' });
  });
});

describe("int64: 'number'", async () => {
  const m = await built('numbers', '--int64', 'number');

  it('gives numbers where they are exact', () => {
    for (const n of [0, -1, 2 ** 40, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER]) {
      expect([m.Int64(n), m.Any(n)]).toEqual([n, n]);
    }
    expect(m.Uint64(7n)).toBe(7);
    expect([m.Typed, m.Big]).toEqual([7, 2n ** 62n]);
    expect(m.ByNumber(new Map([[1, 'x']]))).toEqual(new Map([[1, 'x']]));
    expect(new m.Job().ID).toBe(0);
  });

  it.each([
    ['Int64', 2n ** 53n],
    ['Int64', -(2n ** 53n)],
    ['Int64', -(2n ** 63n)],
    ['Uint64', 2n ** 64n - 1n],
    ['Any', 2n ** 53n],
  ] as const)('%s gives an error where no number holds %s', (name, value) => {
    const error = caught(() => m[name](value));
    expect(error.name).toBe('ResultRangeError');
    expect(error.message).toBe(`edges.${name}: Go returned ${value}, which a JavaScript number cannot hold exactly`);
    expect(error.symbol).toBe(`edges.${name}`);
    expect(error.stack!.split('\n')[1]).toContain('options-of-go.build.test.ts');
    expect(m[name](1)).toBe(1);
  });
});
