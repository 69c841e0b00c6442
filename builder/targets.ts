import { BuildError } from '../abi/errors.ts';
import { nodeName, TARGETS, type Target } from '../manifests/target.ts';

/**
 * The targets that names stand for: an id (`linux-amd64`), what Node calls it (`linux-x64`, `win32-x64`), or `all`.
 *
 * @throws BuildError `INVALID_OPTION` for a name that is none of them.
 */
export function targetsNamed(names: readonly string[]): Target[] {
  return [...new Set(names.flatMap(targetsOf))];
}

function targetsOf(name: string): readonly Target[] {
  if (name === 'all') return TARGETS;
  const found = TARGETS.filter((target) => name === target.id || name === nodeName(target));
  if (found.length > 0) return found;
  throw new BuildError(`--target: want all or one of ${TARGETS.map(({ id }) => id).join(', ')}, got "${name}"`, {
    code: 'INVALID_OPTION',
    target: name,
    hint: 'usegolib targets says what each is.',
  });
}
