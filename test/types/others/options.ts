import { is, load } from './module.js';

const scalars = load('scalars');
const collections = load('collections');
const standard = load('standard');
const records = load('records');

is<number>()(scalars.Int64(1));
is<string[] | null>()(collections.Strings(null));
is<Uint8Array | null>()(collections.Bytes(null));
is<bigint>()(standard.Duration(1));
records.Mirror({ X: 1, Y: 2 });

// @ts-expect-error nil is kept
collections.Strings(null).length;
// @ts-expect-error a record wants all keys
records.Mirror({ X: 1 });
