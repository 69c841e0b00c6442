import { BuildError } from '../../abi/errors.ts';
import type { BuildRequest, PackageSkip } from '../../manifests/manifest.ts';
import type { Schema } from '../../manifests/schema.ts';

/** A package that a spec names must be bound. The root of a module may hold none: then it stands for those below it. */
export function checkNamed(modules: BuildRequest['modules'], { packages }: Schema, skips: PackageSkip[]): void {
  const bound = new Set(packages.filter((p) => p.bound).map(({ path }) => path));
  for (const module of modules) {
    for (const named of module.packages) {
      if (bound.has(named) || named === module.path) continue;
      const skip = skips.find((one) => one.package === named);
      const program = skip?.reason === 'main-package';
      const fix = bound.has(module.path) ? (module.dir ?? `${module.path}@${module.version}`) : undefined;
      throw new BuildError(`${named} cannot be bound: ${skip?.detail ?? 'it holds no Go package'}`, {
        code: program ? 'NOT_A_LIBRARY' : 'NOTHING_TO_BIND',
        module: module.path,
        ...(program && { hint: 'It is a program; usegolib binds packages that other Go code can import.' }),
        ...(fix && { fix: `npx usegolib build ${fix}` }),
      });
    }
  }
}
