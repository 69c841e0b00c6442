import { describe, expect, test } from 'vitest';
import { propertyName, Scope } from './names.ts';

describe('a name in a scope', () => {
  test.each([
    ['text', 'text'],
    ['new', 'new_'],
    ['this', 'this_'],
    ['arguments', 'arguments_'],
    ['any', 'any_'],
    ['größe', 'größe'],
    ['go-yaml', 'go_yaml'],
    ['2fa', '_2fa'],
    ['func(n int) bool', 'func_n_int__bool'],
  ])('%s is %s', (name, want) => expect(new Scope().claim(name)).toBe(want));

  test('is given once', () => {
    const scope = new Scope(['template']);
    expect(['template', 'template', 'url', 'url'].map((name) => scope.claim(name))).toEqual([
      'template_',
      'template__',
      'url',
      'url_',
    ]);
  });

  test('that a name is taken for stays free for its own', () => {
    const scope = new Scope(['new_']);
    expect(scope.claim('new')).toBe('new__');
  });
});

test.each([
  ['name', 'name'],
  ['a-b', '"a-b"'],
  ["it's", '"it\'s"'],
  ['new', 'new'],
  ['', '""'],
])('the key %j is written %s', (key, want) => expect(propertyName(key)).toBe(want));
