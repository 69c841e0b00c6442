import { is, load } from './module.js';

const m = load('scalars');

is<number>()(m.Int(1));
is<number>()(m.Int(1n));
is<bigint>()(m.Int64(1));
is<string>()(m.String('x'));
is<void>()(m.Nothing());
is<{ re: number; im: number }>()(m.Complex({ re: 1, im: 2 }));

// @ts-expect-error text is no number
m.Int('1');
// @ts-expect-error an int32 takes no bigint
m.Int32(1n);
// @ts-expect-error a result of int64 is no number
export const n: number = m.Int64(1);
// @ts-expect-error too many arguments are refused
m.Int(1, 2);
// @ts-expect-error too few as well
m.Add(1);
// @ts-expect-error there is no such function
m.Missing();
// @ts-expect-error Go never takes undefined for a string
m.String(undefined);
