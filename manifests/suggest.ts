/** `did you mean "items"?`, or which there are. */
export function suggest(unknown: string, known: readonly string[]): string {
  const near = known
    .map((name) => ({ name, far: distance(unknown.toLowerCase(), name.toLowerCase()) }))
    .filter(({ name, far }) => far <= Math.max(1, Math.floor(name.length / 3)) && far < name.length)
    .sort((a, b) => a.far - b.far)[0];
  if (near) return `did you mean ${JSON.stringify(near.name)}?`;
  if (known.length === 0) return 'it has none';
  const more = known.length > 12 ? `, … (${known.length})` : '';
  return `known are ${known.slice(0, 12).join(', ')}${more}`;
}

/** Levenshtein's distance. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
    }
    row = next;
  }
  return row[b.length]!;
}
