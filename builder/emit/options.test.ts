import { expect, test } from 'vitest';
import type { BuildOptions } from '../../manifests/options.ts';
import { optionsOf } from './options.ts';

test.each<[BuildOptions, string]>([
  [{}, ''],
  [{ int64: 'bigint', utf8: 'error' }, ''],
  [{ int64: 'number', nil: 'keep' }, 'int64 number; nil keep'],
  [{ int64: { 'm/v2.F': 'number', 'm/v2.T.M': 'number', 'm.G': 'number' } }, 'int64 number (F, T.M)'],
  [{ int64: { '*': 'number', 'm/v2.F': 'bigint' } }, 'int64 number; int64 bigint (F)'],
  [{ int64: { '*': 'number', 'm/v2': 'bigint' } }, ''],
  [{ utf8: { 'm/v2': 'replace', m: 'replace' }, text: ['m/v2.T', 'm.U'] }, 'utf8 replace; text (T)'],
  [{ duration: 'ns', records: 'exact', all: true }, 'duration ns; records exact'],
])('%j', (options, text) => expect(optionsOf(options, 'm/v2')).toBe(text));
