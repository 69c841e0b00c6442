//go:build full

package main

import (
	"errors"
	"strconv"
	"strings"

	"cel.dev/cel-go/cel"
	"cel.dev/cel-go/common/types"
	"cel.dev/cel-go/common/types/ref"
	"cel.dev/cel-go/ext"
	"github.com/expr-lang/expr"
	"github.com/expr-lang/expr/ast"
	"github.com/expr-lang/expr/vm"
	"github.com/itchyny/gojq"
)

func celGroups() *cel.Env {
	return celEnv(cel.Variable("name", cel.StringType), cel.Variable("group", cel.StringType))
}

func celEnv(options ...cel.EnvOption) *cel.Env { return must(cel.NewEnv(options...)) }

func celValue(env *cel.Env, source string, values map[string]any) any {
	ast, issues := env.Compile(source)
	if issues.Err() != nil {
		return issues.Err()
	}
	v, _, err := must(env.Program(ast)).Eval(values)
	if err != nil {
		return err
	}
	return v.Value()
}

func exprRun(source string, env any, options ...expr.Option) any {
	program, err := expr.Compile(source, options...)
	if err != nil {
		return err
	}
	return try(expr.Run(program, env))
}

func exprFunction(name string, f func(...any) (any, error), types ...any) expr.Option {
	return expr.Function(name, f, types...)
}

// patcher puts text in the place of the identifier x.
type patcher struct{}

func (patcher) Visit(node *ast.Node) {
	if id, ok := (*node).(*ast.IdentifierNode); ok && id.Value == "x" {
		ast.Patch(node, &ast.StringNode{Value: "patched"})
	}
}

func jqAll(it gojq.Iter) any {
	var found []any
	for {
		v, ok := it.Next()
		if !ok {
			return found
		}
		found = append(found, v)
	}
}

func jq(query string, input any) any { return jqAll(must(gojq.Parse(query)).Run(input)) }

func jqCompile(query string, options ...gojq.CompilerOption) (*gojq.Code, error) {
	return gojq.Compile(must(gojq.Parse(query)), options...)
}

// counter is an iterator of two numbers.
type counter struct{ n int }

func (c *counter) Next() (any, bool) {
	if c.n == 2 {
		return nil, false
	}
	c.n++
	return c.n - 1, true
}

