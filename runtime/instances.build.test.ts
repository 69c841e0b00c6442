import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { loadArtifact } from './index.ts';

/** Instances of generic functions and types that the build options add. */

const source = `package inst

import (
	"cmp"
	"time"
)

type Small interface{ ~int8 | ~uint8 | ~int16 }

// Sum wraps around.
func Sum[T cmp.Ordered](list []T) (sum T) {
	for _, v := range list {
		sum += v
	}
	return sum
}

func Narrow[T Small](list ...T) (sum T) {
	for _, v := range list {
		sum += v
	}
	return sum
}

type Item struct{ Name string }

func Compact[T comparable, S ~[]T](list S) (out S) {
	var zero T
	for _, v := range list {
		if v != zero {
			out = append(out, v)
		}
	}
	return out
}

type Cache[K comparable, V any] struct{ m map[K]V }

func NewCache[K comparable, V any]() *Cache[K, V] { return &Cache[K, V]{m: map[K]V{}} }

func (c *Cache[K, V]) Put(k K, v V) { c.m[k] = v }
func (c *Cache[K, V]) Get(k K) V { return c.m[k] }

type Store[K cmp.Ordered, V any] struct {
	First K
	Any   V
}

func Open[K cmp.Ordered, V any](s *Store[K, V]) (K, V) { return s.First, s.Any }

func Since(t time.Time) time.Duration { return time.Since(t) }
`;

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'instances-')));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
writeFileSync(join(folder, 'go.mod'), 'module example.test/inst\n\ngo 1.24\n');
writeFileSync(join(folder, 'inst.go'), source);
const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
const build = ['build', '.', '--json', '--quiet', '--out', join(folder, 'store')];

function configure(instances: Record<string, string[]>): void {
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ usegolib: { instances } }));
}

async function built(): Promise<any> {
  const out = execFileSync(process.execPath, [cli, ...build], { cwd: folder, encoding: 'utf8' });
  return loadArtifact(dirname(JSON.parse(out).manifest));
}

/** What a build says that fails. */
function refusal(...flags: string[]): string {
  const { stdout, status } = spawnSync(process.execPath, [cli, ...build, ...flags], { cwd: folder, encoding: 'utf8' });
  expect(status).toBe(2);
  const { error } = JSON.parse(stdout);
  expect(error.code).toBe('INVALID_OPTION');
  return error.message;
}

describe('package.json adds instances', async () => {
  configure({
    'example.test/inst.Sum': ['int8', 'time.Duration'],
    'example.test/inst.Narrow': ['int8'],
    'example.test/inst.Compact': ['Item', 'int32'],
    'example.test/inst.Cache': ['string, int', 'Item, any'],
    'example.test/inst.NewCache': ['string, int', 'Item, any'],
    'example.test/other.Sum': ['int8'],
  });
  const m = await built();

  test('that have names of their own', () => {
    expect(m.Sum([100, 100])).toBe(200);
    expect(m.Sum_int8([100, 100])).toBe(-56);
    expect(m.Sum_time_Duration([1000, '1s'])).toBe(2000);
    expect(m.Compact_Item([{ Name: '' }, { Name: 'a' }])).toEqual([{ Name: 'a' }]);
  });

  test('that are declared with the documentation of the function', () => {
    const store = join(folder, 'store/example.test');
    const [file] = readdirSync(store, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('inst.d.ts'),
    );
    const text = readFileSync(join(store, file!), 'utf8');
    expect(text).toContain(
      '/** Sum wraps around. */\nexport function Sum_int8(list: Int8Array | readonly number[] | Lent<Int8Array> | null): number;',
    );
    expect(text).toContain('export function NewCache_Item_any<V>(): Cache_Item_any<V> | null;');
    expect(text).toContain('export function Narrow(...list: number[]): number;');
  });

  test('that a TypedArray chooses', () => {
    expect(m.Sum(new Int8Array([100, 100]))).toBe(-56);
    expect(m.Compact(new Int32Array([0, 2]))).toEqual([2]);
  });

  test('of types, and of the functions that make them', () => {
    const counts = m.NewCache_string_int();
    counts.Put('a', 5);
    expect([counts.Get('a'), counts.Get('b')]).toEqual([5, 0]);
    expect(counts).toBeInstanceOf(m.Cache_string_int);
    const items = m.NewCache_Item_any();
    items.Put({ Name: 'x' }, m);
    expect(items.Get({ Name: 'x' })).toBe(m);
    expect(items.Get({ Name: 'y' })).toBeUndefined();
  });

  test('of a function that has none by itself; what it does not take is refused with the next that could be added', () => {
    expect(m.Narrow(100, 100)).toBe(-56);
    expect(() => m.Narrow(1000)).toThrow(
      'inst.Narrow: args[0]: want int8 (-128 to 127), got 1000; inst.Narrow has the instances int8; ' +
        'in package.json "usegolib": { "instances": { "example.test/inst.Narrow": ["uint8"] } } adds one',
    );
  });

  test('beside those for numbers and strings that a generic type has', () => {
    expect(m.Open(new m.Store_int64_any({ First: 5n, Any: m }))).toEqual([5n, m]);
    expect(m.Open(new m.Store_string_any({ First: 'a' }))).toEqual(['a', undefined]);
    expect(() => m.Store()).toThrow('use Store_float64_any, Store_string_any, Store_int64_any');
  });
});

test.each([
  ['example.test/inst.Sun=int8', 'instances of example.test/inst.Sun: the package has no generic function or type'],
  ['example.test/inst.Item=int8', 'instances of example.test/inst.Item: the package has no generic function or type'],
  ['example.test/inst.Sum=Item', 'Item does not satisfy cmp.Ordered'],
  ['example.test/inst.Sum=Itme', '"Itme": undefined: Itme'],
  ['example.test/inst.Sum=int8, int8', '"int8, int8": want 1 types, got 2'],
  ['example.test/inst.Sum=1', '"1": 1 is not a type'],
  ['example.test/inst.Sum=]', '"]": not a list of Go types'],
  ['example.test/inst.Cache=string', '"string": want 2 types, got 1'],
  ['example.test/inst.Cache=[]int, int', 'does not satisfy comparable'],
])('--instance %s is refused', (flag, message) => {
  expect(refusal('--instance', flag)).toContain(message);
});
