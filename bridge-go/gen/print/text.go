package print

import (
	"fmt"
	"go/types"
	"slices"
	"strings"

	"usegolib.internal/gen/model"
)

// text is a type as Go code writes it here. In place of a part that has no name stands a type parameter, which the function
// around it must declare and its caller lets Go infer.
func (f *file) text(t types.Type) string {
	return model.TypeText(f.schema.Names.Spell(t, f.hide), f.pkg)
}

// hide gives a hidden type its type parameter, one for the whole file.
func (f *file) hide(t types.Type) types.Type {
	k := model.Key(t)
	if f.hidden[k] == nil {
		name := types.NewTypeName(0, nil, fmt.Sprintf("H%d", len(f.hidden)), nil)
		f.hidden[k] = types.NewNamed(name, types.NewStruct(nil, nil), nil)
	}
	return f.hidden[k]
}

// inferred declares the type parameters that the text of these types needs.
func (f *file) inferred(ts ...types.Type) []string {
	var list []string
	for _, t := range ts {
		f.schema.Names.Spell(t, func(hidden types.Type) types.Type {
			param := f.hide(hidden).(*types.Named)
			constraint := "any"
			if types.Comparable(hidden) {
				constraint = "comparable"
			}
			if p := param.Obj().Name() + " " + constraint; !slices.Contains(list, p) {
				list = append(list, p)
			}
			return param
		})
	}
	return list
}

// generic is the head of a codec of hidden types: V is any type whose underlying type is t, the rest is inferred from it.
func (f *file) generic(name string, t *model.Type, params string) {
	under := t.Go.Underlying()
	list := append([]string{"V ~" + f.text(under)}, f.inferred(under)...)
	f.printf("func %s%d[%s](c *call.Call, %s) {\n", name, t.ID, strings.Join(list, ", "), params)
}
