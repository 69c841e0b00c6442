package gate

import (
	"go/types"
	"regexp"
	"slices"
	"strings"

	"usegolib.internal/gen/model"
)

// nameOf is what a type is called in its package. Instances of a generic type are told apart by their type arguments; that
// for any JavaScript value has the type's own name. name is the type's own, or an alias of it.
func (g *Gate) nameOf(t *types.Named, name *types.TypeName) string {
	args := slices.Collect(t.TypeArgs().Types())
	if name != t.Obj() || !slices.ContainsFunc(args, isConcrete) {
		return name.Name()
	}
	return g.instanceName(t.Obj(), name.Name(), args, key(t))
}

// instanceName is a free name for an instance of a generic function or type; k is what it is told apart by.
func (g *Gate) instanceName(obj types.Object, text string, args []types.Type, k string) string {
	for _, arg := range args {
		text += "_" + notInNames.ReplaceAllString(model.TypeText(model.AsAny(arg), within(obj.Pkg())), "_")
	}
	for {
		as := obj.Pkg().Path() + "." + text
		if known := g.instanceNames[as]; obj.Pkg().Scope().Lookup(text) == nil && (known == "" || known == k) {
			g.instanceNames[as] = k
			return text
		}
		text += "_"
	}
}

func isConcrete(arg types.Type) bool { return !model.IsErased(arg) }

var notInNames = regexp.MustCompile(`\W+`)

// dynamicName is what Go's %T prints of a type, but any where it stands for any JavaScript value.
func dynamicName(t types.Type) string {
	named, ok := t.(*types.Named)
	if !ok || named.TypeArgs().Len() == 0 {
		return short(t)
	}
	var args []string
	for arg := range named.TypeArgs().Types() {
		args = append(args, model.TypeText(model.AsAny(arg), (*types.Package).Path))
	}
	return named.Obj().Pkg().Name() + "." + named.Obj().Name() + "[" + strings.Join(args, ",") + "]"
}

// within names packages, but not the one where the text stands.
func within(pkg *types.Package) types.Qualifier {
	return func(p *types.Package) string {
		if p == pkg {
			return ""
		}
		return p.Name()
	}
}
