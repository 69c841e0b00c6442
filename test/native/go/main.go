// Command native makes the calls of ../cases in plain Go and prints each result as one JSON line, so that the test can
// hold what JavaScript gets against what Go gives. Both sides print values by the same rules: canon.go and canon.ts.
package main

import (
	"encoding/json"
	"fmt"
	"os"
)

// group is the calls on one module, by name; the same names stand in ../cases/<group>.ts.
type group map[string]func() any

// groups is filled by the files of this folder: group name → calls.
var groups = map[string]group{}

func main() {
	out := json.NewEncoder(os.Stdout)
	out.SetEscapeHTML(false)
	for name, calls := range groups {
		for call, run := range calls {
			if err := out.Encode(map[string]any{"name": name + ": " + call, "value": result(run)}); err != nil {
				fmt.Fprintln(os.Stderr, name, call, err)
				os.Exit(1)
			}
		}
	}
}

func result(run func() any) (value any) {
	defer func() {
		if p := recover(); p != nil {
			value = map[string]any{"panic": fmt.Sprint(p)}
		}
	}()
	return canon(run())
}

// failure is what a call that ended with an error gives.
type failure struct{ err error }

// try turns Go's (T, error) into what a JavaScript caller gets: the value, or the error.
func try[T any](v T, err error) any {
	if err != nil {
		return failure{err}
	}
	return v
}

// must is for the steps before the call that is compared.
func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// list is several results, or several calls whose results are compared together.
func list(vs ...any) any { return vs }
