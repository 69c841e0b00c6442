import { group } from '../group.ts';

/** What was thrown, where JavaScript's own error comes back as itself. */
function thrown(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return error;
  }
}

const fail = (message: string) => {
  throw new Error(message);
};

group('lo', ['github.com/samber/lo'], ([lo]) => {
  const users = [
    { name: 'Ann', team: 'red' },
    { name: 'Bob', team: 'blue' },
    { name: 'Cid', team: 'red' },
  ];
  const names = (list: { name: string }[]) => list.map(({ name }) => name);
  const pairs = (tuples: { A: unknown; B: unknown }[]) => tuples.map(({ A, B }) => [A, B]);
  return {
    uniq: () => lo.Uniq(['Samuel', 'John', 'Samuel']),
    'filter with index': () => lo.Filter([1, 2, 3, 4], (x: number, i: number) => x % 2 === 0 && i > 1),
    'map to objects': () => lo.Map(['a', 'b'], (name: string, i: number) => ({ name, i })),
    'filter map': () => lo.FilterMap(['cpu', 'gpu', 'mouse'], (x: string) => [`x${x}`, x.endsWith('pu')]),
    reduce: () => [
      lo.Reduce([1, 2, 3, 4], (sum: number, x: number, i: number) => sum + x * i, 10),
      lo.ReduceRight([[0, 1], [2, 3], [4]], (sum: number[], x: number[]) => [...sum, ...x], []),
    ],
    'group by': () => {
      const teams: Map<string, typeof users> = lo.GroupBy(users, (user: (typeof users)[0]) => user.team);
      return new Map([...teams].map(([team, list]) => [team, names(list)]));
    },
    'partition by': () =>
      lo.PartitionBy([-2, -1, 0, 1, 2, 3], (x: number) => (x < 0 ? 'negative' : x % 2 ? 'odd' : 'even')),
    chunk: () => [lo.Chunk([0, 1, 2, 3, 4], 2), lo.ChunkString('1234567', 3)],
    associate: () => lo.Associate(users, (user: (typeof users)[0]) => [user.name, user.team.length]),
    zip: () => [pairs(lo.Zip2(['a', 'b'], [1, 2])), lo.Unzip2(lo.Zip2(['a', 'b'], [1, 2]))],
    sets: () => [lo.Difference([0, 1, 2, 3], [0, 2, 6]), lo.Intersect([0, 1, 2], [2, 0]), lo.Union([0, 1], [1, 9])],
    numbers: () => [lo.Sum([1.5, 2]), lo.SumBy(users, () => 2), lo.Max([1, 5, 3]), lo.Min([]), lo.Clamp(42, -10, 10)],
    find: () => [lo.Find(users, ({ name }: { name: string }) => name === 'Bob')[0].team, lo.IndexOf([0, 1, 2], 2)],
    nth: () => [lo.Nth([0, 1, 2], -2), lo.LastOrEmpty(['x', 'y'])],
    'nth beyond': () => lo.Nth([0, 1, 2], 9),
    maps: () => [
      lo.PickBy({ foo: 1, bar: 2, baz: 3 }, (_: string, value: number) => value % 2 === 1),
      lo.MapValues(new Map([[1, 4]]), (value: number, key: number) => `${key}:${value}`),
      lo.Invert({ a: 1, b: 2 }),
      lo.Assign({ a: 1, b: 2 }, { b: 3 }),
      lo.Keys({ foo: 1 }),
    ],
    attempt: () => {
      const tries: number[] = [];
      const count = lo.Attempt(5, (i: number) => {
        tries.push(i);
        if (i < 2) fail('not yet');
      });
      return [count, tries];
    },
    'attempt in vain': () => thrown(() => lo.Attempt(2, (i: number) => fail(`failed ${i}`))),
    try: () => [
      lo.Try(() => fail('x')),
      lo.TryOr(() => fail('x'), 'fallback'),
      lo.TryWithErrorValue(() => fail('x'))[1],
    ],
    must: () => lo.Must('x', new Error('bad')),
    'must ok': () => lo.Must(42, null),
    validate: () => lo.Validate(false, 'want %s of %d', 'a list', 3),
    words: () => [
      lo.CamelCase('hello_world'),
      lo.SnakeCase('HelloWorld2'),
      lo.Words('helloWorld'),
      lo.Ellipsis('Lorem Ipsum', 8),
    ],
    partial: () => [lo.Partial((x: number, y: number) => x - y, 5)(6), lo.Times(3, (i: number) => i * i)],
    'cross join': () => lo.CrossJoinBy2(['a', 'b'], [1, 2], (a: string, b: number) => `${a}-${b}`),
    'max by': () => lo.MaxBy(['a', 'bbb', 'cc'], (a: string, b: string) => a.length > b.length),
    compact: () => [lo.Compact(['', 'a', '']), lo.Compact([0, 1, 2, 0]), lo.Compact([false, true])],
    coalesce: () => [
      lo.Coalesce('', 'foo', 'bar'),
      lo.Coalesce(0, 0),
      lo.CoalesceOrEmpty('', ''),
      lo.CoalesceOrEmpty(0, 3),
    ],
    'or empty': () => [
      lo.FirstOrEmpty(['a']),
      lo.LastOrEmpty([1, 2]),
      lo.FindOrElse([1], 7, () => false),
      lo.Find(['a'], () => false),
      lo.FromPtr(lo.ToPtr('x')),
      lo.EmptyableToPtr(''),
      lo.EmptyableToPtr(5),
    ],
    empty: () => [lo.IsEmpty(''), lo.IsEmpty(0), lo.IsEmpty('x'), lo.IsNotEmpty(0), lo.WithoutEmpty(['', 'a'])],
    'count and replace': () => [
      lo.Count([1, 0, 1], 1),
      lo.CountValues(['a', 'b', 'a']),
      lo.ReplaceAll(['a', 'b', 'a'], 'a', ''),
      lo.Trim([0, 1, 0, 2, 0], [0]),
    ],
    ternary: () => [lo.Ternary(true, 'a', 'b'), lo.Ternary(false, 1, 0)],
    if: () => {
      const size = (n: number) =>
        lo
          .If(n < 10, 'small')
          .ElseIf(n < 100, 'medium')
          .ElseIfF(n < 1000, () => 'large')
          .Else('huge');
      return [1, 50, 500, 5000].map(size);
    },
    'if function': () => lo.IfF(false, () => 1).ElseF(() => 2),
    switch: () => {
      const name = (n: number) =>
        lo
          .Switch(n)
          .Case(1, 'one')
          .CaseF(2, () => 'two')
          .Default('many');
      return [1, 2, 3].map(name);
    },
    'switch function': () =>
      lo
        .Switch('x')
        .Case('y', 1)
        .DefaultF(() => 2),
    NaN: () => lo.Uniq([Number.NaN, 1, Number.NaN]).length,
    transaction: () => {
      const undone: string[] = [];
      const steps = lo
        .NewTransaction()
        .Then(
          (x: number) => x + 1,
          (x: number) => {
            undone.push('first');
            return x;
          },
        )
        .Then(
          () => fail('late'),
          (x: number) => x,
        );
      return [thrown(() => steps.Process(1)), undone];
    },
  };
});

