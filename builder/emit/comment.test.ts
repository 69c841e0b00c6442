import { expect, test } from 'vitest';
import { link, tsdoc } from './comment.ts';

const knows = (name: string) => name === 'Version';

test('one line stays one line, no text has no comment', () => {
  expect(tsdoc('Parse reads a version.')).toEqual(['/** Parse reads a version. */']);
  expect(tsdoc('')).toEqual([]);
});

test('paragraphs and code keep their lines', () => {
  expect(tsdoc('First.\n\n```go\nx := 1\n\n\ty()\n```')).toEqual([
    '/**',
    ' * First.',
    ' *',
    ' * ```go',
    ' * x := 1',
    ' *',
    ' * \ty()',
    ' * ```',
    ' */',
  ]);
});

test('nothing in the text ends the comment', () => {
  expect(tsdoc('matches a/*/b, and */ at the end')).toEqual(['/** matches a/*\\/b, and *\\/ at the end */']);
});

test('an @ at the start of a line is no tag, in a line it is left alone', () => {
  expect(tsdoc('@deprecated is a word\n  @see {@link x} me@example.org')).toEqual([
    '/**',
    ' * \\@deprecated is a word',
    ' *   \\@see {\\@link x} me@example.org',
    ' */',
  ]);
});

test('a link leads to what is declared, and is code otherwise', () => {
  expect(tsdoc(`See ${link('Version')} and ${link('Other.Name')}.`, knows)).toEqual([
    '/** See {@link Version} and `Other.Name`. */',
  ]);
});

test('a deprecated paragraph becomes the tag', () => {
  expect(tsdoc(`Old does it.\n\nDeprecated: use ${link('Version')}\ninstead.\n\nMore.`, knows)).toEqual([
    '/**',
    ' * Old does it.',
    ' *',
    ' * More.',
    ' *',
    ' * @deprecated use {@link Version}',
    ' * instead.',
    ' */',
  ]);
});
