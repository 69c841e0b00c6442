package load

import (
	"path"
	"slices"
	"strings"

	"usegolib.internal/gen/model"
)

// largeModule is the number of packages beyond which only what the specs name, and what its API needs, is bound.
const largeModule = 40

// candidate is a package that may be bound.
type candidate struct {
	path  string
	named bool // a spec names it
	large bool // of a large module: bound only if named or needed
}

// choose decides by name and path which packages of the requested modules may be bound. Nothing is compiled yet.
func choose(req *model.Request) (chosen []candidate, skips []model.PackageSkip, err error) {
	for _, m := range req.Modules {
		c, s, err := chooseModule(req, m)
		if err != nil {
			return nil, nil, err
		}
		chosen, skips = append(chosen, c...), append(skips, s...)
	}
	for _, w := range req.Options.With {
		chosen = append(chosen, candidate{path: w, named: true})
	}
	return chosen, skips, nil
}

func chooseModule(req *model.Request, m model.ModuleRequest) ([]candidate, []model.PackageSkip, error) {
	if m.Version == "std" {
		var cs []candidate
		for _, p := range m.Packages {
			if p == "unsafe" {
				return nil, nil, &model.Failure{Code: model.NotALibrary, Message: "package unsafe is part of the compiler: there is nothing to call"}
			}
			cs = append(cs, candidate{path: p, named: true})
		}
		return cs, nil, nil
	}
	patterns := append([]string{m.Path + "/..."}, m.Packages...)
	pkgs, err := list(req, append([]string{"-find"}, patterns...)...)
	if err != nil {
		return nil, nil, err
	}
	var cs []candidate
	var skips []model.PackageSkip
	for _, p := range pkgs {
		named := slices.Contains(m.Packages, p.ImportPath)
		if p.Module != nil && p.Module.Path != m.Path && !named {
			continue // a nested module that is in the build by chance
		}
		if reason, detail := leaveOut(p, m.Path, named, req.Options.Only); reason != "" {
			skips = append(skips, model.PackageSkip{Package: p.ImportPath, Reason: reason, Detail: firstLines(detail)})
			continue
		}
		if !slices.ContainsFunc(cs, func(c candidate) bool { return c.path == p.ImportPath }) {
			cs = append(cs, candidate{path: p.ImportPath, named: named})
		}
	}
	anyNamed := slices.ContainsFunc(cs, func(c candidate) bool { return c.named })
	if len(cs) > largeModule && anyNamed && !req.Options.All && len(req.Options.Only) == 0 {
		for i := range cs {
			cs[i].large = true
		}
	}
	return cs, skips, nil
}

// leaveOut says why a package is not bound, or "".
func leaveOut(p *Package, module string, named bool, only []string) (model.Reason, string) {
	rel := strings.Trim(strings.TrimPrefix(p.ImportPath, module), "/")
	switch {
	case p.Name == "main":
		return model.MainPackage, "package main cannot be imported"
	case isInternal(p.ImportPath):
		return model.InternalPackage, "internal packages cannot be imported"
	case p.Error != nil && p.Name == "":
		return model.PackageError, p.errText()
	case named:
		return "", ""
	case isHelper(rel) || strings.HasSuffix(p.Name, "_test"):
		return model.HelperPackage, "tests, examples, commands and benchmarks are not bound unless a spec names them"
	case len(only) > 0 && !matches(only, p.ImportPath):
		return model.NotSelected, "not among the packages of --only"
	}
	return "", ""
}

// isInternal tells whether an import path can be imported by its own module only.
func isInternal(importPath string) bool { return !model.Importable(importPath) }

// isHelper goes by the names that the community gives to packages which are not the API.
func isHelper(rel string) bool {
	for elem := range strings.SplitSeq(rel, "/") {
		switch elem {
		case "test", "tests", "testing", "testutil", "testutils", "testhelper", "testhelpers", "example", "examples",
			"cmd", "bench", "benchmark", "benchmarks", "fuzz", "gen", "scripts", "tools":
			return true
		}
		if strings.HasPrefix(elem, "_") || elem == "testdata" {
			return true
		}
	}
	return false
}

func matches(patterns []string, importPath string) bool {
	for _, p := range patterns {
		if prefix, ok := strings.CutSuffix(p, "/..."); ok && (importPath == prefix || strings.HasPrefix(importPath, prefix+"/")) {
			return true
		}
		if ok, err := path.Match(p, importPath); ok && err == nil {
			return true
		}
	}
	return false
}