group(
  'mo',
  ['github.com/samber/mo', 'github.com/samber/mo/option', 'github.com/samber/mo/result'],
  ([mo, option, result]) => ({
    option: () => [mo.Some(42).OrElse(7), mo.None().OrElse(7), mo.Some('x').IsPresent(), mo.None().IsAbsent()],
    get: () => [mo.Some(42).Get(), mo.None().Get()],
    'nothing to get': () => mo.None().MustGet(),
    map: () => [
      mo
        .Some(42)
        .Map((v: number) => [v * 2, true])
        .MustGet(),
      mo
        .Some(42)
        .Map(() => [0, false])
        .IsPresent(),
      mo
        .Some(42)
        .FlatMap((v: number) => mo.Some(v + 1))
        .OrEmpty(),
    ],
    match: () => {
      const match = (o: any) =>
        o
          .Match(
            (v: number) => [v + 1, true],
            () => [-1, true],
          )
          .OrEmpty();
      return [match(mo.Some(42)), match(mo.None())];
    },
    'for each': () => {
      const seen: unknown[] = [];
      mo.Some('v').ForEach((v: string) => seen.push(v));
      mo.None().ForEach((v: string) => seen.push(v));
      return seen;
    },
    json: () => {
      const o = mo.None();
      o.UnmarshalJSON(new TextEncoder().encode('"x"'));
      return [o.OrEmpty(), mo.Some('y').MarshalJSON()];
    },
    result: () => [mo.Ok(42).OrElse(7), mo.Err(new Error('x')).OrElse(7), mo.Err(new Error('x')).IsError()],
    'the error': () => [
      thrown(() => mo.Err(new Error('boom')).Error()),
      thrown(() => mo.Errf('no %s', 'x').Error()),
      mo.Ok(1).Error(),
    ],
    'get of an error': () => thrown(() => mo.Err(new Error('boom')).Get()),
    try: () => [mo.Try(() => 7).MustGet(), thrown(() => mo.Try(() => fail('bad')).Error())],
    recover: () =>
      mo
        .Err(new Error('boom'))
        .MapErr((e: Error) => e.message.length)
        .MustGet(),
    either: () => [
      mo.Left('l').IsLeft(),
      mo.Left('l').LeftOrElse('x'),
      mo.Left('l').Swap().IsRight(),
      mo.Left(5).Unpack()[0],
    ],
    'either match': () =>
      mo
        .Right(5)
        .Match(
          (l: number) => mo.Left(l),
          (r: number) => mo.Right(r + 1),
        )
        .MustRight(),
    pipe: () =>
      option
        .Pipe2(
          mo.Some(21),
          option.Map((x: number) => x * 2),
          option.FlatMap((x: number) => mo.Some(`r${x}`)),
        )
        .OrEmpty(),
    'pipe of results': () => {
      const no = result.FlatMap((x: number) => mo.Err(new Error(`no ${x}`)));
      return thrown(() =>
        result
          .Pipe2(
            mo.Ok(21),
            result.Map((x: number) => x * 2),
            no,
          )
          .Error(),
      );
    },
    state: () => [
      mo.NewState((s: number) => [`r${s}`, s + 1]).Run(1),
      mo
        .NewState((s: number) => ['x', s])
        .Put(9)
        .Run(1)[1],
    ],
    fold: () => [
      ...[mo.Ok(2), mo.Err(new Error('bad'))].map((r) =>
        mo.Fold(
          r,
          (v: number) => v + 1,
          (e: Error) => e.message,
        ),
      ),
      ...[mo.Some('s'), mo.None()].map((o) =>
        mo.Fold(
          o,
          (v: string) => v,
          () => 'none',
        ),
      ),
      ...[mo.Left('l'), mo.Right(1)].map((e) =>
        mo.Fold(
          e,
          (right: number) => right + 1,
          (left: string) => left,
        ),
      ),
    ],
    task: () =>
      mo
        .NewTask(() => mo.NewFuture((resolve: (v: unknown) => void) => resolve(5)))
        .Run()
        .Collect(),
    'task of one argument': () =>
      mo
        .NewTask1((a: number) => mo.NewFuture((resolve: (v: unknown) => void) => resolve(a + 1)))
        .Run(4)
        .Collect(),
    io: () => [mo.NewIO(() => 5).Run(), mo.NewIO2((a: number, b: number) => a * b).Run(3, 4)],
    'io that fails': () =>
      thrown(() =>
        mo
          .NewIOEither(() => fail('io'))
          .Run()
          .MustLeft(),
      ),
    'rejected future': () =>
      thrown(() => mo.NewFuture((_: unknown, reject: (e: Error) => void) => reject(new Error('no'))).Collect()),
    equal: () => [mo.Some(1).Equal(mo.Some(1)), mo.Some(1).Equal(mo.Some('1'))],
  }),
);
