/**
 * An array whose elements are lines of JSON, each but the last with a comma behind it. An element is parsed when it is first
 * read. It cannot be written to.
 *
 *     parsedWhenRead<number[]>('[1,2],\\n[3]')[1] // [3]
 */
export function parsedWhenRead<T>(text: string): T[] {
  const lines = text === '' ? [] : text.split(',\n');
  const parsed: T[] = new Array(lines.length);
  return new Proxy(parsed, {
    get(_, key) {
      if (typeof key === 'string' && key in lines && !(key in parsed))
        parsed[Number(key)] = JSON.parse(lines[Number(key)]!);
      return Reflect.get(parsed, key);
    },
    has: (_, key) => key in lines,
    set: () => false,
  });
}
