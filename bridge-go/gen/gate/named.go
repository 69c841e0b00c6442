package gate

import (
	"go/types"
	"strings"

	"usegolib.internal/gen/model"
)

// writable tells whether generated code, which stands in a module of its own, can name a named type.
func writable(obj *types.TypeName) bool {
	if obj.Pkg() == nil {
		return true
	}
	path := obj.Pkg().Path()
	internal := strings.Contains("/"+path+"/", "/internal/") || strings.HasPrefix(path, "vendor/")
	return obj.Exported() && !internal && obj.Parent() == obj.Pkg().Scope()
}

func (g *Gate) classifyNamed(t *types.Named) (*model.Type, *refusal) {
	obj := t.Obj()
	if strings.HasPrefix(obj.Name(), "_Ctype_") || strings.HasPrefix(obj.Name(), "_Cfunc_") {
		return nil, refuse(model.CgoType, short(t))
	}
	switch u := t.Underlying().(type) {
	case *types.Chan:
		return nil, refuse(model.Channel, short(t))
	case *types.Interface:
		return g.interfaceType(u, t)
	}
	if g.closed && !g.isOwn(obj.Pkg()) && !plainData(t) {
		return nil, refuse(model.UnboundType, short(t)+" is not bound (--with "+obj.Pkg().Path()+" would bind it)")
	}
	hidden := !writable(obj)
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
		if !hidden && !hasMethods(t) {
			return g.transparent(t)
		}
		return g.object(t, "array"), nil
	case *types.Slice:
		if hidden || hasMethods(t) {
			return g.object(t, "slice"), nil
		}
		return g.transparent(t)
	case *types.Map:
		if hidden || hasMethods(t) {
			return g.object(t, "map"), nil
		}
		return g.transparent(t)
	case *types.Pointer:
		return g.object(t, "pointer"), nil
	case *types.Signature:
		return g.opaque(t), nil
	}
	return nil, refuse(model.UnexportedType, short(t))
}

// plainData tells types that add no API of their own when a foreign type's member mentions them: named values without methods.
func plainData(t *types.Named) bool {
	_, basic := t.Underlying().(*types.Basic)
	return basic && !hasMethods(t) && writable(t.Obj())
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

// transparent is a named type without methods: it travels as its underlying type.
func (g *Gate) transparent(t *types.Named) (*model.Type, *refusal) {
	elem, no := g.element(t.Underlying(), out)
	if no != nil {
		return nil, no
	}
	return &model.Type{Kind: model.Named, Pkg: g.pkg(t.Obj().Pkg()), Name: t.Obj().Name(), Elem: elem}, nil
}

// object is a type whose values stay in Go.
func (g *Gate) object(t *types.Named, of string) *model.Type {
	c := g.class(t, of)
	return &model.Type{Kind: model.Object, Class: c, Hidden: c.Hidden}
}

// opaque is a function value, or another one without a JavaScript form, that only travels Go → JS → Go.
func (g *Gate) opaque(t types.Type) *model.Type {
	c := g.class(t, "func")
	return &model.Type{Kind: model.Opaque, Class: c, Hidden: c.Hidden || !writableDeep(t)}
}

// interfaceType is an interface value: its class has the interface's methods. named is nil for an interface literal.
func (g *Gate) interfaceType(i *types.Interface, named *types.Named) (*model.Type, *refusal) {
	if !i.IsMethodSet() {
		return nil, refuse(model.Generic, "a constraint for type parameters")
	}
	if i.NumMethods() == 0 {
		return nil, refuse(model.Any, "any value: needs a later version")
	}
	var t types.Type = i
	if named != nil {
		t = named
		if g.closed && !g.isOwn(named.Obj().Pkg()) {
			return nil, refuse(model.UnboundType, short(t)+" is not bound (--with "+named.Obj().Pkg().Path()+" would bind it)")
		}
	}
	c := g.class(t, "interface")
	return &model.Type{Kind: model.Interface, Class: c, Hidden: c.Hidden || !writableDeep(t)}, nil
}

// anonymousStruct is a record if it can be written down, else an object without members.
func (g *Gate) anonymousStruct(t *types.Struct) (*model.Type, *refusal) {
	if !writableDeep(t) {
		return nil, refuse(model.UnexportedType, "an anonymous struct with unexported parts")
	}
	if !g.isRecord(t, t) {
		return nil, refuse(model.UnexportedType, "an anonymous struct that cannot be copied")
	}
	return g.record(t, t)
}

// writableDeep tells whether every name in a type's text can be written by generated code.
func writableDeep(t types.Type) bool {
	switch t := types.Unalias(t).(type) {
	case *types.Named:
		if !writable(t.Obj()) {
			return false
		}
		for i := range t.TypeArgs().Len() {
			if !writableDeep(t.TypeArgs().At(i)) {
				return false
			}
		}
		return true
	case *types.Pointer:
		return writableDeep(t.Elem())
	case *types.Slice:
		return writableDeep(t.Elem())
	case *types.Array:
		return writableDeep(t.Elem())
	case *types.Chan:
		return writableDeep(t.Elem())
	case *types.Map:
		return writableDeep(t.Key()) && writableDeep(t.Elem())
	case *types.Signature:
		return tupleWritable(t.Params()) && tupleWritable(t.Results())
	case *types.Struct:
		for f := range t.Fields() {
			if !f.Exported() || !writableDeep(f.Type()) {
				return false
			}
		}
		return true
	case *types.Interface:
		for m := range t.Methods() {
			if !m.Exported() || !writableDeep(m.Type()) {
				return false
			}
		}
		for i := range t.NumEmbeddeds() {
			if !writableDeep(t.EmbeddedType(i)) {
				return false
			}
		}
		return true
	}
	return true
}

func tupleWritable(t *types.Tuple) bool {
	for v := range t.Variables() {
		if !writableDeep(v.Type()) {
			return false
		}
	}
	return true
}
