package gate

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"strings"

	"usegolib.internal/gen/model"
)

// configured gives the type arguments that the build options name for a generic function or type: "int32", or of several
// type parameters "string, time.Time". Those that follow from others are not named.
func (g *Gate) configured(obj types.Object, params *types.TypeParamList) (all [][]types.Type) {
	name := optionName(obj)
	g.known[name] = true
	for _, text := range g.instances[name] {
		args, err := g.typeArguments(obj.Pkg(), params, text)
		if err != nil {
			g.fail(name, fmt.Sprintf("%q: %s", text, err))
			continue
		}
		all = append(all, args)
	}
	return all
}

// optionName is what the build options call a function or type.
func optionName(obj types.Object) string { return obj.Pkg().Path() + "." + obj.Name() }

// mendedBy says how the build options add an instance, where that is what is missing.
func (r *refusal) mendedBy(obj types.Object, params *types.TypeParamList) *refusal {
	more := suggestion(params, func(types.Type) bool { return false })
	if r.reason != model.Generic || more == "" {
		return r
	}
	const hint = `%s; in package.json "usegolib": { "instances": { %q: [%q] } } adds an instance`
	return refuse(r.reason, fmt.Sprintf(hint, r.detail, optionName(obj), more))
}

// typeArguments reads a list of types as code of the package would write it.
func (g *Gate) typeArguments(pkg *types.Package, params *types.TypeParamList, text string) ([]types.Type, error) {
	const before = "_["
	expr, err := parser.ParseExpr(before + text + "]")
	if err != nil {
		return nil, fmt.Errorf("not a list of Go types")
	}
	var exprs []ast.Expr
	switch x := expr.(type) {
	case *ast.IndexExpr:
		exprs = []ast.Expr{x.Index}
	case *ast.IndexListExpr:
		exprs = x.Indices
	}
	args, free := make([]types.Type, params.Len()), 0
	scope := scopeOf(pkg)
	for i, p := range listed(params) {
		if coreOf(p) != nil {
			continue
		}
		if free < len(exprs) {
			from, to := int(exprs[free].Pos())-1-len(before), int(exprs[free].End())-1-len(before)
			if args[i], err = evalType(scope, text[from:to]); err != nil {
				return nil, err
			}
		}
		free++
	}
	if free != len(exprs) {
		return nil, fmt.Errorf("want %d types, got %d", free, len(exprs))
	}
	return args, nil
}

// scopeOf is a package whose code may name what the package declares and imports.
func scopeOf(pkg *types.Package) *types.Package {
	inside := types.NewPackage(pkg.Path(), pkg.Name())
	for _, name := range pkg.Scope().Names() {
		inside.Scope().Insert(pkg.Scope().Lookup(name))
	}
	for _, dep := range pkg.Imports() {
		inside.Scope().Insert(types.NewPkgName(token.NoPos, inside, dep.Name(), dep))
	}
	return inside
}

// evalType gives the type that a text means; any stands for any JavaScript value.
func evalType(scope *types.Package, text string) (types.Type, error) {
	tv, err := types.Eval(token.NewFileSet(), scope, token.NoPos, text)
	switch {
	case err != nil:
		return nil, fmt.Errorf("%s", strings.TrimPrefix(err.Error(), "eval:1:1: "))
	case !tv.IsType():
		return nil, fmt.Errorf("%s is not a type", text)
	case types.Identical(tv.Type, types.Universe.Lookup("any").Type()):
		return model.Erased, nil
	}
	return tv.Type, nil
}

// fail keeps the first complaint about the build options.
func (g *Gate) fail(name, problem string) {
	if g.failure == nil {
		g.failure = &model.Failure{Code: model.InvalidOption, Message: fmt.Sprintf("instances of %s: %s", name, problem)}
	}
}

// checkInstances complains of an option that names nothing generic in a bound package; those for other packages are for
// other libraries of the project.
func (g *Gate) checkInstances() {
	for name := range g.instances {
		for _, p := range g.schema.Packages {
			symbol, of := strings.CutPrefix(name, p.Path+".")
			if p.Bound && of && !strings.Contains(symbol, "/") && !g.known[name] {
				g.fail(name, "the package has no generic function or type of this name")
			}
		}
	}
}
