import { sink } from '../../../runtime/index.ts';
import { group } from '../group.ts';

group('goquery', ['github.com/PuerkitoBio/goquery', 'strings'], ([goquery, strings]) => {
  const page =
    '<html><head><title>T</title></head><body><ul class="a"><li>one</li><li class="x">two</li><li data-n="3">three</li></ul><p>para <b>bold</b></p></body></html>';
  const find = (selector: string) => goquery.NewDocumentFromReader(page).Find(selector);
  return {
    finds: () => [find('li').Length(), find('title').Text(), find('li.x').Text(), find('nope').Length()],
    'reads from a reader of Go': () => goquery.NewDocumentFromReader(strings.NewReader(page)).Find('b').Text(),
    'visits with a function': () => {
      const seen: unknown[] = [];
      find('li').Each((i: number, item: any) => {
        seen.push([i, item.Text(), item.HasClass('x')]);
      });
      return seen;
    },
    'visits until the function says no': () => {
      let n = 0;
      find('li').EachWithBreak((i: number) => {
        n++;
        return i < 1;
      });
      return n;
    },
    maps: () => find('li').Map((i: number, item: any) => `${i}:${item.Text()}`),
    'maps to any values': () => goquery.Map(find('li'), (i: number, item: any) => ({ i, text: item.Text() })),
    'filters with a function': () =>
      find('li')
        .FilterFunction((i: number) => i % 2 === 0)
        .Text(),
    'gives attributes': () => [
      find('li').Last().Attr('data-n'),
      find('li').First().Attr('data-n'),
      find('li').First().AttrOr('k', 'default'),
    ],
    'gives HTML': () => [find('p').Html(), goquery.OuterHtml(find('b'))],
    'walks the tree': () => {
      const item = find('.x');
      return [
        item.Next().Text(),
        item.Prev().Text(),
        item.Parent().HasClass('a'),
        item.Siblings().Length(),
        item.Index(),
      ];
    },
    'tests and slices': () => [
      find('li').Is('.x'),
      find('li').Not('.x').Length(),
      find('li').Slice(0, 2).Length(),
      find('li').Eq(-1).Text(),
    ],
    edits: () => {
      const document = goquery.NewDocumentFromReader(page);
      document.Find('li').First().SetText('<1>').AddClass('n').SetAttr('id', 'f');
      document.Find('.x').Remove();
      document.Find('ul').AppendHtml('<li>new</li>');
      return document.Find('ul').Html();
    },
    'replaces and wraps': () => {
      const document = goquery.NewDocumentFromReader(page);
      document.Find('b').ReplaceWithHtml('<i>it</i>');
      document.Find('p').WrapHtml('<div></div>');
      return document.Find('body').Html();
    },
    'renders to a writer': () => {
      const out = sink();
      goquery.Render(out, find('li.x'));
      return out.text();
    },
    'finds nothing by a wrong selector': () => find('li[').Length(),
  };
});

