//go:build full

package main

import (
	"fmt"
	"io"
	"regexp"
	"strings"
	"time"

	"github.com/PuerkitoBio/goquery"
	"github.com/alecthomas/chroma/v2"
	"github.com/alecthomas/chroma/v2/formatters"
	chromahtml "github.com/alecthomas/chroma/v2/formatters/html"
	"github.com/alecthomas/chroma/v2/lexers"
	"github.com/alecthomas/chroma/v2/quick"
	"github.com/alecthomas/chroma/v2/styles"
	"github.com/sergi/go-diff/diffmatchpatch"
	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/css"
	"github.com/tdewolff/minify/v2/html"
	"github.com/tdewolff/minify/v2/js"
	"github.com/tdewolff/minify/v2/json"
	"github.com/tdewolff/minify/v2/svg"
)

const listPage = `<html><head><title>T</title></head><body><ul class="a"><li>one</li><li class="x">two</li><li data-n="3">three</li></ul><p>para <b>bold</b></p></body></html>`

func document() *goquery.Document {
	return must(goquery.NewDocumentFromReader(strings.NewReader(listPage)))
}

func find(selector string) *goquery.Selection { return document().Find(selector) }

// pair is what JavaScript gets for (T, bool).
func pair[T any](v T, ok bool) any { return list(v, ok) }

func tokens(ts []chroma.Token) any {
	var all []any
	for _, t := range ts {
		all = append(all, list(t.Type.String(), t.Value))
	}
	return all
}

func tokenise(language, text string, options *chroma.TokeniseOptions) any {
	return tokens(must(chroma.Tokenise(lexers.Get(language), options, text)))
}

func writtenBy(write func(io.Writer) error) any {
	var out strings.Builder
	err := write(&out)
	return try(out.String(), err)
}

func highlighted(f chroma.Formatter, style, language, text string) any {
	return writtenBy(func(w io.Writer) error {
		return f.Format(w, styles.Get(style), must(lexers.Get(language).Tokenise(nil, text)))
	})
}

// wrapper is a PreWrapper.
type wrapper struct{}

func (wrapper) Start(code bool, _ string) string { return fmt.Sprintf(`<x code="%t">`, code) }
func (wrapper) End(bool) string                  { return "</x>" }

// minifyFunc is minify.New with one function.
func minifyFunc(mediatype string, f minify.MinifierFunc) *minify.M {
	m := minify.New()
	m.AddFunc(mediatype, f)
	return m
}

func minifyOne(m minify.Minifier, source string) any {
	return writtenBy(func(w io.Writer) error { return m.Minify(minify.New(), w, strings.NewReader(source), nil) })
}

// constant is a Minifier.
type constant string

func (c constant) Minify(_ *minify.M, w io.Writer, _ io.Reader, _ map[string]string) error {
	_, err := io.WriteString(w, string(c))
	return err
}

func diffs(ds []diffmatchpatch.Diff) any {
	var all []any
	for _, d := range ds {
		all = append(all, list(d.Type.String(), d.Text))
	}
	return all
}

