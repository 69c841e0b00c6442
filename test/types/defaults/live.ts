import type { Path, Values } from '../go/usegolib.test/modules/live-collections.js';
import { is, load } from './module.js';

const m = load('live-collections');

const v = new m.Values({ a: ['1'] });
is<Values>()(v);
is<string[] | undefined>()(v.get('a'));
is<number>()(v.size);
is<boolean>()(v.delete('a'));
is<Values>()(v.set('b', ['2']));
for (const [key, list] of v) is<string>()(key + list.join());
m.Count({ a: null });
m.Count(new Map());
is<Path>()(m.Sorted([1, 2]));
is<number | undefined>()(new m.Path([1]).at(-1));
is<number[]>()([...new m.Path([1])]);

// @ts-expect-error an element of another type
v.set('a', [1]);
// @ts-expect-error a key of another type
v.get(1);
// @ts-expect-error elements of another type
new m.Path(['a']);
// @ts-expect-error the length is Go's
new m.Path().length = 1;