func init() {
	const starts = `name.startsWith("/groups/" + group)`
	groups["cel"] = group{
		"compiles": func() any {
			ast, issues := celGroups().Compile(starts)
			return list(issues.Err(), ast.OutputType().String(), ast.IsChecked())
		},
		"evaluates": func() any {
			return list(
				celValue(celGroups(), starts, map[string]any{"name": "/groups/acme.co/documents/secret-stuff", "group": "acme.co"}),
				celValue(celGroups(), starts, map[string]any{"name": "/users/x", "group": "acme.co"}))
		},
		"says what is wrong":             func() any { _, issues := celGroups().Compile("nope + 1"); return issues.Err() },
		"says where the syntax is wrong": func() any { _, issues := celGroups().Parse("a + "); return issues.String() },
		"says what is missing":           func() any { return celValue(celGroups(), "name", map[string]any{}) },
		"calculates": func() any {
			return celValue(celEnv(cel.Variable("x", cel.IntType)), "x * 2 + 1", map[string]any{"x": 20})
		},
		"does not divide by zero": func() any { return celValue(celEnv(), "1 / 0", map[string]any{}) },
		"takes lists": func() any {
			env := celEnv(cel.Variable("list", cel.ListType(cel.IntType)))
			values := map[string]any{"list": []any{1, 2, 3}}
			return list(celValue(env, "list.exists(i, i > 2)", values), celValue(env, "list.filter(i, i > 1).size()", values))
		},
		"takes maps": func() any {
			env := celEnv(cel.Variable("m", cel.MapType(cel.StringType, cel.DynType)))
			return celValue(env, `m.a.b == "x" && !has(m.c)`, map[string]any{"m": map[string]any{"a": map[string]any{"b": "x"}}})
		},
		"calls a function of JavaScript": func() any {
			return celValue(celEnv(cel.Function("shake", cel.Overload("shake_string_string",
				[]*cel.Type{cel.StringType, cel.StringType}, cel.StringType,
				cel.BinaryBinding(func(l, r ref.Val) ref.Val {
					return types.String(l.Value().(string) + " and " + r.Value().(string) + " shake hands")
				})))), `shake("CEL", "world")`, map[string]any{})
		},
		"calls a method of JavaScript": func() any {
			env := celEnv(cel.Variable("i", cel.IntType), cel.Function("twice", cel.MemberOverload("int_twice",
				[]*cel.Type{cel.IntType}, cel.IntType,
				cel.UnaryBinding(func(v ref.Val) ref.Val { return v.(types.Int) * 2 }))))
			return celValue(env, "i.twice() + 1", map[string]any{"i": 4})
		},
		"gives the error that a function of JavaScript made": func() any {
			return celValue(celEnv(cel.Function("check", cel.Overload("check_string",
				[]*cel.Type{cel.StringType}, cel.BoolType,
				cel.UnaryBinding(func(v ref.Val) ref.Val { return types.NewErr("%v is not allowed", v.Value()) })))),
				`check("x")`, map[string]any{})
		},
		"has extensions": func() any {
			return list(
				celValue(celEnv(ext.Strings()), `"hello".charAt(1) + "a-b".split("-")[1]`, map[string]any{}),
				celValue(celEnv(ext.Math()), "math.greatest(1, 5, 3)", map[string]any{}))
		},
		"prints an expression": func() any {
			ast, _ := celGroups().Compile(`name=="x"   ||group=="y"`)
			return try(cel.AstToString(ast))
		},
		"knows times": func() any {
			return list(
				celValue(celEnv(), `timestamp("2026-01-02T03:04:05Z")`, map[string]any{}),
				celValue(celEnv(), `duration("90s")`, map[string]any{}))
		},
		"counts the cost": func() any {
			env := celGroups()
			ast, _ := env.Compile(`name == "x"`)
			_, details, err := must(env.Program(ast, cel.EvalOptions(cel.OptTrackCost))).Eval(map[string]any{"name": "x"})
			return try(details.ActualCost(), err)
		},
	}
	groups["expr"] = group{
		"evaluates": func() any {
			return list(must(expr.Eval("2 + 2", nil)), must(expr.Eval(`"a" in ["a", "b"] ? 1.5 : 2`, nil)))
		},
		"takes an environment": func() any {
			return try(expr.Eval(`greet + names[0] + "!"`, map[string]any{"greet": "Hello, ", "names": []any{"world", "you"}}))
		},
		"checks against an environment": func() any {
			return exprRun(`a > 1 and b matches "^x"`, map[string]any{"a": 2, "b": "xy"}, expr.Env(map[string]any{"a": 0, "b": ""}))
		},
		"walks a tree": func() any {
			return exprRun("all(tweets, {len(.Content) <= 240})", map[string]any{"tweets": []any{
				map[string]any{"Content": "x"}, map[string]any{"Content": strings.Repeat("y", 241)}}})
		},
		"has functions for lists": func() any {
			return list(
				must(expr.Eval("map(1..3, {# * 2})", nil)),
				must(expr.Eval("filter([1, 2, 3, 4], # % 2 == 0)", nil)),
				must(expr.Eval("reduce(1..4, #acc + #)", nil)),
				must(expr.Eval("groupBy([1, 2, 3], # % 2)", nil)))
		},
		"calls a function of JavaScript": func() any {
			return exprRun(`atoi("42") + 1`, nil, exprFunction("atoi", func(params ...any) (any, error) {
				return strconv.Atoi(params[0].(string))
			}))
		},
		"calls a function of JavaScript with many arguments": func() any {
			return exprRun(`join("-", 1, true, nil)`, nil, exprFunction("join", func(params ...any) (any, error) {
				return "-,1,true,", nil
			}))
		},
		"checks the types of a function": func() any {
			return exprRun(`twice("x")`, nil, exprFunction("twice", func(params ...any) (any, error) {
				return params[0].(int) * 2, nil
			}, new(int)))
		},
		"gives the error of a function": func() any {
			return exprRun("f(1)", nil, exprFunction("f", func(...any) (any, error) { return nil, errors.New("mine") }))
		},
		"patches a syntax tree": func() any {
			return exprRun(`x + "!"`, map[string]any{"x": "not this"}, expr.Env(map[string]any{"x": ""}), expr.Patch(patcher{}))
		},
		"refuses unknown names":      func() any { return try(expr.Compile("a + 1", expr.Env(map[string]any{"b": 1}))) },
		"refuses wrong types":        func() any { return try(expr.Compile(`1 + "a"`, expr.Env(map[string]any{}))) },
		"refuses what is no boolean": func() any { return try(expr.Compile("1 + 1", expr.AsBool())) },
		"fails at run time":          func() any { return try(expr.Eval("[1, 2][5]", nil)) },
		"allows undefined names":     func() any { return exprRun("x ?? 5", map[string]any{}, expr.AllowUndefinedVariables()) },
		"converts its result": func() any {
			return list(exprRun("1.5 + 1", nil, expr.AsInt64()), exprRun("1", nil, expr.AsFloat64()))
		},
		"disassembles": func() any { return must(expr.Compile("1 + 2")).Disassemble() },
		"reuses a machine": func() any {
			machine := new(vm.VM)
			program := must(expr.Compile("a * 2"))
			return list(must(machine.Run(program, map[string]any{"a": 1})), must(machine.Run(program, map[string]any{"a": 2.5})))
		},
	}
	groups["gojq"] = group{
		"gives every value": func() any { return jq(".foo | ..", map[string]any{"foo": []any{1, 2, 3}}) },
		"selects":           func() any { return jq(".a[] | select(. > 1)", map[string]any{"a": []any{1, 2, 3}}) },
		"aggregates": func() any {
			return jq(".a | add, length, max, (map(. * 2) | tojson)", map[string]any{"a": []any{1, 2.5, 3}})
		},
		"groups": func() any {
			return jq("group_by(.a) | map(length)", []any{map[string]any{"a": 1}, map[string]any{"a": 2}, map[string]any{"a": 1}})
		},
		"calculates with large integers": func() any { return jq(". * 10 | tostring", 9007199254740991) },
		"gives an error as a value":      func() any { return jq(".a.b", map[string]any{"a": 1}) },
		"catches an error":               func() any { return jq(`try error("x") catch .`, nil) },
		"says what is wrong":             func() any { return try(gojq.Parse(".a[")) },
		"says what is not defined":       func() any { return try(jqCompile("f(1)")) },
		"prints a query":                 func() any { return must(gojq.Parse(".a|map(select(.b>1))|{c:.d}")).String() },
		"takes variables": func() any {
			return jqAll(must(jqCompile("$x + .", gojq.WithVariables([]string{"$x"}))).Run(1, 41))
		},
		"calls a function of JavaScript": func() any {
			return jqAll(must(jqCompile(".[] | f(2; 10)", gojq.WithFunction("f", 0, 2, func(x any, args []any) any {
				return x.(int)*args[0].(int) + args[1].(int)
			}))).Run([]any{1, 2}))
		},
		"takes an error of JavaScript as a value": func() any {
			return jqAll(must(jqCompile("try f catch .", gojq.WithFunction("f", 0, 0, func(any, []any) any {
				return errors.New("mine")
			}))).Run(nil))
		},
		"iterates over what JavaScript gives": func() any {
			return jqAll(must(jqCompile("f", gojq.WithIterFunction("f", 0, 0, func(any, []any) gojq.Iter {
				return &counter{}
			}))).Run(nil))
		},
		"iterates over what Go gives": func() any {
			return jqAll(must(jqCompile("f(3)", gojq.WithIterFunction("f", 1, 1, func(_ any, args []any) gojq.Iter {
				return gojq.NewIter(args[0], "b", true)
			}))).Run(nil))
		},
		"reads inputs": func() any {
			return jqAll(must(jqCompile("[., input]", gojq.WithInputIter(gojq.NewIter[any]("b")))).Run("a"))
		},
		"asks JavaScript for the environment": func() any {
			return jqAll(must(jqCompile("env.X", gojq.WithEnvironLoader(func() []string { return []string{"X=1", "Y=2"} }))).Run(nil))
		},
		"marshals": func() any {
			return string(must(gojq.Marshal(map[string]any{"b": []any{1, nil, "ä<"}, "a": 1.5})))
		},
		"compares": func() any {
			return list(gojq.Compare(1, 2), gojq.Compare("a", 1),
				gojq.Compare(map[string]any{"a": 1}, map[string]any{"a": 1}), gojq.TypeOf([]any{1}))
		},
		"previews": func() any {
			return gojq.Preview(map[string]any{"a": []any{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14}})
		},
	}
}
