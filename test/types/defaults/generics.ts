import { is, load } from './module.js';

const m = load('generics');

interface User {
  name: string;
  team: 'red' | 'blue';
}
declare const users: User[];

is<Map<'red' | 'blue', User[]>>()(m.GroupBy(users, (user) => user.team));
is<string[]>()(m.Map(users, (user, index) => `${user.name} ${index}`));
is<User[]>()(m.Uniq(users));
is<number[]>()(m.Uniq([1, 2]));
is<User>()(m.First(users));
is<[zero: User | undefined, ok: boolean]>()(m.Zero(users[0]!));
is<number>()(m.Keys({ a: 1 }));
m.Keys(new Map([[users[0], 1]]));
m.Keys([[users[0], 1] as const]);
// @ts-expect-error: the function gets a User
m.GroupBy(users, (user: number) => user);
// @ts-expect-error: not a list
m.Uniq(1);

const cache = m.NewCache<string, User>()!;
cache.Add('a', users[0]!);
is<[value: User | undefined, ok: boolean]>()(cache.Get('a'));
// @ts-expect-error: a key is text
cache.Add(1, users[0]!);
cache.Evicted = (key, user) => {
  is<string>()(key);
  is<User>()(user);
};
const other = new m.Cache<number, number>({ Evicted: (key) => key.toFixed() });
// @ts-expect-error: a number is no text
other.Add('a', 1);

is<{ A: number; B: string }>()(m.Swap({ A: 'a', B: 1 }));
const stack = new m.Stack(['a']);
stack.Push('b');
is<string>()(stack.Pop());
for (const item of stack) is<string>()(item);
is<[value: number, ok: boolean]>()(m.Counts()!.Get('a'));
is<number>()(m.Max(1, 2));
is<string>()(m.Max('a'));
is<bigint>()(m.Max(1n));

is<User[]>()(m.Filter(users, (user) => user.team === 'red'));
const predicate = new m.Predicate((user: User) => user.name === '');
m.Filter(users, predicate.Not());
is<User[]>()(m.Walk(users, { Visit: (user, rest) => [user, rest !== null] }));
m.Walk(users, {
  // @ts-expect-error: a visitor of users does not get numbers
  Visit: (n: number) => [n, true],
});
const tree = m.Leaf(1, users[0]!)!;
is<User[]>()(tree.Put(m.Leaf(2))!.Values());
is<number>()(tree.Left!.Key);
is<User | null>()(tree.Pairs[0]!.B);
// @ts-expect-error: a tree of numbers
tree.Put(m.Leaf('a'));

const hidden = load('hidden-types');
is<string>()(hidden.Choose<number, string>(1)!.Case(1, 'one')!.Default('many'));

const network = m.NewNetwork((user: User) => user.name)!;
network.Put('a', users[0]!);
is<User>()(network.Get('a'));
is<string[]>()(m.Reachable(network, 'a', (key) => key.startsWith('a')));
network.Join(network);
// @ts-expect-error: keys are text
m.Reachable(network, 'a', (key: number) => key > 1);
const numbered = m.NewNetwork((user: User) => user.name.length)!;
const keys = m.Reachable(numbered, 1, (key) => key > 1);
is<number[]>()(keys);
is<string[]>()(m.NewSorted_string()!.Add('a'));
// @ts-expect-error: it is in order by number
m.NewSorted()!.Add('a');
