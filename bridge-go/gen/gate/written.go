package gate

import (
	"fmt"
	"go/types"
	"slices"

	"usegolib.internal/gen/model"
)

// written is a type as a generic declaration t writes it: with the names of the type parameters that stand in its erased
// places. Declarations say these names; at run time it is mt.
func (g *Gate) written(t types.Type, mt *model.Type) *model.Type {
	t = types.Unalias(t)
	names, generic := model.Parameters(t)
	if _, whole := t.(*types.TypeParam); !generic || whole && mt.Kind != model.ErasedKind {
		return mt
	}
	k := fmt.Sprintf("written %d %s", mt.ID, short(t))
	if known := g.types[k]; known != nil {
		return known
	}
	w := *mt
	w.Plain = mt
	named := g.named(pointee(t))
	switch {
	case mt.Kind == model.ErasedKind:
		w.Param = names[0]
	case mt.Kind == model.Function && g.named(mt.Class.Go) == nil:
		w.Call = g.writtenFunc(t.Underlying().(*types.Signature), mt.Class.Calls[0])
	case mt.Kind == model.Numbers && mt.Length < 0:
		w.List = true
	case names == nil:
		return mt
	case mt.Class != nil && named != nil:
		w.Args = names
	case named != nil && (mt.Kind == model.Named || mt.Kind == model.Record):
		w = model.Type{Kind: model.Instance, Go: mt.Go, Hidden: mt.Hidden, Elem: mt, Args: names, Plain: mt}
	case mt.Kind == model.Map:
		m := t.Underlying().(*types.Map)
		w.Key, w.Elem = g.written(m.Key(), mt.Key), g.written(m.Elem(), mt.Elem)
	case mt.Kind == model.Slice || mt.Kind == model.Array || mt.Kind == model.Optional:
		w.Elem = g.written(t.Underlying().(interface{ Elem() types.Type }).Elem(), mt.Elem)
	default:
		return mt
	}
	g.types[k] = &w
	return g.schema.AddType(&w)
}

// writtenFunc puts the types of a generic declaration into a signature.
func (g *Gate) writtenFunc(sig *types.Signature, f *model.Func) *model.Func {
	w := *f
	w.Params, w.Results = slices.Clone(f.Params), slices.Clone(f.Results)
	for i := range w.Params {
		w.Params[i].Type = g.written(sig.Params().At(i).Type(), f.Params[i].Type)
	}
	for i := range w.Results {
		w.Results[i].Type = g.written(sig.Results().At(i).Type(), f.Results[i].Type)
	}
	return &w
}

// writtenMember finds a field or method in a type that is written with the names of its parameters.
func writtenMember(t types.Type, of types.Object) types.Type {
	obj, _, _ := types.LookupFieldOrMethod(t, true, of.Pkg(), of.Name())
	return obj.Type()
}

func pointee(t types.Type) types.Type {
	if p, ok := t.(*types.Pointer); ok {
		return types.Unalias(p.Elem())
	}
	return t
}
