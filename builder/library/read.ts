/** @throws RangeError as reading beyond the end of a Buffer does: a file that is cut off fails like one that is none. */
export function must(holds: unknown, problem: string): asserts holds {
  if (!holds) throw new RangeError(problem);
}

/** The text at a place, up to its zero byte. */
export function textAt(file: Buffer, at: number): string {
  return file.toString('latin1', at, file.indexOf(0, at));
}

/** The highest of some versions of numbers and dots, `0` if there is none. */
export function highest(versions: string[]): string {
  return versions.reduce((most, one) => (compareVersions(one, most) > 0 ? one : most), '0');
}

/** By numbers: 2.4 is before 2.28. What is no number (`ABI_DT_RELR`) is after all. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number));
  for (let i = 0; i < Math.max(left!.length, right!.length); i++) {
    const [l, r] = [left![i] ?? 0, right![i] ?? 0];
    if (l !== r) return Number.isNaN(l) ? 1 : Number.isNaN(r) ? -1 : l - r;
  }
  return 0;
}
