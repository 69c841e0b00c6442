import { is, load } from './module.js';

const m = load('hidden-types');
const a = load('aliases');
const s = load('skipped');
const any = load('any-values');

const node = m.One('x');
is<string>()(node.Title());
m.Names({ a: node });
const tree = m.Plant(m.WithRoot('root'))!;
tree.Grow(node, null);
is<string>()(a.Join(['a']));
a.New('x', { Name: 'part' });
is<InstanceType<typeof a.Engine>>()(new a.Motor({ Label: 'x' }));
is<unknown>()(any.Echo({ any: [1, 'x', null] }));

// @ts-expect-error only Go makes values of an unexported type
m.Names({ a: { Title: () => 'x' } });
// @ts-expect-error generics are skips yet
s.Generic(1);
// @ts-expect-error what is any is not anything in particular
any.Echo(1).length;
