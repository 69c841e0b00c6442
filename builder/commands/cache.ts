import { gc } from './cache/gc.ts';
import { ls } from './cache/ls.ts';
import { verify } from './cache/verify.ts';

export const cache = {
  name: 'cache',
  about: 'what builds keep: toolchains, builds',
  commands: [ls, gc, verify],
} as const;
