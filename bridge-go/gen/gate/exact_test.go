package gate

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"slices"
	"strings"
	"testing"

	"usegolib.internal/gen/model"
)

// bind gives the schema of a package without imports.
func bind(t *testing.T, source string) *model.Schema {
	t.Helper()
	schema, err := bindWith(t, source, model.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

func bindWith(t *testing.T, source string, options model.Options) (*model.Schema, error) {
	t.Helper()
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "p.go", "package p\n"+source, 0)
	if err != nil {
		t.Fatal(err)
	}
	pkg, err := new(types.Config).Check("example.org/p", fset, []*ast.File{file}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return Run(fset, []*types.Package{pkg}, nil, func(string) *types.Package { return nil }, options)
}

func TestInstancesForPrimitiveValuesStandWhereZeroValuesCount(t *testing.T) {
	all := []string{"any", "float64", "string", "int64", "bool"}
	for source, want := range map[string][]string{
		"func F[T comparable](v T) bool":                            all,
		"func F[T any](v T) T":                                      all,
		"func F[T any](list []T) *T":                                all,
		"func F[S ~[]T, T comparable](s S) S":                       all,
		"func F[T any](m map[string][]T, f func(T)) (T, bool)":      all,
		"func F[T any](v T) bool":                                   {"any"},
		"func F[T any]() T":                                         {"any"},
		"func F[T comparable](f func() T) T":                        {"any"},
		"func F[T, R comparable](v T, r R) bool":                    {"any, any"},
		"func F[T ~int8 | ~string](v T) T":                          {"string"},
		"type G[T any] struct{ V T }\nfunc F[T any](v T) (T, G[T])": {"any"},
	} {
		found := bind(t, source+" { panic(0) }").Packages[0].Functions
		var got []string
		for _, f := range append([]*model.Func{found[0]}, found[0].Also...) {
			got = append(got, f.Instance)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s has instances for %q, want %q", source, got, want)
		}
	}
}

func TestInstancesForPrimitiveValuesHaveABudget(t *testing.T) {
	var b strings.Builder
	for i := range exactBudget/4 + 3 {
		fmt.Fprintf(&b, "func F%d[T comparable](v T) bool { var zero T; return v == zero }\n", i)
	}
	schema := bind(t, b.String())
	if schema.Exact.Made != exactBudget || schema.Exact.Left != 12 {
		t.Errorf("made %d, left %d", schema.Exact.Made, schema.Exact.Left)
	}
	exact := 0
	for _, f := range schema.Packages[0].Functions {
		exact += len(f.Also)
	}
	if exact != exactBudget {
		t.Errorf("%d instances are bound", exact)
	}
}
