import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { Project } from '../support/project.mjs';
import { Registry } from '../support/registry.mjs';
import { cli, Shop } from '../support/shop.ts';

/** `usegolib publish` against a registry that is slow to show what it has, breaks, or has something else. */
const shop = new Shop();
let platform: string;
beforeAll(() => {
  platform = shop.package('dist')[0]!.name;
});
afterAll(() => shop.remove());

let registry: Registry;
let project: Project;
beforeEach(async () => {
  registry = await Registry.start();
  project = new Project(registry);
  cpSync(join(shop.dir, 'dist'), join(project.dir, 'dist'), { recursive: true });
});
afterEach(async () => {
  await registry.stop();
  project.remove();
});

async function publish(...flags: string[]) {
  const { code, stdout } = await project.node(cli, 'publish', '--json', '--quiet', ...flags);
  const { error, packages } = JSON.parse(stdout);
  const states = packages?.map(({ name, state }: { name: string; state: string }) => `${state} ${name}`);
  return { code, error, states };
}
const puts = () => registry.asked.filter((line) => line.startsWith('PUT'));

it('publishes the platform first, waits until it can be read, then the wrapper', async () => {
  registry.delay = 3;
  expect(await publish()).toMatchObject({ code: 0, states: [`published ${platform}`, 'published @me/shop'] });
  const [first, last] = puts();
  expect([first, last]).toEqual([`PUT ${platform}@1.2.3`, 'PUT @me/shop@1.2.3']);
  const between = registry.asked.slice(registry.asked.indexOf(first!), registry.asked.indexOf(last!));
  expect(between.filter((line) => line === `GET ${platform}`).length).toBeGreaterThan(3);
});

it('publishes nothing in a dry run, and says what it would do', async () => {
  const wanted = [`would publish ${platform}`, 'would publish @me/shop'];
  expect(await publish('--dry-run')).toMatchObject({ code: 0, states: wanted });
  expect(puts()).toEqual([]);
});

it('goes on where it was interrupted: what is published with the same contents is kept', async () => {
  registry.refused.add('@me/shop');
  expect(await publish()).toMatchObject({ code: 1, error: { code: 'NPM_FAILED' } });
  registry.refused.clear();
  expect(await publish()).toMatchObject({ code: 0, states: [`kept ${platform}`, 'published @me/shop'] });
  expect(await publish()).toMatchObject({ code: 0, states: [`kept ${platform}`, 'kept @me/shop'] });
});

it('publishes nothing where a version exists with other contents', async () => {
  await publish();
  const readme = join(project.dir, 'dist/@me/shop/README.md');
  writeFileSync(readme, `${readFileSync(readme, 'utf8')}More.\n`);
  const before = puts().length;
  expect(await publish()).toMatchObject({ code: 1, error: { code: 'PUBLISHED_DIFFERENT' } });
  expect(puts().length).toBe(before);
});

it('does not publish the wrapper when a platform is not shown in time', async () => {
  registry.delay = 1000;
  expect(await publish('--wait', '0')).toMatchObject({ code: 1, error: { code: 'NOT_VISIBLE' } });
  expect(puts()).toEqual([`PUT ${platform}@1.2.3`]);
});

it('refuses a wrapper whose platforms are not there', async () => {
  rmSync(join(project.dir, 'dist', platform), { recursive: true });
  expect(await publish()).toMatchObject({ code: 1, error: { code: 'PACKAGE_MISSING' } });
  expect(await publish('nowhere')).toMatchObject({ code: 1, error: { code: 'NOTHING_TO_PUBLISH' } });
});
