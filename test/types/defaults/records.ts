import { ref } from 'usegolib';
import type { Person, Point } from '../go/usegolib.test/modules/records.js';
import { is, load } from './module.js';

const m = load('records');

const person = m.Echo({ name: 'x', Age: 3n, home: { X: 1 }, tags: null });
is<Person>()(person);
is<string>()(person.name);
is<number | null>()(person.age);
is<bigint>()(person.id);
is<Point | null>()(person.home);
m.Echo(person);
m.Echo({});
is<Point>()(new m.Point({ X: 1 }));
is<Point>()(new m.Point());
const out = ref(m.Point, { X: 1n });
m.Grow(out);
is<number>()(out.value.X);
out.value = { Y: 2n };
m.Many([person, { Name: 'y' }]);
m.Anonymous({ A: 'x' });

// @ts-expect-error an unknown key
m.Echo({ nam: 'x' });
// @ts-expect-error a value of another type
m.Echo({ name: 1 });
// @ts-expect-error the key is the tag
person.Name;
// @ts-expect-error a field that cannot cross
m.Echo({ Visit: 1 });
// @ts-expect-error a pointer to another record
m.Grow(ref(m.Base));
// @ts-expect-error a record by value is never nil
m.Mirror(null);
