import { group } from '../group.ts';

group('esbuild', ['github.com/evanw/esbuild/pkg/api'], ([api]) => ({
  transform: () => {
    const { Code, Errors, Warnings } = api.Transform('let x: number = 1 + 2', { Loader: api.LoaderTS });
    return [Code, Errors, Warnings];
  },
  minify: () =>
    api.Transform('function add(first, second) { return first + second }\nconsole.log(add(1, 2))', {
      MinifyWhitespace: true,
      MinifyIdentifiers: true,
      MinifySyntax: true,
    }).Code,
  'syntax error': () => {
    const { Code, Errors } = api.Transform('let = ', { Sourcefile: 'a.js' });
    return [Code.length, Errors[0].Text, Errors[0].Location];
  },
  jsx: () => api.Transform('<a b={1}/>', { Loader: api.LoaderJSX, JSXFactory: 'h' }).Code,
  css: () =>
    api.Transform('a { color: #ff0000; }', { Loader: api.LoaderCSS, MinifyWhitespace: true, MinifySyntax: true }).Code,
  target: () => api.Transform('a ??= b', { Target: api.ES2015 }).Code,
  define: () => api.Transform('x = DEBUG', { Define: { DEBUG: 'false' } }).Code,
  'source map': () => api.Transform('a', { Sourcemap: api.SourceMapExternal, Sourcefile: 'a.js' }).Map,
  messages: () =>
    api.FormatMessages([{ Text: 'bad', Location: { File: 'a.js', Line: 3, Column: 1, LineText: 'x y' } }], {
      Kind: api.WarningMessage,
    }),
}));

group('goja', ['github.com/dop251/goja'], ([goja]) => {
  const run = (source: string) => goja.New().RunString(source);
  return {
    number: () => [run('6 * 7').ToInteger(), run('6 * 7').String()],
    string: () => run("'a' + 1").String(),
    state: () => {
      const vm = goja.New();
      vm.RunString('var n = 40');
      return vm.RunString('n += 2').ToFloat();
    },
    syntax: () => run('6 *'),
    exception: () => run("throw new Error('x')"),
    object: () => {
      const vm = goja.New();
      const object = vm.RunString("({a: 1, b: 'x'})").ToObject(vm);
      return [object.Keys(), object.Get('b').String(), object.Get('c') === null];
    },
    global: () => {
      const vm = goja.New();
      vm.RunString('x = true');
      return vm.Get('x').ToBoolean();
    },
    constants: () => [goja.Undefined().String(), goja.Null().String(), goja.IsNaN(goja.NaN())],
    compile: () =>
      goja
        .New()
        .RunProgram(goja.Compile('a.js', '1 + 1', true))
        .ToInteger(),
  };
});

group('dns', ['github.com/miekg/dns'], ([dns]) => {
  const question = (type: number) => {
    const message = new dns.Msg();
    message.SetQuestion('miek.nl.', type);
    return message;
  };
  return {
    fqdn: () => [dns.Fqdn('example.org'), dns.IsFqdn('example.org')],
    domain: () => dns.IsDomainName('a.b.c.'),
    labels: () => [
      dns.SplitDomainName('www.miek.nl.'),
      dns.CountLabel('www.miek.nl.'),
      dns.CompareDomainName('a.b.', 'c.b.'),
    ],
    record: () => {
      const record = dns.NewRR('miek.nl. 3600 IN MX 10 mx.miek.nl.');
      return [record.String(), record.Header().Ttl, record.Header().Name];
    },
    bad: () => dns.NewRR('miek.nl. IN MX ten mx'),
    question: () => {
      const message = question(dns.TypeMX);
      const { Name, Qtype, Qclass } = message.Question[0];
      return [[{ Name, Qtype, Qclass }], message.RecursionDesired];
    },
    pack: () => {
      const message = question(dns.TypeA);
      message.Id = 7;
      return message.Pack();
    },
    unpack: () => {
      const message = new dns.Msg();
      message.Unpack('\x00\x07\x01\x00\x00\x01\x00\x00\x00\x00\x00\x00\x04miek\x02nl\x00\x00\x01\x00\x01');
      const { Name, Qtype, Qclass } = message.Question[0];
      return [null, message.Id, [{ Name, Qtype, Qclass }]];
    },
    'too short': () => new dns.Msg().Unpack(new Uint8Array([1])),
    reverse: () => dns.ReverseAddr('2001:db8::567:89ab'),
    maps: () => [dns.TypeToString.get(15), dns.StringToType.AAAA],
    subdomain: () => [dns.IsSubDomain('miek.nl.', 'www.miek.nl.'), dns.CanonicalName('MIEK.nl')],
  };
});

group('sh', ['mvdan.cc/sh/v3/syntax', 'strings'], ([syntax, strings]) => {
  const parse = (source: string, name = '', ...options: unknown[]) =>
    syntax.NewParser(...options).Parse(strings.NewReader(source), name);
  const print = (file: unknown, ...options: unknown[]) => {
    const out = new strings.Builder();
    syntax.NewPrinter(...options).Print(out, file);
    return out.String();
  };
  return {
    print: () => [null, print(parse('if true;then echo  hi;fi', 'x.sh'))],
    options: () => {
      const file = parse('{ a; } # b', '', syntax.KeepComments(true));
      return [null, print(file, syntax.Indent(2), syntax.Minify(true)), file.Stmts.length];
    },
    'syntax error': () => parse('if true', 'x.sh'),
    quote: () => syntax.Quote("it's $HOME", syntax.LangBash),
    names: () => [syntax.ValidName('a_b'), syntax.ValidName('1a')],
    position: () => {
      const position = parse('\n\n echo x').Stmts[0].Pos();
      return [position.Line(), position.Col(), position.String()];
    },
  };
});
