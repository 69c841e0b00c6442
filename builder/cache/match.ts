import { BuildError } from '../../abi/errors.ts';
import { LOCAL } from '../../manifests/store.ts';
import type { Target } from '../../manifests/target.ts';
import { isExact, type Spec } from '../spec.ts';
import type { Artifact } from './artifacts.ts';

/** The builds for these targets that hold the package of a spec, in the version it names, or in `every` version. */
export function matching(artifacts: Artifact[], spec: Spec, targets: readonly Target[], every: boolean): Artifact[] {
  const wanted = read(spec);
  const any = every || spec.kind === 'std'; // which has one version, that of its Go
  if (!any && wanted.version === undefined) {
    throw new BuildError(`${spec.text} does not say which version`, {
      code: 'INVALID_SPEC',
      module: wanted.path,
      hint: 'Name an exact version, path@v1.2.3, or all of them with --all-versions.',
    });
  }
  return artifacts.filter(
    (artifact) =>
      targets.some(({ id }) => id === artifact.target) &&
      artifact.modules.some(
        ({ path, version, dir, packages }) =>
          (path === wanted.path || packages.includes(wanted.path)) &&
          (any || version === wanted.version) &&
          (wanted.dir === undefined || dir === wanted.dir),
      ),
  );
}

/** A folder means its module as it was built there. */
function read(spec: Spec): { path: string; version?: string; dir?: string } {
  if (spec.kind === 'local') return { path: spec.module.package, version: LOCAL, dir: spec.module.dir };
  if (spec.kind === 'std') return { path: spec.path };
  const { path, query } = spec;
  return query === LOCAL || isExact(query) ? { path, version: query } : { path };
}
