import type { GoTime } from 'usegolib';
import type { URL } from '../go/net/url.js';
import { is, load } from './module.js';

const m = load('standard');

is<GoTime>()(m.Time(new Date()));
m.Time('2024-01-01T00:00:00Z');
is<number>()(m.Moment().nanosecond);
is<GoTime | null>()(m.Later(null));
is<number>()(m.Duration('1m'));
m.Duration(5n);
is<bigint | null>()(m.BigInt(3));
is<string | null>()(m.Rat('1/3'));
is<unknown>()(m.JSON({ a: [1] }));
is<string>()(m.Number(3));
is<string | null>()(m.Null(null));
is<URL | null>()(m.Parse('https://go.dev'));
is<URL | undefined>()(m.Parse('x')?.as(m.types['net/url'].URL));

// @ts-expect-error milliseconds are no time
m.Time(0);
// @ts-expect-error a Date is no duration
m.Duration(new Date());
// @ts-expect-error there is no such package
m.types['net/http'];
