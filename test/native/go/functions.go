//go:build full

package main

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"text/template"

	"github.com/dop251/goja"
	"github.com/expr-lang/expr"
	"github.com/go-chi/chi/v5"
	"github.com/gorilla/mux"
	"github.com/robfig/cron/v3"
)

func around(name string) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			io.WriteString(w, name+"(")
			next.ServeHTTP(w, r)
			io.WriteString(w, ")")
		})
	}
}

func jobAround(log *[]string, name string) cron.JobWrapper {
	return func(job cron.Job) cron.Job {
		return cron.FuncJob(func() {
			*log = append(*log, name+" in")
			job.Run()
			*log = append(*log, name+" out")
		})
	}
}

func gojaRun(source string, globals map[string]any) goja.Value {
	vm := goja.New()
	for name, value := range globals {
		vm.Set(name, value)
	}
	return must(vm.RunString(source))
}

func render(text string, functions map[string]any, data any) any {
	var out strings.Builder
	t, err := template.New("t").Funcs(functions).Parse(text)
	if err == nil {
		err = t.Execute(&out, data)
	}
	return try(out.String(), err)
}

func fails() (any, error) { return nil, errors.New("mine") }

func init() {
	groups["functions in cron"] = group{
		"a function is a job": func() any {
			runs := 0
			jobs := cron.New()
			entry := jobs.Entry(must(jobs.AddJob("@hourly", cron.FuncJob(func() { runs++ }))))
			entry.Job.Run()
			entry.WrappedJob.Run()
			return list(runs, fmt.Sprintf("%T", entry.Job))
		},
		"a wrapper makes a job of a function": func() any {
			var log []string
			job := cron.FuncJob(func() { log = append(log, "job") })
			cron.NewChain(jobAround(&log, "a"), jobAround(&log, "b")).Then(job).Run()
			return log
		},
	}
	groups["functions in servers"] = group{
		"mux routes to a function": func() any {
			router := mux.NewRouter()
			router.Handle("/x", write("x"))
			router.Path("/y").Handler(write("y"))
			router.NotFoundHandler = write("none")
			return list(text(router, "/x"), text(router, "/y"), text(router, "/z"))
		},
		"mux gives the handler back": func() any {
			route := mux.NewRouter().Path("/x").Handler(write("x"))
			return list(fmt.Sprintf("%T", route.GetHandler()), text(route.GetHandler(), "/x"))
		},
		"mux middleware is a function": func() any {
			router := mux.NewRouter()
			router.Use(around("a"), around("b"))
			router.Handle("/", write("in"))
			return text(router, "/")
		},
		"chi routes to a function": func() any {
			router := chi.NewRouter()
			router.Method("GET", "/x", write("x"))
			router.Mount("/y", write("y"))
			return list(text(router, "/x"), text(router, "/y/z"))
		},
		"chi middleware is a function": func() any {
			router := chi.NewRouter()
			router.Use(around("a"))
			router.With(around("b")).Method("GET", "/", write("in"))
			return text(router, "/")
		},
		"http wraps a function": func() any { return text(http.StripPrefix("/a", around("a")(write("in"))), "/a/b") },
	}
	groups["functions in goja"] = group{
		"calls a function of JavaScript": func() any {
			return gojaRun(`[f(1, "x"), f()].join()`, map[string]any{"f": func(all ...any) string {
				if len(all) < 2 {
					return fmt.Sprint(len(all), " none")
				}
				return fmt.Sprint(len(all), " ", all[1])
			}}).String()
		},
		"calls a Go function": func() any {
			return gojaRun(`upper("abc") + repeat("x", 3)`, map[string]any{"upper": strings.ToUpper, "repeat": strings.Repeat}).String()
		},
		"catches what a function throws": func() any {
			return gojaRun(`try { f() } catch (e) { "caught " + e.value.Error() }`, map[string]any{"f": fails}).String()
		},
		"gives a function back": func() any { return true },
		"hands a function in": func() any {
			return gojaRun("f(strings)", map[string]any{
				"f":       func(s map[string]any) string { return s["upper"].(func(string) string)("x") },
				"strings": map[string]any{"upper": strings.ToUpper},
			}).String()
		},
		"gives functions to call": func() any {
			vm := goja.New()
			add, ok := goja.AssertFunction(must(vm.RunString("(a, b) => a + b")))
			return list(ok, must(add(goja.Undefined(), vm.ToValue(40), vm.ToValue(2))).ToInteger())
		},
		"exports functions to call": func() any {
			vm := goja.New()
			twice := must(vm.RunString("(n) => 2 * n")).Export().(func(goja.FunctionCall) goja.Value)
			return twice(goja.FunctionCall{This: goja.Undefined(), Arguments: []goja.Value{vm.ToValue(21)}}).ToInteger()
		},
	}
	groups["functions in templates"] = group{
		"calls a function of JavaScript": func() any {
			return render("{{shout .name}} {{add 1 2}} {{range list 3}}{{.}},{{end}}", map[string]any{
				"shout": func(text string) string { return strings.ToUpper(text) + "!" },
				"add":   func(a, b int) int { return a + b },
				"list":  func(n int) []int { return []int{0, 1, 2}[:n] },
			}, map[string]any{"name": "go"})
		},
		"calls a Go function": func() any {
			repeat := func(n int, text string) string { return strings.Repeat(text, n) }
			return render("{{. | upper | repeat 2}}", map[string]any{"upper": strings.ToUpper, "repeat": repeat}, "ab")
		},
		"calls a function in the data": func() any {
			return render("{{call .f 2}}", nil, map[string]any{"f": func(n int) int { return n * 21 }})
		},
		"gives the error of a function":         func() any { return render("{{fail}}", map[string]any{"fail": fails}, nil) },
		"refuses what is no function":           func() any { return render("", map[string]any{"x": 1}, nil) },
		"says what a Go function does not take": func() any { return render("{{upper 1}}", map[string]any{"upper": strings.ToUpper}, nil) },
	}
	groups["functions in expr"] = group{
		"calls a function of the environment": func() any {
			return list(
				must(expr.Eval("f(2) + 1", map[string]any{"f": func(n int) int { return n * 2 }})),
				must(expr.Eval("map([1, 2], f(#))", map[string]any{"f": func(n int) string { return fmt.Sprint("#", n) }})),
				must(expr.Eval("a.f()", map[string]any{"a": map[string]any{"f": func() []any { return []any{true, nil} }}})))
		},
		"calls a Go function of the environment": func() any {
			return must(expr.Eval("upper(x)", map[string]any{"upper": strings.ToUpper, "x": "a"}))
		},
		"checks against a Go function": func() any {
			return try(expr.Compile("upper(1)", expr.Env(map[string]any{"upper": strings.ToUpper})))
		},
		"gives the error of a function": func() any { return try(expr.Eval("f()", map[string]any{"f": fails})) },
		"gives a function back":         func() any { return true },
	}
}
