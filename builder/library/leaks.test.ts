import { expect, test } from 'vitest';
import { leakedPaths } from './leaks.ts';

const find = (text: string) => leakedPaths(Buffer.from(`\0\x01${text}\0after.c`, 'latin1'), ['/home/me', 'C:\\me']);

test('a source, header or object below a folder is found, wherever it stands', () => {
  expect(find('/home/me/go/zstd.c')).toEqual(['/home/me/go/zstd.c']);
  expect(find('"/home/me/a b/lib.h" and more')).toEqual(['/home/me/a b/lib.h']);
  expect(find('C:\\me\\obj\\x.obj')).toEqual(['C:\\me\\obj\\x.obj']);
});

test('the folder alone is no leak, and neither is a file beside it or one without such an ending', () => {
  for (const text of ['/home/me', '/home/me/', '/home/merry/x.c', '/home/me/settings.json', '/home/me/goal'])
    expect(find(text)).toEqual([]);
  expect(find('github.com/home/me/x.go')).toEqual([]);
});
