import { extname, join } from 'node:path';
import { type Manifest, printManifest } from '../../manifests/manifest.ts';
import { MANIFEST } from '../../manifests/store.ts';
import type { Target } from '../../manifests/target.ts';
import { type Common, type Files, packageFiles, SEE_LICENCES } from './files.ts';
import type { Part } from './licences.ts';
import { platformId, platformPackage } from './names.ts';
import { printed } from './print.ts';

/** One platform's build of the module. */
export interface Built {
  target: Target;
  /** The artifact. */
  folder: string;
  /** What it says, without what only concerns this machine. */
  manifest: Manifest;
}

/**
 * The package that holds the library of one platform. Its entry says where the library and its manifest are, in the form that
 * bundlers and tracers follow: a `new URL` of a literal and `import.meta.url`.
 */
export function platformFiles({ target, folder, manifest }: Built, common: Common, parts: Part[]): Files {
  const name = platformPackage(common.name, target);
  // Windows does not let go of a library that is loaded: every version has a name of its own.
  const file = `${common.name.split('/').pop()}-${common.version}${extname(target.library)}`;
  const fields = {
    os: [target.platform],
    cpu: [target.arch],
    ...(target.libc && { libc: [target.libc] }),
    // Yarn keeps packages in archives, from which no library can be loaded.
    preferUnplugged: true,
    exports: {
      '.': { types: './index.d.ts', default: './index.js' },
      './package.json': './package.json',
    },
  };
  const files: Files = {
    'index.js': printed(
      `export default new URL('./${file}', import.meta.url);`,
      `export const manifest = new URL('./${MANIFEST}', import.meta.url);`,
    ),
    'index.d.ts': PLATFORM_TYPES,
    [MANIFEST]: printManifest({ ...manifest, library: { ...manifest.library, file } }),
    [file]: { copy: join(folder, manifest.library.file) },
    'README.md': `# ${name}\n\nThe library of ${common.name} for ${platformId(target)}. Install that package: this one comes with it.\n`,
  };
  const description = `The library of ${common.name} for ${platformId(target)}`;
  // The library is made of all of them.
  const ids = [...new Set(parts.flatMap((part) => part.ids))].sort().join(' AND ');
  const licence = parts.every((part) => part.ids.length > 0) ? ids : SEE_LICENCES;
  return packageFiles({ ...common, name, description, licence }, parts, fields, files);
}

/** Written without the types of Node or the DOM, which a program may not have. */
export const PLATFORM_TYPES = printed(
  'interface FileUrl {',
  '  readonly href: string;',
  '  readonly pathname: string;',
  '}',
  '',
  '/** Where the library lies. */',
  'declare const library: FileUrl;',
  'export default library;',
  '',
  '/** Where its manifest lies. */',
  'export declare const manifest: FileUrl;',
);
