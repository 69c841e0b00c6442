import { defineConfig } from 'vitest/config';

/** One project per kind of proof; `CONTRIBUTING.md` says what each needs. `npm test` runs a sample of `stress`. */
const project = (name: string, include: string[], more: object = {}) => ({
  test: { name, include, exclude: ['**/node_modules/**', 'dist/**'], ...more },
});

const minutes = 60_000;
/** A build may compile the standard library first: minutes on a small machine, seconds afterwards. */
const builds = { testTimeout: 10 * minutes, hookTimeout: 15 * minutes, fileParallelism: false };

export default defineConfig({
  test: {
    projects: [
      project('unit', ['{abi,manifests,runtime,builder,scripts,test/support}/**/*.test.ts'], {
        exclude: ['**/node_modules/**', '**/*.build.test.ts'],
      }),
      project('golden', ['{test-modules,test}/**/*.golden.test.ts'], builds),
      project('run', ['test-modules/**/*.run.test.ts', '{runtime,builder}/**/*.build.test.ts'], {
        ...builds,
        globalSetup: ['test/support/build-test-modules.ts'],
      }),
      project('script', ['test/script/*.test.ts'], builds),
      project('property', ['test/property/*.test.ts'], builds),
      project('types', ['test/types/*.test.ts'], builds),
      project('fatal', ['test/fatal/*.test.ts'], builds),
      project('parity', ['test/parity/original.test.ts'], builds),
      project('native', ['test/native/*.test.ts'], builds),
      project('pack', ['test/pack/*.test.ts'], builds),
      project('stress', ['test/stress/*.test.ts'], builds),
    ],
  },
});
