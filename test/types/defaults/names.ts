import type { GoTime as Time } from 'usegolib';
import type * as names from '../go/usegolib.test/modules/names.js';
import { is, load } from './module.js';

const m = load('names');

is<[function_: number, typeof_: string]>()(m.Reserved(1, 2, 3, 'x'));
m.EchoKeys({ then_: 'a', __proto___: 'b', 'a-b': 'c', constructor: 'd' });
is<number>()(m.Hidden()!.Number());
const [time, map, record, error, bytes, own] = m.Globals({ Year: 1 }, { Size: 1 }, null, { Name: 'p' });
is<Time>()(time);
is<Map<number, string>>()(map);
is<Record<string, names.Record>>()(record);
is<Error | null>()(error);
is<Uint8Array>()(bytes);
is<names.GoTime>()(own);
for (const symbol of new m.List([{ Mark: 'x' }])) is<string>()(symbol.Mark);
m.Configure({ Name: 'x' }, { Value: 'y' });
m.Twins({ Left: 'l' }, { Right: 'r' }, { Text: 'd' });
is<string>()(m.ABC() + m.Abc());
is<number>()(m.Ärger(1));
is<1>()(m.NaN);

// @ts-expect-error a Go type called Date is no Date
m.Globals(new Date(), { Size: 1 }, null, { Name: 'p' });
// @ts-expect-error the side of the other package
m.Twins({ Right: 'l' }, { Right: 'r' }, { Text: 'd' });
// @ts-expect-error what Go does not export is no value
m.class_;
const renamed = 'then';
// @ts-expect-error then is renamed
m.EchoKeys({ [renamed]: 'a' });
