import { is, load } from './module.js';

const m = load('callbacks');
const o = load('opaque');

is<number>()(m.Apply((n) => n * 2, 1));
m.Apply((n) => BigInt(n), 1);
is<string[]>()(m.Sort(['b', 'a'], (a, b) => a < b));
m.Sort(['a'], null);
const add = m.Adder(3)!;
is<number>()(add(4n));
is<string>()(add.goType);
add.dispose();
m.Pair((sep, ...parts) => [parts.join(sep), parts.length]);
m.Walk(3, (i, name) => {
  is<number>()(i);
  is<string>()(name);
});
m.Log((request) => console.log(request?.Path))?.Serve({ Path: '/' });
m.Nested(2, (again) => again!(1));
m.Run({ Map: (s) => s.trim() }, 'x');
o.New(o.WithPort(1), (server) => void server?.Port());

// @ts-expect-error a result of another type
m.Apply(() => 'x', 1);
// @ts-expect-error Go waits for the result
m.Apply(async (n) => n, 1);
// @ts-expect-error an argument of another type
m.Apply((n: string) => n.length, 1);
// @ts-expect-error one result of two
m.Pair(() => 'x');
// @ts-expect-error nil is not a function
m.Adder(3)(4);
// @ts-expect-error Go's argument may be nil
m.Log((request) => request.Path);