group(
  'chroma',
  [
    'github.com/alecthomas/chroma/v2',
    'github.com/alecthomas/chroma/v2/lexers',
    'github.com/alecthomas/chroma/v2/styles',
    'github.com/alecthomas/chroma/v2/formatters',
    'github.com/alecthomas/chroma/v2/formatters/html',
    'github.com/alecthomas/chroma/v2/quick',
  ],
  ([chroma, lexers, styles, formatters, html, quick]) => {
    const tokens = (list: any[]) => list.map(({ Type, Value }) => [Type.String(), Value]);
    const written = (write: (out: unknown) => void) => {
      const out = sink();
      write(out);
      return out.text();
    };
    return {
      'highlights at once': () =>
        written((out) =>
          quick.Highlight(out, 'package main\n\nfunc main() { println("hi") }\n', 'go', 'html', 'monokai'),
        ),
      tokenises: () => tokens(chroma.Tokenise(lexers.Get('go'), null, 'a := "x" // c')),
      'gives token after token': () => {
        const next = lexers.Get('json').Tokenise(null, '[1]');
        return tokens([next(), next(), next()]);
      },
      'joins tokens': () => tokens(chroma.Tokenise(chroma.Coalesce(lexers.Get('python')), null, 'def f(x): pass')),
      'takes options': () => tokens(chroma.Tokenise(lexers.Get('go'), { State: 'root', EnsureLF: true }, 'x\r\ny')),
      'finds a lexer': () => [
        lexers.Match('foo.py').Config().Name,
        lexers.Analyse('#!/bin/bash\n').Config().Name,
        lexers.Get('no such language'),
      ],
      'lexes by rules of JavaScript': () => {
        const rules = () => ({
          root: [
            { Pattern: '\\d+', Type: chroma.Number },
            { Pattern: '[a-z]+', Type: chroma.Name },
            { Pattern: '\\s', Type: chroma.Text },
          ],
        });
        return tokens(chroma.Tokenise(chroma.NewLexer({ Name: 'tiny' }, rules), null, 'ab 12'));
      },
      'formats with options': () => {
        const formatter = html.New(html.WithClasses(true), html.WithLineNumbers(true), html.TabWidth(2));
        const iterator = lexers.Get('go').Tokenise(null, 'x := 1');
        return written((out) => formatter.Format(out, styles.Get('github'), iterator));
      },
      'formats with a wrapper of JavaScript': () => {
        const wrapper = { Start: (code: boolean) => `<x code="${code}">`, End: () => '</x>' };
        const iterator = lexers.Get('json').Tokenise(null, '1');
        const formatter = html.New(html.WithPreWrapper(wrapper), html.WithClasses(true));
        return written((out) => formatter.Format(out, styles.Get('github'), iterator));
      },
      'formats what JavaScript tokenised': () => {
        const list = [
          { Type: chroma.Keyword, Value: 'if' },
          { Type: chroma.Text, Value: ' x' },
        ];
        const formatter = html.New(html.WithClasses(true), html.PreventSurroundingPre(true));
        return written((out) => formatter.Format(out, styles.Get('github'), chroma.Literator(...list)));
      },
      'writes CSS': () => written((out) => html.New(html.WithClasses(true)).WriteCSS(out, styles.Get('bw'))),
      'formats for terminals': () =>
        written((out) =>
          formatters.Get('terminal256').Format(out, styles.Get('vim'), lexers.Get('go').Tokenise(null, 'if 1')),
        ),
      'knows styles': () => [styles.Get('monokai').Name, styles.Get('monokai').Get(chroma.Keyword).Colour.String()],
      'makes a style': () =>
        chroma
          .NewStyle('mine', new Map([[chroma.Comment, 'italic #888']]))
          .Get(chroma.Comment)
          .String(),
      'refuses a wrong style': () => chroma.NewStyle('mine', new Map([[chroma.Comment, 'nonsense']])),
      'calculates with colours': () => [
        chroma.ParseColour('#ff0000').String(),
        chroma.ParseColour('#ff0000').Brighten(0.5).String(),
        chroma.NewColour(1, 2, 3).Red(),
      ],
    };
  },
);

group(
  'minify',
  [
    'github.com/tdewolff/minify/v2',
    'github.com/tdewolff/minify/v2/css',
    'github.com/tdewolff/minify/v2/html',
    'github.com/tdewolff/minify/v2/js',
    'github.com/tdewolff/minify/v2/json',
    'github.com/tdewolff/minify/v2/svg',
    'io',
    'regexp',
  ],
  ([minify, css, html, js, json, svg, io, regexp]) => {
    const registry = (...functions: unknown[]) => {
      const m = minify.New();
      m.AddFunc(...functions);
      return m;
    };
    const direct = (minifier: any, source: string) => {
      const out = sink();
      minifier.Minify(minify.New(), out, source, null);
      return out.text();
    };
    return {
      css: () => registry('text/css', css.Minify).String('text/css', 'a { color : #ff0000; margin: 0px 0px }'),
      'css in html': () => {
        const m = registry('text/css', css.Minify);
        m.AddFunc('text/html', html.Minify);
        return m.String('text/html', '<p>  a  <b> b </b></p><style>a { b : c }</style>');
      },
      'by a pattern': () => {
        const m = minify.New();
        m.AddFuncRegexp(regexp.MustCompile('^(application|text)/(x-)?(java|ecma)script$'), js.Minify);
        return m.String('text/javascript', 'var a = 1 + 2 ; function foo ( x ) { return x }');
      },
      'with options': () => {
        const m = minify.New();
        m.Add('text/html', new html.Minifier({ KeepEndTags: true, KeepQuotes: true }));
        return m.String('text/html', '<p class="a">  x</p>');
      },
      bytes: () => {
        const m = minify.New();
        m.Add('application/json', new json.Minifier({ Precision: 3 }));
        return m.Bytes('application/json', '{ "a" : 1.0, "b": [ 3.14159 ] }');
      },
      'with a function of JavaScript': () => {
        const upper = (_: unknown, w: any, r: any, params: Record<string, string>) => {
          w.Write(params.prefix + Buffer.from(io.ReadAll(r)).toString().toUpperCase());
        };
        return registry('text/x', upper).String('text/x; prefix=v', 'abc');
      },
      'with an object of JavaScript': () => {
        const m = minify.New();
        m.Add('text/x', { Minify: (_: unknown, w: any) => w.Write('min!') && undefined });
        return m.String('text/x', 'abc');
      },
      'gives the media type that matches': () => {
        const [pattern, params] = registry('text/x', css.Minify).Match('text/x; a=b');
        return [pattern, params];
      },
      'reader to writer': () => {
        const out = sink();
        registry('text/css', css.Minify).Minify('text/css', out, 'a{ b: c }');
        return out.text();
      },
      'one kind, without a registry': () => [
        direct(new js.Minifier(), 'let x = true ? 1 : 2; x = x + 1'),
        direct(new js.Minifier({ KeepVarNames: true }), 'function foo ( longname ) { return longname }'),
        direct(new svg.Minifier(), '<svg><!-- c --><path d="M 10 10 L 20 20"/></svg>'),
      ],
      'what does not parse': () => direct(new js.Minifier(), 'var = 1'),
      'what nobody minifies': () => minify.New().String('text/zz', 'x'),
      numbers: () => [
        Buffer.from(minify.Number('0.0100', -1)).toString(),
        Buffer.from(minify.Decimal('1.500', -1)).toString(),
      ],
      'media types': () => Buffer.from(minify.Mediatype('Text/HTML ; charset="utf-8"')).toString(),
    };
  },
);

