/**
 * A value as JSON that says which JavaScript value it is; `go/canon.go` prints what Go's value must arrive as.
 * A live object is refused: compare what its methods return.
 */
export function canon(value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value === 'number') return canonNumber(value);
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (value instanceof Date) return canonTime(value as Date & { nanosecond: number });
  if (value instanceof Error) return { error: value.message };
  if (value instanceof Uint8Array) return `bytes:${Buffer.from(value).toString('hex')}`;
  if (ArrayBuffer.isView(value)) return Array.from(value as unknown as Iterable<unknown>, canon);
  if (Array.isArray(value)) return value.map(canon);
  if (value instanceof Map) return canonEntries(value);
  const prototype = Object.getPrototypeOf(value);
  if (prototype === null || prototype === Object.prototype) return canonEntries(Object.entries(value));
  // A value object (`uuid.UUID`) is its underlying value.
  const underlying = (value as object).valueOf();
  if (underlying !== value) return canon(underlying);
  throw new TypeError(`${prototype.constructor.name} is a live object: compare what its methods return`);
}

function canonNumber(value: number): unknown {
  if (Object.is(value, -0)) return 'float:-0';
  if (Number.isNaN(value)) return 'float:nan';
  return Number.isFinite(value) ? value : `float:${value > 0 ? '+' : '-'}inf`;
}

function canonTime(value: Date & { nanosecond: number }): string {
  return `time:${Math.floor(value.getTime() / 1000)}.${String(value.nanosecond).padStart(9, '0')}`;
}

function canonEntries(entries: Iterable<[unknown, unknown]>): Record<string, unknown> {
  return Object.fromEntries([...entries].map(([key, item]) => [String(canon(key)), canon(item)]));
}
