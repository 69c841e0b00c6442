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
	text := name.Name()
	args := slices.Collect(t.TypeArgs().Types())
	if name != t.Obj() || !slices.ContainsFunc(args, isConcrete) {
		return text
	}
	for _, arg := range args {
		if isConcrete(arg) {
			text += "_" + notInNames.ReplaceAllString(short(arg), "_")
		} else {
			text += "_any"
		}
	}
	pkg := t.Obj().Pkg()
	for {
		as := pkg.Path() + "." + text
		if known := g.instanceNames[as]; pkg.Scope().Lookup(text) == nil && (known == "" || known == key(t)) {
			g.instanceNames[as] = key(t)
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
