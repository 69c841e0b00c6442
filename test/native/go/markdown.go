package main

import (
	"bytes"

	"github.com/russross/blackfriday/v2"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
)

const page = "# Title\n\nSome *text* with `code` & a [link](https://example.org \"T\").\n\n- one\n- two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"

func convert(md goldmark.Markdown, source string) any {
	var out bytes.Buffer
	if err := md.Convert([]byte(source), &out); err != nil {
		return failure{err}
	}
	return out.String()
}

func init() {
	groups["blackfriday"] = group{
		"page":          func() any { return blackfriday.Run([]byte(page)) },
		"empty":         func() any { return blackfriday.Run(nil) },
		"no extensions": func() any { return blackfriday.Run([]byte(page), blackfriday.WithNoExtensions()) },
		"two options": func() any {
			return blackfriday.Run([]byte(page), blackfriday.WithExtensions(blackfriday.HardLineBreak|blackfriday.Tables))
		},
		"renderer flags": func() any {
			r := blackfriday.NewHTMLRenderer(blackfriday.HTMLRendererParameters{Flags: blackfriday.CompletePage, Title: "T"})
			return blackfriday.Run([]byte("x"), blackfriday.WithRenderer(r))
		},
		"tree": func() any {
			n := blackfriday.New().Parse([]byte(page))
			return list(n.Type.String(), n.FirstChild.Type.String(), n.FirstChild.Level)
		},
		"literal": func() any { return blackfriday.New().Parse([]byte("`x`")).FirstChild.FirstChild.Next.Literal },
		"flags":   func() any { return list(int(blackfriday.CommonExtensions), int(blackfriday.Tables)) },
		"sibling": func() any { n := blackfriday.New().Parse([]byte(page)); return n.FirstChild.Next.Next == n.LastChild },
	}
	groups["goldmark"] = group{
		"page":   func() any { return convert(goldmark.New(), page) },
		"tables": func() any { return convert(goldmark.New(goldmark.WithExtensions(extension.Table)), page) },
		"gfm": func() any {
			return convert(goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote)), "~~x~~ www.example.org\n\n- [x] y[^1]\n\n[^1]: z")
		},
		"convert": func() any {
			var out bytes.Buffer
			err := goldmark.Convert([]byte("*x*"), &out)
			return list(err, out.Len(), out.Bytes())
		},
		"unsafe html": func() any { return convert(goldmark.New(), "<b>x</b>\n\n<div>y</div>") },
		"unicode":     func() any { return convert(goldmark.New(), "# Grüße 世界 🎉\n") },
		"buffer reuse": func() any {
			out := bytes.NewBufferString("> ")
			err := goldmark.New().Convert([]byte("y"), out)
			return list(err, out.String())
		},
	}
}
