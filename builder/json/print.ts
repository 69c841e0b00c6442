import { GoLibError } from '../../abi/errors.ts';

/**
 * JSON of any value that comes from Go, with nothing lost: a bigint is its digits, bytes are base64 (as encoding/json writes
 * them), a Go time is RFC 3339 to the nanosecond, NaN and the infinities are their names in quotes, a map with keys that are no text is a list of pairs.
 *
 * @param indent blanks per level; 0: one line
 * @throws GoLibError NO_JSON where a value contains itself, or is a function.
 */
export function printJson(value: unknown, indent = 0): string {
  return print(value, indent ? `\n` : '', ' '.repeat(indent), []);
}

function print(value: unknown, line: string, indent: string, above: unknown[]): string {
  switch (typeof value) {
    case 'bigint':
      return String(value);
    case 'number':
      return Number.isFinite(value) ? JSON.stringify(value) : `"${value}"`;
    case 'string':
    case 'boolean':
      return JSON.stringify(value);
    case 'function':
    case 'symbol':
      throw none(`a ${typeof value} has none`);
  }
  if (value === null || value === undefined) return 'null';
  if (above.includes(value)) throw none('a value contains itself');
  const { toJSON } = value as { toJSON?: unknown };
  const deeper = [...above, value];
  if (value instanceof Date && 'nanosecond' in value) return JSON.stringify(String(value));
  if (value instanceof Uint8Array) return JSON.stringify(Buffer.from(value).toString('base64'));
  if (typeof toJSON === 'function') return print(toJSON.call(value), line, indent, deeper);
  const inner = line && line + indent;
  const item = (one: unknown) => print(one, inner, indent, deeper);
  const pairs = pairsOf(value);
  if (pairs)
    return wrap(
      '{}',
      pairs.map(([key, one]) => `${JSON.stringify(key)}:${line && ' '}${item(one)}`),
      line,
      inner,
    );
  return wrap('[]', [...(value as Iterable<unknown>)].map(item), line, inner);
}

/** Keys and values of what becomes an object; undefined for what becomes a list. */
function pairsOf(value: object): [string, unknown][] | undefined {
  if (value instanceof Map) {
    const pairs = [...value];
    return pairs.every(([key]) => typeof key === 'string') ? pairs : undefined;
  }
  if (Array.isArray(value) || ArrayBuffer.isView(value) || value instanceof Set) return undefined;
  return Object.entries(value).filter(([, one]) => one !== undefined);
}

function wrap([open, close]: '{}' | '[]', items: string[], line: string, inner: string): string {
  return items.length === 0 ? `${open}${close}` : `${open}${inner}${items.join(`,${inner}`)}${line}${close}`;
}

function none(why: string): GoLibError {
  return new GoLibError(`the result cannot be printed as JSON: ${why}`, { code: 'NO_JSON' });
}
