import { sink } from '../../../runtime/index.ts';
import { group } from '../group.ts';

/** Functions as values: of a named type with methods, in any, and the module's own, on modules that live of them. */
group('functions in cron', ['github.com/robfig/cron/v3'], ([cron]) => ({
  'a function is a job': () => {
    let runs = 0;
    const jobs = cron.New();
    const entry = jobs.Entry(jobs.AddJob('@hourly', new cron.FuncJob(() => void runs++)));
    entry.Job.Run();
    entry.WrappedJob.Run();
    return [runs, entry.Job.goType];
  },
  'a wrapper makes a job of a function': () => {
    const log: string[] = [];
    const wrap = (name: string) => (job: any) =>
      new cron.FuncJob(() => {
        log.push(`${name} in`);
        job.Run();
        log.push(`${name} out`);
      });
    cron
      .NewChain(wrap('a'), wrap('b'))
      .Then(new cron.FuncJob(() => void log.push('job')))
      .Run();
    return log;
  },
}));

const serverSpecs = ['github.com/gorilla/mux', 'github.com/go-chi/chi/v5', 'net/http', 'net/http/httptest', 'io'];
group('functions in servers', serverSpecs, ([mux, chi, http, httptest, io]) => {
  const text = (handler: any, url: string) => {
    const recorder = httptest.NewRecorder();
    handler.ServeHTTP(recorder, httptest.NewRequest('GET', url, null));
    return recorder.Body.String();
  };
  const says = (what: string) => new http.HandlerFunc((w: any) => void io.WriteString(w, what));
  const around = (name: string) => (next: any) =>
    new http.HandlerFunc((w: any, r: any) => {
      io.WriteString(w, `${name}(`);
      next.ServeHTTP(w, r);
      io.WriteString(w, ')');
    });
  return {
    'mux routes to a function': () => {
      const router = mux.NewRouter();
      router.Handle('/x', says('x'));
      router.Path('/y').Handler(says('y'));
      router.NotFoundHandler = says('none');
      return ['/x', '/y', '/z'].map((url) => text(router, url));
    },
    'mux gives the handler back': () => {
      const route = mux.NewRouter().Path('/x').Handler(says('x'));
      return [route.GetHandler().goType, text(route.GetHandler(), '/x')];
    },
    'mux middleware is a function': () => {
      const router = mux.NewRouter();
      router.Use(around('a'), around('b'));
      router.Handle('/', says('in'));
      return text(router, '/');
    },
    'chi routes to a function': () => {
      const router = chi.NewRouter();
      router.Method('GET', '/x', says('x'));
      router.Mount('/y', says('y'));
      return [text(router, '/x'), text(router, '/y/z')];
    },
    'chi middleware is a function': () => {
      const router = chi.NewRouter();
      router.Use(around('a'));
      router.With(around('b')).Method('GET', '/', says('in'));
      return text(router, '/');
    },
    'http wraps a function': () => text(http.StripPrefix('/a', around('a')(says('in'))), '/a/b'),
  };
});

group('functions in goja', ['github.com/dop251/goja', 'strings'], ([goja, strings]) => {
  const run = (source: string, globals: object) => {
    const vm = goja.New();
    for (const [name, value] of Object.entries(globals)) vm.Set(name, value);
    return vm.RunString(source);
  };
  return {
    'calls a function of JavaScript': () =>
      run('[f(1, "x"), f()].join()', { f: (...all: unknown[]) => `${all.length} ${all[1] ?? 'none'}` }).String(),
    'calls a Go function': () =>
      run('upper("abc") + repeat("x", 3)', { upper: strings.ToUpper, repeat: strings.Repeat }).String(),
    'catches what a function throws': () =>
      run('try { f() } catch (e) { "caught " + e.value.Error() }', {
        f: () => {
          throw new Error('mine');
        },
      }).String(),
    'gives a function back': () => {
      const f = () => 1;
      return run('f', { f }).Export() === f;
    },
    'hands a function in': () =>
      run('f(strings)', { f: (s: any) => s.upper('x'), strings: { upper: strings.ToUpper } }).String(),
    'gives functions to call': () => {
      const vm = goja.New();
      const [add, ok] = goja.AssertFunction(vm.RunString('(a, b) => a + b'));
      return [ok, add(goja.Undefined(), vm.ToValue(40), vm.ToValue(2)).ToInteger()];
    },
    'exports functions to call': () => {
      const vm = goja.New();
      const twice = vm.RunString('(n) => 2 * n').Export();
      return twice(new goja.FunctionCall({ This: goja.Undefined(), Arguments: [vm.ToValue(21)] })).ToInteger();
    },
  };
});

group('functions in templates', ['text/template', 'strings'], ([template, strings]) => {
  const render = (text: string, functions: object, data: unknown) => {
    const out = sink();
    template.New('t').Funcs(functions).Parse(text).Execute(out, data);
    return out.text();
  };
  return {
    'calls a function of JavaScript': () =>
      render(
        '{{shout .name}} {{add 1 2}} {{range list 3}}{{.}},{{end}}',
        {
          shout: (text: string) => `${text.toUpperCase()}!`,
          add: (a: number, b: number) => a + b,
          list: (n: number) => Array.from({ length: n }, (_, i) => i),
        },
        { name: 'go' },
      ),
    'calls a Go function': () =>
      render(
        '{{. | upper | repeat 2}}',
        { upper: strings.ToUpper, repeat: (n: number, text: string) => strings.Repeat(text, n) },
        'ab',
      ),
    'calls a function in the data': () => render('{{call .f 2}}', {}, { f: (n: number) => n * 21 }),
    'gives the error of a function': () =>
      render(
        '{{fail}}',
        {
          fail: () => {
            throw new Error('mine');
          },
        },
        null,
      ),
    'refuses what is no function': () => render('', { x: 1 }, null),
    'says what a Go function does not take': () => render('{{upper 1}}', { upper: strings.ToUpper }, null),
  };
});

group('functions in expr', ['github.com/expr-lang/expr', 'strings'], ([expr, strings]) => {
  const fail = () => {
    throw new Error('mine');
  };
  return {
    'calls a function of the environment': () => [
      expr.Eval('f(2) + 1', { f: (n: number) => n * 2 }),
      expr.Eval('map([1, 2], f(#))', { f: (n: number) => `#${n}` }),
      expr.Eval('a.f()', { a: { f: () => [true, null] } }),
    ],
    'calls a Go function of the environment': () => expr.Eval('upper(x)', { upper: strings.ToUpper, x: 'a' }),
    'checks against a Go function': () => expr.Compile('upper(1)', expr.Env({ upper: strings.ToUpper })),
    'gives the error of a function': () => expr.Eval('f()', { f: fail }),
    'gives a function back': () => expr.Eval('f', { f: fail }) === fail,
  };
});
