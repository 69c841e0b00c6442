// Package funcvalues has functions as values: of named types, of the module's own, in any, kept and given back.
package funcvalues

import (
	"cmp"
	"errors"
	"fmt"
	"reflect"
	"sort"
	"strconv"
	"strings"
)

// Job is something to do.
type Job interface{ Run() string }

// FuncJob makes a Job of a function.
type FuncJob func(name string) string

// Run calls f.
func (f FuncJob) Run() string { return "ran " + f("job") }

// RunJob runs a job.
func RunJob(j Job) string { return j.Run() }

// SameJob gives a job back.
func SameJob(j Job) Job { return j }

// SameFuncJob gives one back that is known by its type.
func SameFuncJob(f FuncJob) FuncJob { return f }

// Mapper has no methods.
type Mapper func(int) int

// Map calls f for each number.
func Map(list []int, f Mapper) []int {
	mapped := make([]int, len(list))
	for i, n := range list {
		mapped[i] = f(n)
	}
	return mapped
}

// SameMapper gives f back.
func SameMapper(f Mapper) Mapper { return f }

// Double is a Mapper.
func Double(n int) int { return 2 * n }

// Named is a function type that JavaScript can make, but whose argument it cannot.
type Named func(hidden func(chan int)) string

// CallNamed calls f.
func CallNamed(f Named) string { return f(func(chan int) {}) }

// Sort sorts by a comparison.
func Sort(list []string, less func(a, b string) bool) []string {
	sort.Slice(list, func(i, j int) bool { return less(list[i], list[j]) })
	return list
}

// Less is a comparison.
func Less(a, b string) bool { return a < b }

// IsLess reports whether f is Less itself, and nothing that calls it.
func IsLess(f func(a, b string) bool) bool { return same(f, Less) }

// ParseAll parses each text.
func ParseAll(list []string, parse func(text string) (int, error)) ([]int, error) {
	var all []int
	for _, text := range list {
		n, err := parse(text)
		if err != nil {
			return all, err
		}
		all = append(all, n)
	}
	return all, nil
}

// Parse parses a text.
func Parse(text string) (int, error) { return strconv.Atoi(text) }

// IsParse reports whether f is Parse itself.
func IsParse(f func(text string) (int, error)) bool { return same(f, Parse) }

// Larger is generic.
func Larger[T cmp.Ordered](a, b T) T { return max(a, b) }

// IsLarger reports whether f is an instance of Larger.
func IsLarger(f func(a, b int64) int64) bool { return same(f, Larger[int64]) }

// Identity is generic, and takes anything.
func Identity[T any](v T) T { return v }

func same(f, g any) bool { return reflect.ValueOf(f).Pointer() == reflect.ValueOf(g).Pointer() }

// Type is what %T prints.
func Type(v any) string { return fmt.Sprintf("%T", v) }

// Call calls f, whatever function it is, as a template does.
func Call(f any, args ...any) (any, error) {
	in := make([]reflect.Value, len(args))
	for i, arg := range args {
		in[i] = reflect.ValueOf(arg)
	}
	out := reflect.ValueOf(f).Call(in)
	if n := len(out); n == 2 {
		err, _ := out[1].Interface().(error)
		return out[0].Interface(), err
	}
	return out[0].Interface(), nil
}

// Same gives a value back.
func Same(v any) any { return v }

// Functions has functions of Go by name, of types that the signatures here name and of others.
func Functions() map[string]any {
	return map[string]any{
		"mapper": Mapper(Double),
		"job":    FuncJob(strings.ToUpper),
		"less":   Less,
		"divide": func(a, b uint8) (uint8, error) {
			if b == 0 {
				return 0, errors.New("division by zero")
			}
			return a / b, nil
		},
		"split":  func(n float64) (int, float64) { return int(n), n - float64(int(n)) },
		"join":   func(sep string, parts ...string) string { return strings.Join(parts, sep) },
		"total":  func(list []float64) (sum float64) { return list[0] + list[1] },
		"panics": func() { panic("mine") },
	}
}

// Hooks hold functions.
type Hooks struct {
	OnNumber func(int) int
	ByName   map[string]func(int) int
	Any      any
	used     bool
}

// Use calls the first.
func (h *Hooks) Use(n int) int {
	h.used = true
	return h.OnNumber(n)
}