group('go-diff', ['github.com/sergi/go-diff/diffmatchpatch'], ([diffmatchpatch]) => {
  const dmp = diffmatchpatch.New?.();
  const plain = (diffs: any[]) => diffs.map(({ Type, Text }) => [Type.String(), Text]);
  return {
    diffs: () => plain(dmp.DiffMain('Good dog', 'Bad dog', false)),
    'prints for people': () => [
      dmp.DiffPrettyText(dmp.DiffMain('a b', 'a c', false)),
      dmp.DiffPrettyHtml(dmp.DiffMain('a b', 'a c', false)),
    ],
    'cleans up': () => [
      plain(dmp.DiffCleanupSemantic(dmp.DiffMain('mouse', 'sofas', false))),
      plain(dmp.DiffCleanupEfficiency(dmp.DiffMain('abxyzcd', '12xyz34', false))),
    ],
    'counts the distance': () => dmp.DiffLevenshtein(dmp.DiffMain('kitten', 'sitting', false)),
    'takes diffs of JavaScript': () =>
      dmp.DiffText2([
        { Type: diffmatchpatch.DiffEqual, Text: 'a' },
        { Type: diffmatchpatch.DiffDelete, Text: 'b' },
        { Type: diffmatchpatch.DiffInsert, Text: 'ü' },
      ]),
    'compares lines': () => {
      const [a, b, lines] = dmp.DiffLinesToChars('a\nb\n', 'a\nc\n');
      return plain(dmp.DiffCharsToLines(dmp.DiffMain(a, b, false), lines));
    },
    'writes a delta': () => {
      const delta = dmp.DiffToDelta(dmp.DiffMain('jumped over', 'jumps over', false));
      return [delta, plain(dmp.DiffFromDelta('jumped over', delta))];
    },
    'refuses a wrong delta': () => dmp.DiffFromDelta('x', '+a\t=9'),
    'makes a patch': () => dmp.PatchToText(dmp.PatchMake('The quick brown fox', 'The quick red fox')),
    'applies a patch': () => {
      const patch = dmp.PatchFromText('@@ -7,13 +7,11 @@\n ick \n-brown\n+red\n  fox\n');
      return [dmp.PatchApply(patch, 'The quick brown fox jumps'), dmp.PatchApply(patch, 'nothing alike')];
    },
    'refuses a wrong patch': () => dmp.PatchFromText('@@ nonsense'),
    'finds what is alike': () => [dmp.MatchMain('abcdefghijk', 'fxhi', 4), dmp.MatchMain('abc', 'zz', 0)],
    'finds what is common': () => [dmp.DiffCommonPrefix('abcx', 'abd'), dmp.DiffCommonSuffix('xyz', 'ayz')],
    'has settings': () => {
      const own = diffmatchpatch.New();
      own.DiffTimeout = 5000;
      own.MatchThreshold = 0;
      return [own.DiffTimeout, own.DiffEditCost, own.MatchMain('abcdef', 'xbcd', 0)];
    },
    'gives the same value for equal constants': () => {
      const [first] = dmp.DiffMain('a', '', false);
      return [first.Type === diffmatchpatch.DiffDelete, Number(first.Type)];
    },
  };
});
