package gate

import (
	"errors"
	"maps"
	"slices"
	"strings"
	"testing"

	"usegolib.internal/gen/model"
)

const sized = `
type I interface{ Len() int64 }
type J interface{ Len() int64; Name() string }
type A struct{ n int64 }
func (A) Len() int64 { return 0 }
type B struct{ n int64 }
func (*B) Len() int64 { return 0 }
func (*B) Name() string { return "" }
type C struct{ n int64 }
func (C) Len(int64) int64 { return 0 }
`

// TestMethodsOfOneInterfaceAgree asks which Len give numbers. C implements none of the interfaces.
func TestMethodsOfOneInterfaceAgree(t *testing.T) {
	for said, want := range map[string]string{
		"":                                   "",
		"A=number":                           "A B I J",
		"J.Len=number":                       "A B I J",
		"C=number":                           "C",
		"*=number A.Len=bigint":              "C",
		"*=number A.Len=bigint A=number":     "C",
		"I.Len=number A=bigint":              "A B I J",
		"=number B.Len=bigint":               "C",
		"A.Len=number B.Len=bigint":          "A.Len says number and example.org/p.B.Len says bigint",
		"A.Len=number B=bigint J.Len=number": "A B I J",
		"A=number B=bigint":                  "A says number and example.org/p.B says bigint",
	} {
		options := model.Options{Int64: map[string]string{"*": "bigint"}}
		for _, one := range strings.Fields(said) {
			name, word, _ := strings.Cut(one, "=")
			switch name {
			case "*":
			case "":
				name = "example.org/p"
			default:
				name = "example.org/p." + name
			}
			options.Int64[name] = word
		}
		before := maps.Clone(options.Int64)
		schema, err := bindWith(t, sized, options)
		if !maps.Equal(before, options.Int64) {
			t.Errorf("%q: the request was changed", said)
		}
		var failure *model.Failure
		if errors.As(err, &failure) {
			if failure.Code != model.InvalidOption || want == "" || !strings.Contains(failure.Message, want) {
				t.Errorf("%q: %v", said, failure)
			}
			continue
		}
		if got := numbers(schema); got != want {
			t.Errorf("%q: numbers in %s, want %s", said, got, want)
		}
	}
}

// numbers are the classes whose Len gives a number.
func numbers(s *model.Schema) string {
	var names []string
	for _, t := range s.Types {
		if t.Kind != model.ClassKind {
			continue
		}
		for _, m := range t.Class.Methods {
			if m.Name == "Len" && m.Results[0].Type.Number {
				names = append(names, t.Name)
			}
		}
	}
	slices.Sort(names)
	return strings.Join(names, " ")
}
