package main

import (
	"errors"
	"testing"

	"usegolib.internal/gen/model"
)

// TestFailuresHaveACode asks for what can never be bound.
func TestFailuresHaveACode(t *testing.T) {
	dir := workspace(t)
	for _, c := range []struct {
		module model.ModuleRequest
		code   string
	}{
		{model.ModuleRequest{Path: "std", Version: "std", Packages: []string{"unsafe"}}, model.NotALibrary},
		{model.ModuleRequest{Path: "usegolib.test/modules", Packages: []string{"usegolib.test/modules/main-package"}}, model.NotALibrary},
		{model.ModuleRequest{Path: "std", Version: "std", Packages: []string{"no/such/package"}}, model.GoFailed},
	} {
		req := request(t, dir)
		req.Modules = []model.ModuleRequest{c.module}
		req.Options.Only = []string{"nothing"}
		_, err := generate(req)
		var f *model.Failure
		if !errors.As(err, &f) || f.Code != c.code || f.Message == "" {
			t.Errorf("%v: got %v, want a failure with code %s", c.module, err, c.code)
		}
	}
}
