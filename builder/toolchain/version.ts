/** Go's order of its own versions: `1.26rc1` < `1.26` = `1.26.0` < `1.26.1`. Negative, zero or positive, as sort wants it. */
export function compareGo(a: string, b: string): number {
  const [x, y] = [parts(a), parts(b)];
  for (let i = 0; i < x.length; i++) if (x[i] !== y[i]) return x[i]! - y[i]!;
  return 0;
}

function parts(version: string): number[] {
  const match = /^(?:go)?(\d+)\.(\d+)(?:\.(\d+)|(beta|rc)(\d+))?/.exec(version);
  if (!match) throw new Error(`internal error: ${JSON.stringify(version)} is not a Go version`);
  const [, major, minor, patch, stage, number] = match;
  const order = stage === 'beta' ? 0 : stage === 'rc' ? 1 : 2;
  return [Number(major), Number(minor), order, Number(number ?? 0), Number(patch ?? 0)];
}
