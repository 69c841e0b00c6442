import { ref } from '../../../runtime/index.ts';
import { group } from '../group.ts';

group('cel', ['cel.dev/cel-go/cel', 'cel.dev/cel-go/common/types', 'cel.dev/cel-go/ext'], ([cel, types, ext]) => {
  const groups = () => cel.NewEnv(cel.Variable('name', cel.StringType), cel.Variable('group', cel.StringType));
  const evaluate = (env: any, source: string, values: object) => {
    const [ast, issues] = env.Compile(source);
    if (issues?.Err()) throw issues.Err();
    return env.Program(ast).Eval(values)[0].Value();
  };
  const starts = 'name.startsWith("/groups/" + group)';
  return {
    compiles: () => {
      const [ast, issues] = groups().Compile(starts);
      return [issues?.Err() ?? null, ast.OutputType().String(), ast.IsChecked()];
    },
    evaluates: () => [
      evaluate(groups(), starts, { name: '/groups/acme.co/documents/secret-stuff', group: 'acme.co' }),
      evaluate(groups(), starts, { name: '/users/x', group: 'acme.co' }),
    ],
    'says what is wrong': () => groups().Compile('nope + 1')[1].Err(),
    'says where the syntax is wrong': () => groups().Parse('a + ')[1].String(),
    'says what is missing': () => evaluate(groups(), 'name', {}),
    calculates: () => evaluate(cel.NewEnv(cel.Variable('x', cel.IntType)), 'x * 2 + 1', { x: 20 }),
    'does not divide by zero': () => evaluate(cel.NewEnv(), '1 / 0', {}),
    'takes lists': () => {
      const env = cel.NewEnv(cel.Variable('list', cel.ListType(cel.IntType)));
      return [
        evaluate(env, 'list.exists(i, i > 2)', { list: [1, 2, 3] }),
        evaluate(env, 'list.filter(i, i > 1).size()', { list: [1, 2, 3] }),
      ];
    },
    'takes maps': () => {
      const env = cel.NewEnv(cel.Variable('m', cel.MapType(cel.StringType, cel.DynType)));
      return evaluate(env, 'm.a.b == "x" && !has(m.c)', { m: { a: { b: 'x' } } });
    },
    'calls a function of JavaScript': () => {
      const shake = (left: any, right: any) => new types.String(`${left.Value()} and ${right.Value()} shake hands`);
      const overload = cel.Overload(
        'shake_string_string',
        [cel.StringType, cel.StringType],
        cel.StringType,
        cel.BinaryBinding(shake),
      );
      return evaluate(cel.NewEnv(cel.Function('shake', overload)), 'shake("CEL", "world")', {});
    },
    'calls a method of JavaScript': () => {
      const twice = (value: any) => new types.Int(value.Value() * 2n);
      const overload = cel.MemberOverload('int_twice', [cel.IntType], cel.IntType, cel.UnaryBinding(twice));
      const env = cel.NewEnv(cel.Variable('i', cel.IntType), cel.Function('twice', overload));
      return evaluate(env, 'i.twice() + 1', { i: 4 });
    },
    'gives the error that a function of JavaScript made': () => {
      const fail = (value: any) => types.NewErr('%v is not allowed', value.Value());
      const overload = cel.Overload('check_string', [cel.StringType], cel.BoolType, cel.UnaryBinding(fail));
      return evaluate(cel.NewEnv(cel.Function('check', overload)), 'check("x")', {});
    },
    'has extensions': () => [
      evaluate(cel.NewEnv(ext.Strings()), '"hello".charAt(1) + "a-b".split("-")[1]', {}),
      evaluate(cel.NewEnv(ext.Math()), 'math.greatest(1, 5, 3)', {}),
    ],
    'prints an expression': () => cel.AstToString(groups().Compile('name=="x"   ||group=="y"')[0]),
    'knows times': () => [
      evaluate(cel.NewEnv(), 'timestamp("2026-01-02T03:04:05Z")', {}),
      evaluate(cel.NewEnv(), 'duration("90s")', {}),
    ],
    'counts the cost': () => {
      const env = groups();
      const program = env.Program(env.Compile('name == "x"')[0], cel.EvalOptions(cel.OptTrackCost));
      return program.Eval({ name: 'x' })[1].ActualCost();
    },
  };
});

