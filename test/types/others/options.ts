import { is, load } from './module.js';

const scalars = load('scalars');
const collections = load('collections');
const standard = load('standard');
const records = load('records');
const scoped = load('scoped-options');
const textual = load('textual-types');

is<number>()(scalars.Int64(1));
is<string[] | null>()(collections.Strings(null));
is<Uint8Array | null>()(collections.Bytes(null));
is<bigint>()(standard.Duration(1));
records.Mirror({ X: 1, Y: 2 });

// @ts-expect-error nil is kept
collections.Strings(null).length;
// @ts-expect-error a record wants all keys
records.Mirror({ X: 1 });

// A word for a symbol or a type is told wherever it is met.
is<bigint>()(scoped.Total(1, 2n));
is<[number, number[] | null, Map<number, number> | null]>()(scoped.Count(1));
is<bigint>()(scoped.Echo({ ID: 1, Rev: 1n, Size: 1, By: null, Name: '', Tags: null }).ID);
is<number>()(scoped.Open(1, '')!.Len());
scoped.Each(1, (n) => is<number>()(n) ?? n);
// @ts-expect-error a number
scoped.Each(1, (n: bigint) => n);

// Types as text are strings.
is<string>()(textual.Known);
is<string>()(textual.Join('ab', 'cd'));
is<string | null>()(textual.Page('https://go.dev', 'x'));
textual.Each(['ab'], (code) => code.toUpperCase());
// @ts-expect-error no object
textual.Join({});
// @ts-expect-error a string has no methods of Go's
textual.Known.MarshalText();
