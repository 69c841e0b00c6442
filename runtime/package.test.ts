import { sep } from 'node:path';
import { expect, it } from 'vitest';
import { unpacked } from './package.ts';

const path = (text: string) => text.split('/').join(sep);

it('is looked for beside an archive of Electron, where it was unpacked', () => {
  const inside = path('/opt/app/resources/app.asar/node_modules/@me/shop-linux-x64-gnu');
  const beside = path('/opt/app/resources/app.asar.unpacked/node_modules/@me/shop-linux-x64-gnu');
  expect(unpacked(inside, (found) => found === beside)).toBe(beside);
  expect(unpacked(inside, () => false)).toBe(inside);
});

it('is where it is, outside of an archive', () => {
  const plain = path('/srv/app.asarium/node_modules/@me/shop');
  expect(unpacked(plain, () => true)).toBe(plain);
});
