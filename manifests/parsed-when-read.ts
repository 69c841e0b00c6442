/**
 * An array whose elements are lines of JSON, each but the last with a comma behind it. An element is parsed when it is first
 * read: until then its text is no string either, of which V8's collector would have to know. It cannot be written to.
 *
 *     parsedWhenRead<number[]>(Buffer.from('[1,2],\\n[3]'))[1] // [3]
 */
export function parsedWhenRead<T>(lines: Buffer): T[] {
  const starts = lines.length === 0 ? [] : [0];
  for (let at = lines.indexOf(NEWLINE); at >= 0; at = lines.indexOf(NEWLINE, at)) starts.push(++at);
  const parsed: T[] = new Array(starts.length);
  const parse = (i: number): T => {
    const end = i + 1 < starts.length ? starts[i + 1]! - ',\n'.length : lines.length;
    return JSON.parse(lines.toString('utf8', starts[i], end));
  };
  return new Proxy(parsed, {
    get(_, key) {
      if (typeof key === 'string' && key in starts && !(key in parsed)) parsed[Number(key)] = parse(Number(key));
      return Reflect.get(parsed, key);
    },
    has: (_, key) => key in starts,
    set: () => false,
  });
}

/** JSON has none within a line. */
const NEWLINE = 0x0a;
