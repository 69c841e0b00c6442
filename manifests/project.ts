import { list, object, text } from './json-path.ts';
import { type BuildOptions, checkOptions, OPTIONS } from './options.ts';

/** Files that configure a project, in the order in which they are looked for; `package.json` does so under `usegolib`. */
export const CONFIG_FILES = ['usegolib.config.ts', 'usegolib.config.mjs', 'usegolib.config.json'] as const;

/** What a configuration may say. */
export const checkConfig = checkOptions;
export type Config = BuildOptions;

/** What `package.json` may say: the same, and which modules the project has; `usegolib add` writes those. */
export const checkPackageConfig = object(
  {},
  {
    ...OPTIONS,
    /** Specs: `github.com/google/uuid@v1.6.0`, `strings`, `./go/pricing`. One library holds all of them. */
    modules: list(text),
  },
);
