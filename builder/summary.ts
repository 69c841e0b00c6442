import type { Manifest } from '../manifests/manifest.ts';
import { symbolSkips } from '../manifests/schema.ts';

/** A manifest in numbers. */
export interface Summary {
  modules: string[];
  packages: number;
  /** Functions, and methods and accessors of bound types. */
  callable: number;
  /** Skipped symbols by reason, the most frequent first. */
  skipped: Record<string, number>;
  bytes: number;
}

export function summarize({ modules, schema, library, skips }: Manifest): Summary {
  const bound = schema.packages.filter((p) => p.bound);
  const functions = bound.reduce((n, p) => n + (p.functions?.length ?? 0), 0);
  const methods = schema.types.reduce((n, t) => n + (t.kind === 'class' ? (t.methods?.length ?? 0) : 0), 0);
  const counts = new Map<string, number>();
  for (const { reason } of [...skips, ...schema.packages.flatMap(symbolSkips)]) {
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return {
    modules: modules.map(({ path, version }) => `${path}@${version}`),
    packages: bound.length,
    callable: functions + methods,
    skipped: Object.fromEntries([...counts].sort((a, b) => b[1] - a[1])),
    bytes: library.size,
  };
}
