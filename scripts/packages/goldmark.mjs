/** A real module as npm packages, in a registry on the loopback interface: what the matrices install. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stock } from '../../test/support/publish.mjs';
import { Registry } from '../../test/support/registry.mjs';
import { root } from '../root.mjs';

export const MODULE = 'github.com/yuin/goldmark@v1.7.13';
export const NAME = '@me/goldmark';

/** Every way in: the package, a sub-path, what goes with Go, and importGo. Prints what the checks look for. */
export const PROGRAM = `import { New, WithExtensions } from '${NAME}';
import { GFM } from '${NAME}/extension';
import { sink } from '${NAME}/usegolib';

const html = sink();
New(WithExtensions(GFM)).Convert('~~hi~~', html);
process.stdout.write(html.text());
`;
export const PRINTS = '<p><del>hi</del></p>\n';

export const REQUIRED = `const { New } = require('${NAME}');
const { sink } = require('${NAME}/usegolib');
const html = sink();
New().Convert('*hi*', html);
process.stdout.write(html.text());
`;
export const REQUIRED_PRINTS = '<p><em>hi</em></p>\n';

/** The same for the compiler, with an error that it must find. */
export const TYPED = `import goldmark, { type Markdown, New, WithExtensions } from '${NAME}';
import { GFM } from '${NAME}/extension';
import '${NAME}/register';
import { sink } from '${NAME}/usegolib';

const html = sink();
const md: Markdown | null = New(WithExtensions(GFM));
md?.Convert('# hi', html);
export const text: string = html.text();
export const whole: typeof goldmark.New = New;
// @ts-expect-error: an extension is wanted
New(WithExtensions('GFM'));
`;

export const TSCONFIG = {
  compilerOptions: {
    strict: true,
    noEmit: true,
    skipLibCheck: false,
    exactOptionalPropertyTypes: true,
    verbatimModuleSyntax: true,
    declaration: true,
    isolatedDeclarations: true,
    target: 'es2022',
    lib: ['es2022', 'esnext.disposable'],
    module: 'nodenext',
    types: [],
  },
  files: ['typed.ts'],
};

/**
 * @param {string} [target]
 * @returns {{ out: string, packages: { name: string, folder: string }[], remove(): void }}
 */
export function packageGoldmark(target = 'host') {
  execFileSync(process.execPath, [join(root, 'scripts/build.mjs')], { stdio: 'inherit' });
  const out = mkdtempSync(join(tmpdir(), 'usegolib-goldmark-'));
  const words = ['package', MODULE, '--name', NAME, '--out', out, '--target', target, '--quiet', '--json'];
  const more = ['--repository', 'https://github.com/me/goldmark'];
  const printed = execFileSync(process.execPath, [join(root, 'dist/cli.js'), ...words, ...more], { encoding: 'utf8' });
  return { out, packages: JSON.parse(printed).packages, remove: () => rmSync(out, { recursive: true, force: true }) };
}

/**
 * Runs `use` with a registry that has the packages.
 * @param {(registry: Registry, packages: { name: string, folder: string }[]) => Promise<void>} use
 */
export async function withGoldmark(use) {
  const { packages, remove } = packageGoldmark();
  const registry = await Registry.start();
  try {
    const folders = packages.map(({ folder }) => folder);
    stock(registry, folders);
    await use(registry, packages);
  } finally {
    await registry.stop();
    remove();
  }
}
