//go:build full

package main

import (
	"strings"

	"github.com/dop251/goja"
	"github.com/evanw/esbuild/pkg/api"
	"github.com/miekg/dns"
	"mvdan.cc/sh/v3/syntax"
)

func init() {
	groups["esbuild"] = group{
		"transform": func() any {
			r := api.Transform("let x: number = 1 + 2", api.TransformOptions{Loader: api.LoaderTS})
			return list(r.Code, r.Errors, r.Warnings)
		},
		"minify": func() any {
			r := api.Transform("function add(first, second) { return first + second }\nconsole.log(add(1, 2))", api.TransformOptions{MinifyWhitespace: true, MinifyIdentifiers: true, MinifySyntax: true})
			return r.Code
		},
		"syntax error": func() any {
			r := api.Transform("let = ", api.TransformOptions{Sourcefile: "a.js"})
			return list(len(r.Code), r.Errors[0].Text, *r.Errors[0].Location)
		},
		"jsx": func() any {
			return api.Transform("<a b={1}/>", api.TransformOptions{Loader: api.LoaderJSX, JSXFactory: "h"}).Code
		},
		"css": func() any {
			return api.Transform("a { color: #ff0000; }", api.TransformOptions{Loader: api.LoaderCSS, MinifyWhitespace: true, MinifySyntax: true}).Code
		},
		"target": func() any { return api.Transform("a ??= b", api.TransformOptions{Target: api.ES2015}).Code },
		"define": func() any {
			return api.Transform("x = DEBUG", api.TransformOptions{Define: map[string]string{"DEBUG": "false"}}).Code
		},
		"source map": func() any {
			r := api.Transform("a", api.TransformOptions{Sourcemap: api.SourceMapExternal, Sourcefile: "a.js"})
			return r.Map
		},
		"messages": func() any {
			return api.FormatMessages([]api.Message{{Text: "bad", Location: &api.Location{File: "a.js", Line: 3, Column: 1, LineText: "x y"}}}, api.FormatMessagesOptions{Kind: api.WarningMessage})
		},
	}
	groups["goja"] = group{
		"number": func() any { v := must(goja.New().RunString("6 * 7")); return list(v.ToInteger(), v.String()) },
		"string": func() any { return must(goja.New().RunString("'a' + 1")).String() },
		"state": func() any {
			vm := goja.New()
			must(vm.RunString("var n = 40"))
			return must(vm.RunString("n += 2")).ToFloat()
		},
		"syntax":    func() any { return try(goja.New().RunString("6 *")) },
		"exception": func() any { return try(goja.New().RunString("throw new Error('x')")) },
		"object": func() any {
			vm := goja.New()
			o := must(vm.RunString("({a: 1, b: 'x'})")).ToObject(vm)
			return list(o.Keys(), o.Get("b").String(), o.Get("c") == nil)
		},
		"global":    func() any { vm := goja.New(); must(vm.RunString("x = true")); return vm.Get("x").ToBoolean() },
		"constants": func() any { return list(goja.Undefined().String(), goja.Null().String(), goja.IsNaN(goja.NaN())) },
		"compile": func() any {
			p := must(goja.Compile("a.js", "1 + 1", true))
			return must(goja.New().RunProgram(p)).ToInteger()
		},
	}
	groups["dns"] = group{
		"fqdn":   func() any { return list(dns.Fqdn("example.org"), dns.IsFqdn("example.org")) },
		"domain": func() any { n, ok := dns.IsDomainName("a.b.c."); return list(n, ok) },
		"labels": func() any {
			return list(dns.SplitDomainName("www.miek.nl."), dns.CountLabel("www.miek.nl."), dns.CompareDomainName("a.b.", "c.b."))
		},
		"record": func() any {
			rr := must(dns.NewRR("miek.nl. 3600 IN MX 10 mx.miek.nl."))
			return list(rr.String(), rr.Header().Ttl, rr.Header().Name)
		},
		"bad": func() any { return try(dns.NewRR("miek.nl. IN MX ten mx")) },
		"question": func() any {
			m := new(dns.Msg)
			m.SetQuestion("miek.nl.", dns.TypeMX)
			return list(m.Question, m.RecursionDesired)
		},
		"pack": func() any { m := new(dns.Msg); m.SetQuestion("miek.nl.", dns.TypeA); m.Id = 7; return try(m.Pack()) },
		"unpack": func() any {
			m := new(dns.Msg)
			err := m.Unpack([]byte("\x00\x07\x01\x00\x00\x01\x00\x00\x00\x00\x00\x00\x04miek\x02nl\x00\x00\x01\x00\x01"))
			return list(err, m.Id, m.Question)
		},
		"too short": func() any { return new(dns.Msg).Unpack([]byte{1}) },
		"reverse":   func() any { return try(dns.ReverseAddr("2001:db8::567:89ab")) },
		"maps":      func() any { return list(dns.TypeToString[15], dns.StringToType["AAAA"]) },
		"subdomain": func() any { return list(dns.IsSubDomain("miek.nl.", "www.miek.nl."), dns.CanonicalName("MIEK.nl")) },
	}
	groups["sh"] = group{
		"print": func() any {
			file := must(syntax.NewParser().Parse(strings.NewReader("if true;then echo  hi;fi"), "x.sh"))
			var out strings.Builder
			err := syntax.NewPrinter().Print(&out, file)
			return list(err, out.String())
		},
		"options": func() any {
			file := must(syntax.NewParser(syntax.KeepComments(true)).Parse(strings.NewReader("{ a; } # b"), ""))
			var out strings.Builder
			err := syntax.NewPrinter(syntax.Indent(2), syntax.Minify(true)).Print(&out, file)
			return list(err, out.String(), len(file.Stmts))
		},
		"syntax error": func() any { return try(syntax.NewParser().Parse(strings.NewReader("if true"), "x.sh")) },
		"quote":        func() any { return try(syntax.Quote("it's $HOME", syntax.LangBash)) },
		"names":        func() any { return list(syntax.ValidName("a_b"), syntax.ValidName("1a")) },
		"position": func() any {
			f := must(syntax.NewParser().Parse(strings.NewReader("\n\n echo x"), ""))
			return list(f.Stmts[0].Pos().Line(), f.Stmts[0].Pos().Col(), f.Stmts[0].Pos().String())
		},
	}
}
