package gate

import (
	"go/types"

	"usegolib.internal/gen/model"
)

// variable classifies a pointer to an interface: a live object whose value can be read and assigned, so that who got the
// pointer can put another implementation in the place.
func (g *Gate) variable(elem types.Type) (*model.Type, *refusal) {
	value, no := g.classify(elem, out)
	if no != nil {
		return nil, no
	}
	ptr := types.NewPointer(elem)
	c := &model.Class{Go: elem, Of: "variable", GoType: short(elem), Pkg: g.pkg(nil), Name: short(ptr), Hidden: true, Own: true}
	c.Type = g.schema.AddType(&model.Type{Kind: model.ClassKind, Class: c, Go: ptr, Pkg: c.Pkg, Name: c.Name})
	f := &model.Field{Name: "value", Type: value, Get: g.schema.AddFn(model.GetVariable{Class: c, Type: value})}
	if _, no := g.classify(elem, in); no == nil {
		f.Set = g.schema.AddFn(model.SetVariable{Class: c, Type: value})
	}
	c.Fields = []*model.Field{f}
	return &model.Type{Kind: model.Object, Class: c, Pointer: true}, nil
}
