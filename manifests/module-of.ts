/**
 * The module that an import path belongs to: the one with the longest path that begins it, for another module may lie below
 * (`semver` and `semver/v3`). Packages of the standard library have no such path.
 */
export function moduleOf<M extends { path: string }>(modules: readonly M[], path: string): M | undefined {
  return modules
    .filter((module) => path === module.path || path.startsWith(`${module.path}/`))
    .sort((a, b) => b.path.length - a.path.length)[0];
}
