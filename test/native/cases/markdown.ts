import { group } from '../group.ts';

const page =
  '# Title\n\nSome *text* with `code` & a [link](https://example.org "T").\n\n- one\n- two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n';

group('blackfriday', ['github.com/russross/blackfriday/v2'], ([blackfriday]) => ({
  page: () => blackfriday.Run(page),
  empty: () => blackfriday.Run(null),
  'no extensions': () => blackfriday.Run(page, blackfriday.WithNoExtensions()),
  'two options': () =>
    blackfriday.Run(page, blackfriday.WithExtensions(blackfriday.HardLineBreak | blackfriday.Tables)),
  'renderer flags': () => {
    const renderer = blackfriday.NewHTMLRenderer({ Flags: blackfriday.CompletePage, Title: 'T' });
    return blackfriday.Run('x', blackfriday.WithRenderer(renderer));
  },
  tree: () => {
    const { Type, FirstChild } = blackfriday.New().Parse(page);
    return [Type.String(), FirstChild.Type.String(), FirstChild.Level];
  },
  literal: () => blackfriday.New().Parse('`x`').FirstChild.FirstChild.Next.Literal,
  flags: () => [blackfriday.CommonExtensions, blackfriday.Tables],
  sibling: () => {
    const node = blackfriday.New().Parse(page);
    return node.FirstChild.Next.Next === node.LastChild;
  },
}));

const goldmarkSpecs = ['github.com/yuin/goldmark', 'github.com/yuin/goldmark/extension', 'bytes'];
group('goldmark', goldmarkSpecs, ([goldmark, extension, bytes]) => {
  const convert = (markdown: { Convert(source: string, out: unknown): void }, source: string) => {
    const out = new bytes.Buffer();
    markdown.Convert(source, out);
    return out.String();
  };
  return {
    page: () => convert(goldmark.New(), page),
    tables: () => convert(goldmark.New(goldmark.WithExtensions(extension.Table)), page),
    gfm: () =>
      convert(
        goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote)),
        '~~x~~ www.example.org\n\n- [x] y[^1]\n\n[^1]: z',
      ),
    convert: () => {
      const out = new bytes.Buffer();
      goldmark.Convert('*x*', out);
      return [null, out.Len(), out.Bytes()];
    },
    'unsafe html': () => convert(goldmark.New(), '<b>x</b>\n\n<div>y</div>'),
    unicode: () => convert(goldmark.New(), '# Grüße 世界 🎉\n'),
    'buffer reuse': () => {
      const out = bytes.NewBufferString('> ');
      goldmark.New().Convert('y', out);
      return [null, out.String()];
    },
  };
});
