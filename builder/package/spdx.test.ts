import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../scripts/root.mjs';
import { identify } from './spdx.ts';

it('knows our own', () => expect(identify(readFileSync(join(root, 'LICENSE'), 'utf8'))).toBe('MIT'));

it.each([
  [
    '                                 Apache License\n                           Version 2.0, January 2004',
    'Apache-2.0',
  ],
  ['Mozilla Public License, version 2.0\n\n1. Definitions', 'MPL-2.0'],
  [
    'Redistribution and use …\n   * Redistributions of source code must retain the above\n// Redistributions in binary form\n * Neither the name of Google Inc.',
    'BSD-3-Clause',
  ],
  ['Redistributions of source code must retain the above …\nRedistributions in binary form must', 'BSD-2-Clause'],
  ['Permission to use, copy, modify, and distribute this software for any purpose with or without fee', 'ISC'],
  ['This is free and unencumbered software released into the public domain.', 'Unlicense'],
  ['GNU LESSER GENERAL PUBLIC LICENSE\n   Version 3, 29 June 2007', 'LGPL-3.0-only'],
])('knows %j', (text, id) => expect(identify(text)).toBe(id));

it('guesses nothing', () => expect(identify('All rights reserved. Ask before you use it.')).toBeUndefined());
