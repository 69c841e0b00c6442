package load

import (
	"fmt"
	"go/importer"
	"go/token"
	"go/types"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"usegolib.internal/gen/model"
)

// Program is the type-checked API of everything that is bound, and what else the library is made of.
type Program struct {
	Fset *token.FileSet
	// Bound are the packages whose exported symbols are offered, by import path.
	Bound []*types.Package
	// Others can be imported, are not bound, and import internal packages: they may name internal types by aliases.
	Others []*types.Package
	Skips  []model.PackageSkip
	// Inputs are the packages read from local directories.
	Inputs []model.Input
	// Modules are the modules that ended up in the build.
	Modules []model.Module
	// Cgo are the packages of modules that have C code.
	Cgo []string

	loader *loader
}

// Find gives a package of the build by its path, or nil.
func (p *Program) Find(path string) *types.Package {
	pkg, err := p.loader.imp.Import(path)
	if err != nil {
		return nil
	}
	return pkg
}

// Files are the Go files of a package of the build.
func (p *Program) Files(path string) []string {
	pkg := p.loader.byPath[path]
	if pkg == nil {
		return nil
	}
	var files []string
	for _, name := range slices.Concat(pkg.GoFiles, pkg.CgoFiles) {
		files = append(files, filepath.Join(pkg.Dir, name))
	}
	return files
}

// Load lists the packages of the request, has the go command compile them with the flags of the build that follows, and
// reads their export data.
func Load(req *model.Request) (*Program, error) {
	chosen, skips, err := choose(req)
	if err != nil {
		return nil, err
	}
	if len(chosen) == 0 {
		return nil, nothing(req, skips)
	}
	// The bridge's packages and what they import are part of the build: compiled in the same pass.
	args := []string{"-deps", "usegolib.internal/bridge/export"}
	for _, c := range roots(chosen) {
		args = append(args, c.path)
	}
	if err := consent(req, args); err != nil {
		return nil, err
	}
	pkgs, err := list(req, append([]string{"-export"}, args...)...)
	if err != nil {
		return nil, err
	}
	l := &loader{fset: token.NewFileSet(), byPath: map[string]*Package{}}
	for _, p := range pkgs {
		l.byPath[p.ImportPath] = p
	}
	l.imp = importer.ForCompiler(l.fset, "gc", l.open)
	bound, more, err := l.bind(chosen)
	if err != nil {
		return nil, err
	}
	skips = append(skips, more...)
	if len(bound) == 0 {
		return nil, nothing(req, skips)
	}
	others, err := l.others(pkgs, bound)
	if err != nil {
		return nil, err
	}
	slices.SortFunc(skips, func(a, b model.PackageSkip) int { return strings.Compare(a.Package, b.Package) })
	return &Program{
		Fset: l.fset, Bound: bound, Others: others, Skips: skips, Inputs: inputs(pkgs), Modules: modules(pkgs),
		Cgo: withC(pkgs), loader: l,
	}, nil
}

// roots leaves out the packages of large modules that no spec names: they are bound only if an API needs them, and are
// then among the dependencies.
func roots(chosen []candidate) []candidate {
	return slices.DeleteFunc(slices.Clone(chosen), func(c candidate) bool { return c.large && !c.named })
}

type loader struct {
	fset   *token.FileSet
	byPath map[string]*Package
	imp    types.Importer
}

// open gives the importer the export data of a package.
func (l *loader) open(path string) (io.ReadCloser, error) {
	p := l.byPath[path]
	if p == nil || p.Export == "" {
		return nil, fmt.Errorf("no export data for %s", path)
	}
	return os.Open(p.Export)
}

// bind imports the chosen packages; those that do not compile are skipped. Of large modules it adds what the API names.
func (l *loader) bind(chosen []candidate) (bound []*types.Package, skips []model.PackageSkip, err error) {
	waiting := map[string]bool{}
	seen := map[string]bool{}
	var queue []string
	named := map[string]bool{}
	for _, c := range chosen {
		if c.large && !c.named {
			waiting[c.path] = true
			continue
		}
		named[c.path] = c.named
		queue = append(queue, c.path)
	}
	for len(queue) > 0 {
		path := queue[0]
		queue = queue[1:]
		if seen[path] {
			continue
		}
		seen[path] = true
		delete(waiting, path)
		p := l.byPath[path]
		if reason, detail := broken(p, named[path]); reason != "" {
			if named[path] && reason == model.PackageError {
				return nil, nil, &model.Failure{Code: model.GoFailed, Message: "package " + path + " does not compile", Output: detail}
			}
			skips = append(skips, model.PackageSkip{Package: path, Reason: reason, Detail: firstLines(detail)})
			continue
		}
		pkg, err := l.imp.Import(path)
		if err != nil {
			return nil, nil, fmt.Errorf("read the export data of %s: %w", path, err)
		}
		bound = append(bound, pkg)
		queue = append(queue, apiPackages(pkg, waiting)...)
	}
	for path := range waiting {
		skips = append(skips, model.PackageSkip{Package: path, Reason: model.NotSelected,
			Detail: "this module is large: only the packages the specs name, and those their API names, are bound (--all binds every one)"})
	}
	slices.SortFunc(bound, func(a, b *types.Package) int { return strings.Compare(a.Path(), b.Path()) })
	return bound, skips, nil
}

// others imports the packages of the build that may give internal types a name.
func (l *loader) others(pkgs []*Package, bound []*types.Package) ([]*types.Package, error) {
	var others []*types.Package
	for _, p := range pkgs {
		if p.Name == "main" || p.Export == "" || !model.Importable(p.ImportPath) || ours(p.ImportPath) ||
			!slices.ContainsFunc(p.Imports, isInternal) ||
			slices.ContainsFunc(bound, func(b *types.Package) bool { return b.Path() == p.ImportPath }) {
			continue
		}
		pkg, err := l.imp.Import(p.ImportPath)
		if err != nil {
			return nil, fmt.Errorf("read the export data of %s: %w", p.ImportPath, err)
		}
		others = append(others, pkg)
	}
	slices.SortFunc(others, func(a, b *types.Package) int { return strings.Compare(a.Path(), b.Path()) })
	return others, nil
}

// broken says why a listed package cannot be bound after all.
func broken(p *Package, named bool) (model.Reason, string) {
	switch {
	case p == nil:
		return model.PackageError, "the go command did not list it"
	case p.Name == "main":
		return model.MainPackage, "package main cannot be imported"
	case p.Export == "" || p.errText() != "":
		return model.PackageError, p.errText()
	case !named && slices.Contains(p.Imports, "testing"):
		return model.HelperPackage, "imports testing: a helper for Go tests"
	}
	return "", ""
}

// apiPackages are those of the waiting packages that the API of pkg mentions.
func apiPackages(pkg *types.Package, waiting map[string]bool) []string {
	var found []string
	Mentioned(pkg, func(p *types.Package) {
		if waiting[p.Path()] && !slices.Contains(found, p.Path()) {
			found = append(found, p.Path())
		}
	})
	return found
}

func nothing(req *model.Request, skips []model.PackageSkip) error {
	f := &model.Failure{Code: model.NothingToBind, Message: "there is no package to bind"}
	for _, m := range req.Modules {
		f.Message += " in " + m.Path
	}
	for _, s := range skips {
		f.Output += s.Package + ": " + s.Detail + "\n"
		if s.Reason == model.MainPackage {
			f.Code = model.NotALibrary
		}
	}
	if f.Code == model.NotALibrary {
		f.Hint = "the module holds programs only; usegolib binds packages that other Go code can import"
	}
	return f
}