func init() {
	groups["goquery"] = group{
		"finds": func() any {
			return list(find("li").Length(), find("title").Text(), find("li.x").Text(), find("nope").Length())
		},
		"reads from a reader of Go": func() any { return find("b").Text() },
		"visits with a function": func() any {
			var seen []any
			find("li").Each(func(i int, s *goquery.Selection) { seen = append(seen, list(i, s.Text(), s.HasClass("x"))) })
			return seen
		},
		"visits until the function says no": func() any {
			n := 0
			find("li").EachWithBreak(func(i int, _ *goquery.Selection) bool { n++; return i < 1 })
			return n
		},
		"maps": func() any {
			return find("li").Map(func(i int, s *goquery.Selection) string { return fmt.Sprint(i, ":", s.Text()) })
		},
		"maps to any values": func() any {
			return goquery.Map(find("li"), func(i int, s *goquery.Selection) any { return map[string]any{"i": i, "text": s.Text()} })
		},
		"filters with a function": func() any {
			return find("li").FilterFunction(func(i int, _ *goquery.Selection) bool { return i%2 == 0 }).Text()
		},
		"gives attributes": func() any {
			return list(pair(find("li").Last().Attr("data-n")), pair(find("li").First().Attr("data-n")), find("li").First().AttrOr("k", "default"))
		},
		"gives HTML": func() any { return list(must(find("p").Html()), must(goquery.OuterHtml(find("b")))) },
		"walks the tree": func() any {
			s := find(".x")
			return list(s.Next().Text(), s.Prev().Text(), s.Parent().HasClass("a"), s.Siblings().Length(), s.Index())
		},
		"tests and slices": func() any {
			return list(find("li").Is(".x"), find("li").Not(".x").Length(), find("li").Slice(0, 2).Length(), find("li").Eq(-1).Text())
		},
		"edits": func() any {
			d := document()
			d.Find("li").First().SetText("<1>").AddClass("n").SetAttr("id", "f")
			d.Find(".x").Remove()
			d.Find("ul").AppendHtml("<li>new</li>")
			return try(d.Find("ul").Html())
		},
		"replaces and wraps": func() any {
			d := document()
			d.Find("b").ReplaceWithHtml("<i>it</i>")
			d.Find("p").WrapHtml("<div></div>")
			return try(d.Find("body").Html())
		},
		"renders to a writer":               func() any { return writtenBy(func(w io.Writer) error { return goquery.Render(w, find("li.x")) }) },
		"finds nothing by a wrong selector": func() any { return find("li[").Length() },
	}
	groups["chroma"] = group{
		"highlights at once": func() any {
			return writtenBy(func(w io.Writer) error {
				return quick.Highlight(w, "package main\n\nfunc main() { println(\"hi\") }\n", "go", "html", "monokai")
			})
		},
		"tokenises": func() any { return tokenise("go", `a := "x" // c`, nil) },
		"gives token after token": func() any {
			next := must(lexers.Get("json").Tokenise(nil, "[1]"))
			return tokens([]chroma.Token{next(), next(), next()})
		},
		"joins tokens": func() any {
			return tokens(must(chroma.Tokenise(chroma.Coalesce(lexers.Get("python")), nil, "def f(x): pass")))
		},
		"takes options": func() any { return tokenise("go", "x\r\ny", &chroma.TokeniseOptions{State: "root", EnsureLF: true}) },
		"finds a lexer": func() any {
			return list(lexers.Match("foo.py").Config().Name, lexers.Analyse("#!/bin/bash\n").Config().Name, lexers.Get("no such language"))
		},
		"lexes by rules of JavaScript": func() any {
			lexer := must(chroma.NewLexer(&chroma.Config{Name: "tiny"}, func() chroma.Rules {
				return chroma.Rules{"root": {{Pattern: `\d+`, Type: chroma.Number}, {Pattern: `[a-z]+`, Type: chroma.Name}, {Pattern: `\s`, Type: chroma.Text}}}
			}))
			return tokens(must(chroma.Tokenise(lexer, nil, "ab 12")))
		},
		"formats with options": func() any {
			return highlighted(chromahtml.New(chromahtml.WithClasses(true), chromahtml.WithLineNumbers(true), chromahtml.TabWidth(2)), "github", "go", "x := 1")
		},
		"formats with a wrapper of JavaScript": func() any {
			return highlighted(chromahtml.New(chromahtml.WithPreWrapper(wrapper{}), chromahtml.WithClasses(true)), "github", "json", "1")
		},
		"formats what JavaScript tokenised": func() any {
			f := chromahtml.New(chromahtml.WithClasses(true), chromahtml.PreventSurroundingPre(true))
			return writtenBy(func(w io.Writer) error {
				return f.Format(w, styles.Get("github"), chroma.Literator(
					chroma.Token{Type: chroma.Keyword, Value: "if"}, chroma.Token{Type: chroma.Text, Value: " x"}))
			})
		},
		"writes CSS": func() any {
			return writtenBy(func(w io.Writer) error {
				return chromahtml.New(chromahtml.WithClasses(true)).WriteCSS(w, styles.Get("bw"))
			})
		},
		"formats for terminals": func() any { return highlighted(formatters.Get("terminal256"), "vim", "go", "if 1") },
		"knows styles": func() any {
			return list(styles.Get("monokai").Name, styles.Get("monokai").Get(chroma.Keyword).Colour.String())
		},
		"makes a style": func() any {
			return must(chroma.NewStyle("mine", chroma.StyleEntries{chroma.Comment: "italic #888"})).Get(chroma.Comment).String()
		},
		"refuses a wrong style": func() any {
			return try(chroma.NewStyle("mine", chroma.StyleEntries{chroma.Comment: "nonsense"}))
		},
		"calculates with colours": func() any {
			return list(chroma.ParseColour("#ff0000").String(), chroma.ParseColour("#ff0000").Brighten(0.5).String(), chroma.NewColour(1, 2, 3).Red())
		},
	}
	groups["minify"] = group{
		"css": func() any {
			return try(minifyFunc("text/css", css.Minify).String("text/css", "a { color : #ff0000; margin: 0px 0px }"))
		},
		"css in html": func() any {
			m := minifyFunc("text/css", css.Minify)
			m.AddFunc("text/html", html.Minify)
			return try(m.String("text/html", "<p>  a  <b> b </b></p><style>a { b : c }</style>"))
		},
		"by a pattern": func() any {
			m := minify.New()
			m.AddFuncRegexp(regexp.MustCompile("^(application|text)/(x-)?(java|ecma)script$"), js.Minify)
			return try(m.String("text/javascript", "var a = 1 + 2 ; function foo ( x ) { return x }"))
		},
		"with options": func() any {
			m := minify.New()
			m.Add("text/html", &html.Minifier{KeepEndTags: true, KeepQuotes: true})
			return try(m.String("text/html", `<p class="a">  x</p>`))
		},
		"bytes": func() any {
			m := minify.New()
			m.Add("application/json", &json.Minifier{Precision: 3})
			return try(m.Bytes("application/json", []byte(`{ "a" : 1.0, "b": [ 3.14159 ] }`)))
		},
		"with a function of JavaScript": func() any {
			return try(minifyFunc("text/x", func(_ *minify.M, w io.Writer, r io.Reader, params map[string]string) error {
				_, err := io.WriteString(w, params["prefix"]+strings.ToUpper(string(must(io.ReadAll(r)))))
				return err
			}).String("text/x; prefix=v", "abc"))
		},
		"with an object of JavaScript": func() any {
			m := minify.New()
			m.Add("text/x", constant("min!"))
			return try(m.String("text/x", "abc"))
		},
		"gives the media type that matches": func() any {
			pattern, params, _ := minifyFunc("text/x", css.Minify).Match("text/x; a=b")
			return list(pattern, params)
		},
		"reader to writer": func() any {
			return writtenBy(func(w io.Writer) error {
				return minifyFunc("text/css", css.Minify).Minify("text/css", w, strings.NewReader("a{ b: c }"))
			})
		},
		"one kind, without a registry": func() any {
			return list(
				minifyOne(&js.Minifier{}, "let x = true ? 1 : 2; x = x + 1"),
				minifyOne(&js.Minifier{KeepVarNames: true}, "function foo ( longname ) { return longname }"),
				minifyOne(&svg.Minifier{}, `<svg><!-- c --><path d="M 10 10 L 20 20"/></svg>`))
		},
		"what does not parse":  func() any { return minifyOne(&js.Minifier{}, "var = 1") },
		"what nobody minifies": func() any { return try(minify.New().String("text/zz", "x")) },
		"numbers": func() any {
			return list(string(minify.Number([]byte("0.0100"), -1)), string(minify.Decimal([]byte("1.500"), -1)))
		},
		"media types": func() any { return string(minify.Mediatype([]byte(`Text/HTML ; charset="utf-8"`))) },
	}
	dmp := diffmatchpatch.New()
	groups["go-diff"] = group{
		"diffs": func() any { return diffs(dmp.DiffMain("Good dog", "Bad dog", false)) },
		"prints for people": func() any {
			return list(dmp.DiffPrettyText(dmp.DiffMain("a b", "a c", false)), dmp.DiffPrettyHtml(dmp.DiffMain("a b", "a c", false)))
		},
		"cleans up": func() any {
			return list(diffs(dmp.DiffCleanupSemantic(dmp.DiffMain("mouse", "sofas", false))),
				diffs(dmp.DiffCleanupEfficiency(dmp.DiffMain("abxyzcd", "12xyz34", false))))
		},
		"counts the distance": func() any { return dmp.DiffLevenshtein(dmp.DiffMain("kitten", "sitting", false)) },
		"takes diffs of JavaScript": func() any {
			return dmp.DiffText2([]diffmatchpatch.Diff{{Type: diffmatchpatch.DiffEqual, Text: "a"},
				{Type: diffmatchpatch.DiffDelete, Text: "b"}, {Type: diffmatchpatch.DiffInsert, Text: "ü"}})
		},
		"compares lines": func() any {
			a, b, lines := dmp.DiffLinesToChars("a\nb\n", "a\nc\n")
			return diffs(dmp.DiffCharsToLines(dmp.DiffMain(a, b, false), lines))
		},
		"writes a delta": func() any {
			delta := dmp.DiffToDelta(dmp.DiffMain("jumped over", "jumps over", false))
			return list(delta, diffs(must(dmp.DiffFromDelta("jumped over", delta))))
		},
		"refuses a wrong delta": func() any { return try(dmp.DiffFromDelta("x", "+a\t=9")) },
		"makes a patch": func() any {
			return dmp.PatchToText(dmp.PatchMake("The quick brown fox", "The quick red fox"))
		},
		"applies a patch": func() any {
			patch := must(dmp.PatchFromText("@@ -7,13 +7,11 @@\n ick \n-brown\n+red\n  fox\n"))
			one, done := dmp.PatchApply(patch, "The quick brown fox jumps")
			two, failed := dmp.PatchApply(patch, "nothing alike")
			return list(list(one, done), list(two, failed))
		},
		"refuses a wrong patch": func() any { return try(dmp.PatchFromText("@@ nonsense")) },
		"finds what is alike":   func() any { return list(dmp.MatchMain("abcdefghijk", "fxhi", 4), dmp.MatchMain("abc", "zz", 0)) },
		"finds what is common":  func() any { return list(dmp.DiffCommonPrefix("abcx", "abd"), dmp.DiffCommonSuffix("xyz", "ayz")) },
		"has settings": func() any {
			own := diffmatchpatch.New()
			own.DiffTimeout = 5 * time.Second
			own.MatchThreshold = 0
			return list(own.DiffTimeout, own.DiffEditCost, own.MatchMain("abcdef", "xbcd", 0))
		},
		"gives the same value for equal constants": func() any {
			first := dmp.DiffMain("a", "", false)[0]
			return list(first.Type == diffmatchpatch.DiffDelete, int(first.Type))
		},
	}
}
