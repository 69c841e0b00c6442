import { cpSync, readdirSync, readFileSync, realpathSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { typeComplaints } from '../../scripts/check-types.mjs';
import { Project } from '../support/project.mjs';
import { stock } from '../support/publish.mjs';
import { Registry } from '../support/registry.mjs';
import { Shop } from '../support/shop.ts';

/** A Go module as its users get it: packaged by our command, installed from a registry without scripts, imported by its name. */
const shop = new Shop();
/** A platform that is not this one. */
const other = process.platform === 'darwin' ? { os: 'linux', cpu: 'x64' } : { os: 'darwin', cpu: 'arm64' };
let registry: Registry;
let project: Project;
let packages: { name: string; folder: string }[];

beforeAll(async () => {
  packages = shop.package('dist', '--target', 'host', '--target', `${other.os}-${other.cpu}`);
  registry = await Registry.start();
  stock(
    registry,
    packages.map(({ folder }) => folder),
  );
  project = new Project(registry);
  const { code, stderr } = await project.npm('install', '@me/shop', '--no-update-notifier');
  expect(code, stderr).toBe(0);
});
afterAll(async () => {
  await registry.stop();
  shop.remove();
  project.remove();
});

async function program(text: string, name = 'program.mjs', ...flags: string[]) {
  project.write(name, text);
  const { code, stdout, stderr } = await project.node(...flags, name);
  expect(code, stderr).toBe(0);
  expect(stderr).toBe('');
  return JSON.parse(stdout);
}

const print = 'console.log(JSON.stringify';

it('gives functions, classes, constants, errors and objects as named exports', async () => {
  const result = await program(`
    import { Bakery, ErrEmpty, Label, Limit, NewShelf, Shelf } from '@me/shop';
    import { Of } from '@me/shop/price';
    import { isGoError } from '@me/shop/usegolib';
    const shelf = NewShelf('milk');
    let error;
    try { shelf.Take(); shelf.Take(); } catch (e) { error = e; }
    ${print}([shelf instanceof Shelf, Bakery.Take(), isGoError(error, ErrEmpty), Limit, Label(Of(3, 5))]));
  `);
  expect(result).toEqual([true, 'bread', true, 10, '3.05 EUR']);
});

it('gives the whole package as its default export, where variables are read and assigned as they are now', async () => {
  const result = await program(`
    import shop, * as all from '@me/shop';
    import { Of } from '@me/shop/price';
    shop.Currency = 'CHF';
    ${print}([shop.Currency, shop.Label(Of(1, 0)), 'Currency' in all, Object.keys(shop.types)]));
  `);
  expect(result).toEqual(['CHF', '1.00 CHF', false, ['example.org/shop', 'example.org/shop/price']]);
});

it('can be required, without a flag and without a warning', async () => {
  const result = await program(
    `const { Label } = require('@me/shop'); const { Of } = require('@me/shop/price');
    ${print}(Label(Of(2, 0))));`,
    'program.cjs',
  );
  expect(result).toBe('2.00 EUR');
});

it('works in a program that may read nothing but its own folder', async () => {
  const permission = Number.parseInt(process.versions.node, 10) < 23 ? '--experimental-permission' : '--permission';
  const text = `import { Label } from '@me/shop'; import { Of } from '@me/shop/price'; ${print}(Label(Of(2, 0))));`;
  const reads = `--allow-fs-read=${join(realpathSync(project.dir), '*')}`;
  const result = await program(text, 'program.mjs', '--no-warnings', permission, '--allow-addons', reads);
  expect(result).toBe('2.00 EUR');
});

it('says why a symbol is not offered when it is called', async () => {
  const result = await program(`
    import { Wait } from '@me/shop';
    try { Wait(); } catch (e) { ${print}([e.name, e.reason])); }
  `);
  expect(result).toEqual(['UnsupportedSignatureError', 'channel']);
});

it('is what importGo gives, once it is registered', async () => {
  const result = await program(`
    import '@me/shop/register';
    import { NewShelf } from '@me/shop';
    import { importGo } from 'usegolib';
    const shop = await importGo('example.org/shop', { buildIfMissing: false });
    ${print}(shop.NewShelf === NewShelf));
  `);
  expect(result).toBe(true);
});

it('has an undefined export nowhere', async () => {
  const result = await program(`
    const all = await Promise.all(['@me/shop', '@me/shop/price'].map((name) => import(name)));
    ${print}(all.flatMap((one) => Object.keys(one).filter((name) => one[name] === undefined))));
  `);
  expect(result).toEqual([]);
});

it('names the library of each platform by a sub-path', async () => {
  const [platform] = packages;
  const id = platform!.name.replace('@me/shop-', '');
  const result = await program(`
    import library, { manifest } from '@me/shop/${id}';
    import { readFileSync } from 'node:fs';
    ${print}([readFileSync(library).length, JSON.parse(readFileSync(manifest)).library.size]));
  `);
  expect(result[0]).toBe(result[1]);
});

it('runs from a bundle in another folder, with the packages that hold binaries beside it', async () => {
  project.write('entry.mjs', "import { Bakery } from '@me/shop';\nconsole.log(Bakery.Take());\n");
  const bundle = await rolldown({ input: join(project.dir, 'entry.mjs'), platform: 'node', external: /^@koromix/ });
  const away = new Project(registry);
  try {
    await bundle.write({ file: join(away.dir, 'bundle.mjs') });
    const koffi = `@koromix/koffi-${process.platform}-${process.arch}`;
    for (const name of [packages[0]!.name, koffi])
      cpSync(join(project.dir, 'node_modules', name), join(away.dir, 'node_modules', name), { recursive: true });
    expect(await away.node('bundle.mjs')).toEqual({ code: 0, stdout: 'bread\n', stderr: '' });
  } finally {
    await bundle.close();
    away.remove();
  }
});

describe('in TypeScript', () => {
  it('compiles where it is used rightly, and not where it is not', () => {
    project.write(
      'right.ts',
      `
      import shop, { Bakery, Label, Limit, NewShelf, type Shelf } from '@me/shop';
      import '@me/shop/register';
      import { type Cents, Of } from '@me/shop/price';
      import { importGo } from 'usegolib';
      const cents: Cents = Of(1, 2);
      const text: string = Label(cents);
      const ten: 10 = Limit;
      const shelf: Shelf | null = NewShelf(text);
      const currency: string = shop.Currency;
      const registered: typeof shop = await importGo('example.org/shop');
      // @ts-expect-error: a number is not text
      NewShelf(1);
      import { Currency as stale } from '@me/shop';
      // @ts-expect-error: a variable of plain data is on the default export
      console.log(stale);
      export { Bakery, currency, registered, shelf, ten };
    `,
    );
    expect(typeComplaints(project.dir, { paths: {}, noUnusedLocals: false })).toBe('');
  });
});

describe('without its library', () => {
  const away = (name: string) => join(project.dir, 'node_modules', name);
  const hidden = () => join(project.dir, 'hidden');

  async function failure(platform: string, env: Record<string, string> = {}) {
    project.write(
      'failing.mjs',
      `try { await import('@me/shop'); } catch (e) {
      ${print}({ name: e.name, code: e.code, message: e.message, package: e.package }));
    }`,
    );
    renameSync(away(platform), hidden());
    try {
      const { stdout, stderr } = await project.run(process.execPath, ['failing.mjs'], env);
      return JSON.parse(stdout || `{ "message": ${JSON.stringify(stderr)} }`);
    } finally {
      renameSync(hidden(), away(platform));
    }
  }

  it('names the package that is missing, why, and what to type', async () => {
    const { name } = packages[0]!;
    const found = await failure(name);
    expect(found).toMatchObject({
      name: 'ArtifactNotFoundError',
      code: 'PLATFORM_PACKAGE_MISSING',
      package: `${name}@1.2.3`,
    });
    expect(found.message).toMatch(/cause {2}optional dependencies were left out/);
    expect(found.message).toMatch(/try 1 {2}npm install --include=optional/);
    expect(found.message).toContain(`npm install --save-optional ${name}@1.2.3`);
  });

  it('says so where the lockfile was written on another platform', async () => {
    const lock = join(project.dir, 'package-lock.json');
    const text = readFileSync(lock, 'utf8');
    project.write('package-lock.json', text.replaceAll(packages[0]!.name, '@me/other'));
    const { message } = await failure(packages[0]!.name);
    project.write('package-lock.json', text);
    expect(message).toMatch(/cause .*package-lock\.json was written on another platform/);
  });

  it('takes the folder that USEGOLIB_LIBRARY_PATH names', async () => {
    const folder = packages[0]!.folder;
    expect(await failure(packages[0]!.name, { USEGOLIB_LIBRARY_PATH: folder })).toEqual({ message: '' });
  });

  it('says so where npm installed for another platform', async () => {
    const found = await elsewhere(`--os=${other.os}`, `--cpu=${other.cpu}`);
    expect(found.message).toContain(`it has @me/shop-${other.os}-${other.cpu}`);
    expect(found.message).toContain('remove node_modules, then npm install');
  });

  it('says so where npm left optional dependencies out, koffi among them', async () => {
    const found = await elsewhere('--omit=optional');
    expect(found.message).toMatch(/cause {2}optional dependencies were left out/);
    expect(found.names).not.toContain('@koromix');
    expect(found.koffi).toEqual(['LoadError', 'KOFFI_MISSING']);
  });

  /** What a project of its own says, installed with other flags. */
  async function elsewhere(...flags: string[]) {
    const stranger = new Project(registry);
    try {
      const { code, stderr } = await stranger.npm('install', '@me/shop', ...flags);
      expect(code, stderr).toBe(0);
      stranger.write(
        'call.mjs',
        `import { loadArtifact } from 'usegolib';
        const artifact = ${JSON.stringify(packages[0]!.folder)};
        const koffi = await loadArtifact(artifact).catch((e) => [e.name, e.code]);
        import('@me/shop').catch((e) => ${print}({ code: e.code, message: e.message, koffi })));`,
      );
      const { stdout } = await stranger.node('call.mjs');
      const found = JSON.parse(stdout);
      expect(found.code).toBe('PLATFORM_PACKAGE_MISSING');
      return { ...found, names: readdirSync(join(stranger.dir, 'node_modules')) };
    } finally {
      stranger.remove();
    }
  }
});