const exprSpecs = ['', '/vm', '/ast'].map((path) => `github.com/expr-lang/expr${path}`);
group('expr', exprSpecs, ([expr, vm, ast]) => {
  const run = (source: string, env: unknown, ...options: unknown[]) => expr.Run(expr.Compile(source, ...options), env);
  return {
    evaluates: () => [expr.Eval('2 + 2', null), expr.Eval('"a" in ["a", "b"] ? 1.5 : 2', null)],
    'takes an environment': () => expr.Eval('greet + names[0] + "!"', { greet: 'Hello, ', names: ['world', 'you'] }),
    'checks against an environment': () =>
      run('a > 1 and b matches "^x"', { a: 2, b: 'xy' }, expr.Env({ a: 0, b: '' })),
    'walks a tree': () =>
      run('all(tweets, {len(.Content) <= 240})', { tweets: [{ Content: 'x' }, { Content: 'y'.repeat(241) }] }),
    'has functions for lists': () => [
      expr.Eval('map(1..3, {# * 2})', null),
      expr.Eval('filter([1, 2, 3, 4], # % 2 == 0)', null),
      expr.Eval('reduce(1..4, #acc + #)', null),
      expr.Eval('groupBy([1, 2, 3], # % 2)', null),
    ],
    'calls a function of JavaScript': () =>
      run(
        'atoi("42") + 1',
        null,
        expr.Function('atoi', (text: string) => Number(text)),
      ),
    'calls a function of JavaScript with many arguments': () =>
      run(
        'join("-", 1, true, nil)',
        null,
        expr.Function('join', (...all: unknown[]) => all.join()),
      ),
    'checks the types of a function': () => {
      const twice = expr.Function('twice', (n: number) => n * 2, ref(0));
      return run('twice("x")', null, twice);
    },
    'gives the error of a function': () =>
      run(
        'f(1)',
        null,
        expr.Function('f', () => {
          throw new Error('mine');
        }),
      ),
    'patches a syntax tree': () => {
      const Visit = (node: any) => {
        if (node.value instanceof ast.IdentifierNode && node.value.Value === 'x') {
          ast.Patch(node, new ast.StringNode({ Value: 'patched' }));
        }
      };
      return run('x + "!"', { x: 'not this' }, expr.Env({ x: '' }), expr.Patch({ Visit }));
    },
    'refuses unknown names': () => expr.Compile('a + 1', expr.Env({ b: 1 })),
    'refuses wrong types': () => expr.Compile('1 + "a"', expr.Env({})),
    'refuses what is no boolean': () => expr.Compile('1 + 1', expr.AsBool()),
    'fails at run time': () => expr.Eval('[1, 2][5]', null),
    'allows undefined names': () => run('x ?? 5', {}, expr.AllowUndefinedVariables()),
    'converts its result': () => [run('1.5 + 1', null, expr.AsInt64()), run('1', null, expr.AsFloat64())],
    disassembles: () => expr.Compile('1 + 2').Disassemble(),
    'reuses a machine': () => {
      const machine = new vm.VM();
      const program = expr.Compile('a * 2');
      return [machine.Run(program, { a: 1 }), machine.Run(program, { a: 2.5 })];
    },
  };
});

group('gojq', ['github.com/itchyny/gojq'], ([gojq]) => {
  const every = (iterator: any) => {
    const found: unknown[] = [];
    for (;;) {
      const [value, more] = iterator.Next();
      if (!more) return found;
      found.push(value);
    }
  };
  const run = (query: string, input: unknown) => every(gojq.Parse(query).Run(input));
  const compile = (query: string, ...options: unknown[]) => gojq.Compile(gojq.Parse(query), ...options);
  return {
    'gives every value': () => run('.foo | ..', { foo: [1, 2, 3] }),
    selects: () => run('.a[] | select(. > 1)', { a: [1, 2, 3] }),
    aggregates: () => run('.a | add, length, max, (map(. * 2) | tojson)', { a: [1, 2.5, 3] }),
    groups: () => run('group_by(.a) | map(length)', [{ a: 1 }, { a: 2 }, { a: 1 }]),
    'calculates with large integers': () => run('. * 10 | tostring', 9007199254740991),
    'gives an error as a value': () => run('.a.b', { a: 1 }),
    'catches an error': () => run('try error("x") catch .', null),
    'says what is wrong': () => gojq.Parse('.a['),
    'says what is not defined': () => compile('f(1)'),
    'prints a query': () => gojq.Parse('.a|map(select(.b>1))|{c:.d}').String(),
    'takes variables': () => every(compile('$x + .', gojq.WithVariables(['$x'])).Run(1, 41)),
    'calls a function of JavaScript': () =>
      every(
        compile(
          '.[] | f(2; 10)',
          gojq.WithFunction('f', 0, 2, (x: number, [factor, offset]: number[]) => x * factor + offset),
        ).Run([1, 2]),
      ),
    'takes an error of JavaScript as a value': () =>
      every(
        compile(
          'try f catch .',
          gojq.WithFunction('f', 0, 0, () => new Error('mine')),
        ).Run(null),
      ),
    'iterates over what JavaScript gives': () => {
      let n = 0;
      const Next = () => (n < 2 ? [n++, true] : [null, false]);
      return every(
        compile(
          'f',
          gojq.WithIterFunction('f', 0, 0, () => ({ Next })),
        ).Run(null),
      );
    },
    'iterates over what Go gives': () => {
      const three = gojq.WithIterFunction('f', 1, 1, (_: unknown, [a]: unknown[]) => gojq.NewIter(a, 'b', true));
      return every(compile('f(3)', three).Run(null));
    },
    'reads inputs': () => every(compile('[., input]', gojq.WithInputIter(gojq.NewIter('b'))).Run('a')),
    'asks JavaScript for the environment': () =>
      every(
        compile(
          'env.X',
          gojq.WithEnvironLoader(() => ['X=1', 'Y=2']),
        ).Run(null),
      ),
    marshals: () => Buffer.from(gojq.Marshal({ b: [1, null, 'ä<'], a: 1.5 })).toString(),
    compares: () => [gojq.Compare(1, 2), gojq.Compare('a', 1), gojq.Compare({ a: 1 }, { a: 1 }), gojq.TypeOf([1])],
    previews: () => gojq.Preview({ a: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14] }),
  };
});
