package gate

import (
	"go/types"
	"strings"

	"usegolib.internal/gen/model"
)

func (g *Gate) classifyNamed(t *types.Named) (*model.Type, *refusal) {
	obj := t.Obj()
	if strings.HasPrefix(obj.Name(), "_Ctype_") || strings.HasPrefix(obj.Name(), "_Cfunc_") {
		return nil, refuse(model.CgoType, short(t))
	}
	if t.TypeParams().Len() > t.TypeArgs().Len() {
		return nil, refuse(model.Generic, "an instance of the generic type "+short(t))
	}
	if !allocatable(t) {
		return nil, refuse(model.CgoType, short(t)+" only stands for memory of C")
	}
	name := g.symbolOf(t)
	defer g.restore(g.words)
	g.declare(name.Pkg().Path(), g.nameOf(t, name))
	if g.isTextual(t) {
		return g.textual(t), nil
	}
	switch u := t.Underlying().(type) {
	case *types.Chan:
		return nil, refuse(model.Channel, short(t))
	case *types.Interface:
		return g.interfaceType(u, t)
	}
	if g.closed && !g.isOwn(t) && !g.plainData(t) {
		return nil, g.unbound(t)
	}
	hidden := !g.schema.Names.Writable(t)
	if sql := g.sqlNull(t); sql != nil {
		return sql, nil
	}
	switch u := t.Underlying().(type) {
	case *types.Struct:
		if !hidden && g.isRecord(t, u) {
			return g.record(t, u)
		}
		return g.object(t, "struct"), nil
	case *types.Basic:
		if u.Kind() == types.UnsafePointer {
			return nil, refuse(model.UnsafePointer, short(t))
		}
		return g.scalar(t, hidden)
	case *types.Array:
		if !hidden && (isByte(u.Elem()) || isNumber(u.Elem())) {
			return g.scalar(t, hidden)
		}
		return g.collection(t, "array")
	case *types.Slice:
		return g.collection(t, "slice")
	case *types.Map:
		return g.collection(t, "map")
	case *types.Pointer:
		return g.object(t, "pointer"), nil
	case *types.Signature:
		return g.function(t, u), nil
	}
	return nil, refuse(model.UnexportedType, short(t))
}

// plainData tells types that add no API of their own when a foreign type's member mentions them: named values without methods.
func (g *Gate) plainData(t *types.Named) bool {
	_, basic := t.Underlying().(*types.Basic)
	return basic && !hasMethods(t) && g.schema.Names.Writable(t)
}

// unbound refuses a type of a package that is not bound, which a member of a foreign type mentions.
func (g *Gate) unbound(t *types.Named) *refusal {
	detail := short(t) + " is not bound"
	if name := g.schema.Names.Of(t); name != nil {
		detail += " (--with " + name.Pkg().Path() + " would bind it)"
	}
	return refuse(model.UnboundType, detail)
}

// hasMethods tells whether T or *T has an exported method, promoted ones included.
func hasMethods(t types.Type) bool {
	ms := types.NewMethodSet(types.NewPointer(t))
	for i := range ms.Len() {
		if ms.At(i).Obj().Exported() {
			return true
		}
	}
	return false
}

// scalar is a named basic type or scalar array: a value object if it has methods, else transparent. Hidden ones are objects.
func (g *Gate) scalar(t *types.Named, hidden bool) (*model.Type, *refusal) {
	if hidden {
		return g.object(t, "scalar"), nil
	}
	if !hasMethods(t) {
		return g.transparent(t)
	}
	value, no := g.classify(t.Underlying(), out)
	if no != nil {
		return nil, no
	}
	c := g.class(t, "scalar")
	c.Value = value
	return &model.Type{Kind: model.Value, Class: c}, nil
}

// collection is a named array, slice or map: transparent if it has no methods and can be written down, or at least be
// inferred from its parts.
func (g *Gate) collection(t *types.Named, of string) (*model.Type, *refusal) {
	if hasMethods(t) || g.schema.Names.Of(t) == nil {
		return g.object(t, of), nil
	}
	mt, no := g.transparent(t)
	if no == nil && !mt.Hidden && !g.schema.Names.Writable(t) {
		return g.object(t, of), nil
	}
	return mt, no
}

// transparent is a named type without methods: it travels as its underlying type.
func (g *Gate) transparent(t *types.Named) (*model.Type, *refusal) {
	elem, no := g.classify(t.Underlying(), out)
	if no != nil {
		return nil, no
	}
	name := g.schema.Names.Of(t)
	written, params := model.Generalize(t)
	return &model.Type{
		Kind: model.Named, Pkg: g.pkg(name.Pkg()), Name: g.nameOf(t, name), TypeParams: params,
		Elem: g.written(written.Underlying(), elem), Hidden: elem.Hidden,
	}, nil
}

// object is a type whose values stay in Go.
func (g *Gate) object(t *types.Named, of string) *model.Type {
	c := g.class(t, of)
	return &model.Type{Kind: model.Object, Class: c, Hidden: c.Hidden}
}

// opaque is a function value, or another one without a JavaScript form, that only travels Go → JS → Go.
func (g *Gate) opaque(t types.Type) *model.Type {
	c := g.class(t, "func")
	return &model.Type{Kind: model.Opaque, Class: c, Hidden: !g.schema.Names.Writable(t)}
}

// interfaceType is an interface value: its class has the interface's methods. named is nil for an interface literal.
func (g *Gate) interfaceType(i *types.Interface, named *types.Named) (*model.Type, *refusal) {
	if !i.IsMethodSet() {
		return nil, refuse(model.Generic, "a constraint for type parameters")
	}
	var t types.Type = i
	if named != nil {
		t = named
	}
	if i.NumMethods() == 0 {
		if !g.schema.Names.Writable(t) {
			return nil, refuse(model.UnexportedType, short(t))
		}
		return &model.Type{Kind: model.Any}, nil
	}
	if named != nil {
		if g.closed && !g.isOwn(named) {
			return nil, g.unbound(named)
		}
	}
	c := g.class(t, "interface")
	return &model.Type{Kind: model.Interface, Class: c, Hidden: !g.schema.Names.Writable(t)}, nil
}

// anonymousStruct is a record if it can be written down, else an object without members.
func (g *Gate) anonymousStruct(t *types.Struct) (*model.Type, *refusal) {
	if !g.schema.Names.Writable(t) {
		return nil, refuse(model.UnexportedType, "an anonymous struct with unexported parts")
	}
	if !g.isRecord(t, t) {
		return nil, refuse(model.UnexportedType, "an anonymous struct that cannot be copied")
	}
	return g.record(t, t)
}
