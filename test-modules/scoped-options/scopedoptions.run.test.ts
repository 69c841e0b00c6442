import { describe, expect, it } from 'vitest';
import { builtWithOptions } from '../../test/support/built-with-options.ts';
import { caught } from '../../test/support/refused.ts';

const { m, run, declarations } = await builtWithOptions('scoped-options');

describe('int64', () => {
  it('is a number where the symbol, its type or its package says so, else a bigint', () => {
    expect(m.Total(1, 2n)).toBe(3n);
    expect(m.Count(5)).toEqual([5, [5n], new Map([[5, 5]])]);
    expect([m.Most, m.Limit, m.Any()]).toEqual([2 ** 40, 9n, 7n]);
    expect(new m.Amount(4).Double().valueOf()).toBe(8);
  });

  it('follows the record and its field in every function that gives one', () => {
    const row = { ID: 1, Rev: 2n, Size: 3n, By: new Map([[4, 5]]), Name: 'n', Tags: ['t'] };
    expect(m.Echo(row)).toEqual(row);
    expect(new m.Row()).toMatchObject({ ID: 0, Rev: 0n, Size: 0n });
  });

  it('of a method is what the interface that it implements declares', () => {
    const file = m.Open(7n, '');
    expect(file.Len()).toBe(7);
    expect(m.AsSized(file)).toBe(file);
    expect(file.Rev).toBe(7n);
    expect(m.Info(5).Size()).toBe(5);
  });

  it('of what JavaScript implements follows the interface or func type, without a name the function around it', () => {
    const seen: unknown[] = [];
    const see = (n: unknown) => {
      seen.push(n);
      return 8;
    };
    expect([m.Each(1, see), m.EachNamed(2, see), m.LenOf({ Len: () => 3 })]).toEqual([8, 8n, 3n]);
    expect(seen).toEqual([1, 2]);
    expect(m.Twice()(4)).toBe(8);
    expect(m.Each(5, m.Twice())).toBe(10);
  });

  it('is refused as a result where no number holds it', () => {
    expect(caught(() => m.Count(2n ** 53n))).toMatchObject({ name: 'ResultRangeError' });
    expect(caught(() => m.Echo({ ID: 2n ** 60n }))).toMatchObject({ name: 'ResultRangeError' });
    expect(m.Total(2n ** 60n)).toBe(2n ** 60n);
  });

  it('of a generic function is what the type of its argument makes it', () => {
    expect([m.Max(1.5, 2), m.Max('a', 'b'), m.Max(1n, 2n)]).toEqual([2, 'b', 2n]);
    expect([m.Same(1.5), m.Same('a'), m.Same(2n)]).toEqual([1.5, 'a', 2n]);
  });
});

describe('utf8', () => {
  const bad = Uint8Array.from([0x61, 0xff]);

  it('is replaced where the declaration says so', () => {
    expect({ ...m.Texts(bad) }).toEqual({ 'a\ufffd': ['a\ufffd', 'ok'] });
    const file = m.Open(1, bad);
    expect([file.Name(), file.Note]).toEqual(['a\ufffd', 'a\ufffd']);
  });

  it.each([
    ['a function', () => m.Text(bad)],
    ['a field', () => m.Open(1, bad).Title],
  ])('is an error in %s that says nothing', (_, call) => {
    expect(caught(call).name).toBe('EncodingError');
  });
});

it('inspect shows the types that the options give', () => {
  const shown: any[] = run('inspect');
  const typescript = (name: string) => shown.find((one) => one.symbol === name)?.typescript;
  expect(typescript('Total')).toBe('function Total(...all: bigint[]): bigint');
  expect(typescript('Count')).toBe('function Count(n: number): [number, Size[], Map<number, number>]');
  expect(typescript('File.Len')).toBe('File.Len(): number');
});

it('declarations say them', () => {
  const text = declarations('usegolib.test/modules/scoped-options');
  for (const line of [
    '// Built with int64 number (Amount, Count, Each, Handler, Most, Row, Same, Sized, Twice); int64 bigint (Row.Rev); utf8 replace (File.Name, File.Note, Row.Tags, Texts).',
    'export function Total(...all: (number | bigint)[]): bigint;',
    'export function Count(n: number | bigint): [number, Size[], Map<number, number>];',
    'export function Each(n: number | bigint, f: ((n: number) => number | bigint) ',
    'export const Most: 1099511627776;',
    'export let Limit: bigint;',
    '  ID: number;',
    '  Rev: bigint;',
    '  Len(): number;',
  ]) {
    expect(text).toContain(line);
  }
  expect(declarations('io/fs')).toContain('Size(): number;');
});

it.each([
  [
    'scoped-options.total',
    /int64: nothing in usegolib.test\/modules\/scoped-options is called total; did you mean "Total"/,
  ],
  ['no-such', /int64: no package of this build is called usegolib.test\/modules\/no-such; did you mean/],
])('a word for %s, which is not there, ends the build', (part, text) => {
  const { error } = run('build', '--int64', `usegolib.test/modules/${part}=number`);
  expect(error).toMatchObject({ code: 'INVALID_OPTION', message: expect.stringMatching(text) });
});

it('two words for what must be one method end the build', () => {
  const words = ['Sized.Len=number', 'File.Len=bigint'].flatMap((word) => [
    '--int64',
    `usegolib.test/modules/scoped-options.${word}`,
  ]);
  expect(run('build', ...words).error).toMatchObject({
    code: 'INVALID_OPTION',
    message: expect.stringMatching(/Sized.Len says number and .*File.Len says bigint/),
  });
});
