import { lend } from 'usegolib';
import { is, load } from './module.js';

const m = load('collections');

is<Uint8Array>()(m.Bytes('text'));
m.Bytes(Buffer.from('x'));
m.Bytes(new ArrayBuffer(1));
m.Bytes(null);
is<Float64Array>()(m.Floats([1, 2]));
m.Floats(new Float64Array(2));
m.Floats(lend(new Float64Array(2)));
m.Bytes(lend(Buffer.alloc(2)));
is<BigInt64Array>()(m.Longs([1, 2n]));
is<string[][]>()(m.Nested([['a'], null]));
is<Record<string, number>>()(m.Counts({ a: 1 }));
m.Counts(new Map([['a', 1n]]));
is<Map<bigint, string>>()(m.ByNumber([[1n, 'x']]));
m.ByNumber(new Map([[1, 'x']]));
is<number>()(m.Sum(1, 2, 3n));
m.Strings(['a'] as const);
is<[boolean, boolean, boolean]>()(m.IsNil(null, null, null));

// @ts-expect-error an array of another type
m.Strings([1]);
// @ts-expect-error another typed array
m.Floats(new Float32Array(2));
// @ts-expect-error Go would write to memory of another type
m.Floats(lend(new Float32Array(2)));
// @ts-expect-error an array of fixed length is never nil
m.Fixed(null);
// @ts-expect-error rest arguments are checked, too
m.Sum(1, '2');
// @ts-expect-error a Map has no number as key that is text
m.ByNumber(new Map([['a', 'x']]));
