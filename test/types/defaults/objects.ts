import { type GoObject, ref, scope } from 'usegolib';
import type { Counter, Options } from '../go/usegolib.test/modules/objects.js';
import { is, load } from './module.js';

const m = load('objects');

is<Counter | null>()(m.NewCounter(5));
const c = m.NewCounter(5)!;
is<number>()(c.Add(2));
is<Counter>()(c.Copy());
is<number>()(c.N);
c.N = 5n;
c.dispose();
const base: GoObject = c;
is<Counter | undefined>()(base.as(m.Counter));
is<Options>()(new m.Options({ Name: 'x', Inner: { N: 1 }, Next: null }));
is<Options>()(ref(m.Options, { Limit: 1n }));
is<string>()(m.Configure({ Name: 'x', Limit: 3, Inner: new m.Inner() }));
m.Configure(null);
m.ConfigureValue({});
m.Default = new m.Options();
is<Counter>()(scope(() => new m.Counter({ N: 1 })));
if (base instanceof m.Counter) base.Add(1);

// @ts-expect-error nil is not an object
m.NewCounter(5).Add(1);
// @ts-expect-error an unknown field
ref(m.Options, { Nmae: 'x' });
// @ts-expect-error an unknown field
m.Configure({ Nmae: 'x' });
// @ts-expect-error a field of another type
m.Configure({ Name: 1 });
// @ts-expect-error an unexported field
m.Configure({ private: 1 });
// @ts-expect-error by value there is no nil
m.ConfigureValue(null);
// @ts-expect-error an object of another class, though it has the same fields
m.Total(new m.Inner());
// @ts-expect-error what only looks like one
export const look: Counter = { ...c, Add: () => 1 };
// @ts-expect-error a method is called with what Go takes
c.Add('1');
