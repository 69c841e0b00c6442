package gate

import (
	"go/types"

	"usegolib.internal/gen/model"
)

// direction is where a type stands: what only travels out of Go is refused where JavaScript would have to make it.
type direction int

const (
	out direction = iota // results, variables, fields that are read
	in                   // parameters, fields that are assigned
)

// key identifies a Go type: its text with full package paths.
func key(t types.Type) string { return model.Key(t) }

// classify is the one gate: what a Go type becomes, or why it cannot cross in this direction.
func (g *Gate) classify(t types.Type, d direction) (*model.Type, *refusal) {
	t = types.Unalias(t)
	if d == in {
		if no := g.refuseIn(t); no != nil {
			return nil, no
		}
	}
	k := g.keyHere(t)
	if mt := g.types[k]; mt != nil {
		return mt, nil
	}
	if g.busy[k] {
		return nil, refuse(model.RecursiveType, short(t)+" contains itself")
	}
	g.busy[k] = true
	defer delete(g.busy, k)
	mt, no := g.decide(t, d)
	if no != nil {
		return nil, no
	}
	if known := g.types[k]; known != nil {
		return known, nil // a class that was bound on the way
	}
	mt.Go = t
	g.types[k] = mt
	return g.schema.AddType(mt), nil
}

// refuseIn finds what JavaScript cannot make: functions, wherever they stand in the type, that the API does not hand out.
func (g *Gate) refuseIn(t types.Type) *refusal {
	switch u := t.Underlying().(type) {
	case *types.Signature:
		if mt, no := g.classify(t, out); no == nil && mt.Kind != model.Function && !g.produced[key(t)] {
			return refuse(model.FunctionType, g.whyNotMade(t))
		}
	case *types.Slice:
		if g.named(t) == nil {
			return g.refuseIn(types.Unalias(u.Elem()))
		}
	case *types.Map:
		if g.named(t) == nil {
			return g.refuseIn(types.Unalias(u.Elem()))
		}
	}
	return nil
}

// whyNotMade says what keeps JavaScript from making a function.
func (g *Gate) whyNotMade(t types.Type) string {
	text := "JavaScript cannot make a " + short(t)
	if no := g.uncallable[key(t)]; no != nil {
		text += ": " + no.detail
	}
	return text
}

func (g *Gate) named(t types.Type) *types.Named {
	n, _ := t.(*types.Named)
	return n
}

// short prints a type with package names, as people write it.
func short(t types.Type) string {
	return model.TypeText(model.AsAny(t), func(p *types.Package) string { return p.Name() })
}

func (g *Gate) decide(t types.Type, d direction) (*model.Type, *refusal) {
	if mt, no := special(t); mt != nil || no != nil {
		return mt, no
	}
	switch t := t.(type) {
	case *types.Basic:
		return g.basic(t)
	case *types.Named:
		return g.classifyNamed(t)
	case *types.Pointer:
		return g.pointer(t)
	case *types.Slice:
		return g.slice(t, d)
	case *types.Array:
		return g.array(t, d)
	case *types.Map:
		return g.mapType(t, d)
	case *types.Struct:
		return g.anonymousStruct(t)
	case *types.Interface:
		return g.interfaceType(t, nil)
	case *types.Signature:
		return g.function(t, t), nil
	case *types.Chan:
		return nil, refuse(model.Channel, short(t))
	case *types.TypeParam:
		return nil, refuse(model.Generic, "the type parameter "+t.Obj().Name())
	}
	return nil, refuse(model.UnexportedType, short(t))
}

func (g *Gate) basic(t *types.Basic) (*model.Type, *refusal) {
	switch t.Kind() {
	case types.UnsafePointer:
		return nil, refuse(model.UnsafePointer, "unsafe.Pointer")
	case types.Invalid:
		return nil, refuse(model.PackageError, "a type that does not compile")
	case types.UntypedNil:
		return nil, refuse(model.PackageError, "untyped nil")
	}
	return &model.Type{Kind: model.Kind(basicName(t)), Number: g.words.number && isWide(t), Replace: g.words.replace && isString(t)}, nil
}

// basicName is the name of the kind: byte and rune are the numbers they stand for, untyped constants what Go makes of them.
func basicName(t *types.Basic) string {
	return types.Typ[types.Default(t).(*types.Basic).Kind()].Name()
}

// numberKinds are the fixed-size numbers whose slices travel as raw memory.
var numberKinds = map[types.BasicKind]bool{
	types.Int8: true, types.Int16: true, types.Int32: true, types.Int64: true,
	types.Uint16: true, types.Uint32: true, types.Uint64: true, types.Float32: true, types.Float64: true,
}

func isByte(t types.Type) bool {
	b, ok := types.Unalias(t).(*types.Basic)
	return ok && b.Kind() == types.Uint8
}

func isNumber(t types.Type) bool {
	b, ok := types.Unalias(t).(*types.Basic)
	return ok && numberKinds[b.Kind()]
}

func (g *Gate) slice(t *types.Slice, d direction) (*model.Type, *refusal) {
	if isByte(t.Elem()) {
		return &model.Type{Kind: model.Bytes}, nil
	}
	elem, no := g.classify(t.Elem(), d)
	if no != nil {
		return nil, no
	}
	if isNumber(t.Elem()) {
		return &model.Type{Kind: model.Numbers, Elem: elem, Length: -1}, nil
	}
	return &model.Type{Kind: model.Slice, Elem: elem, Hidden: elem.Hidden}, nil
}

func (g *Gate) array(t *types.Array, d direction) (*model.Type, *refusal) {
	if isByte(t.Elem()) {
		return &model.Type{Kind: model.ByteArray, Length: int(t.Len())}, nil
	}
	elem, no := g.classify(t.Elem(), d)
	if no != nil {
		return nil, no
	}
	kind := model.Array
	if isNumber(t.Elem()) {
		kind = model.Numbers
	}
	return &model.Type{Kind: kind, Elem: elem, Length: int(t.Len()), Hidden: elem.Hidden}, nil
}

func (g *Gate) mapType(t *types.Map, d direction) (*model.Type, *refusal) {
	k, no := g.classify(t.Key(), d)
	if no != nil {
		return nil, refuse(model.MapKey, "a key of "+short(t)+": "+no.detail)
	}
	elem, no := g.classify(t.Elem(), d)
	if no != nil {
		return nil, no
	}
	return &model.Type{Kind: model.Map, Key: k, Elem: elem, Hidden: k.Hidden || elem.Hidden}, nil
}

// element is a type inside another one, whose Go text the printed codec must write down.
func (g *Gate) element(t types.Type, d direction) (*model.Type, *refusal) {
	mt, no := g.classify(t, d)
	if no != nil {
		return nil, no
	}
	if mt.Hidden {
		return nil, refuse(model.UnexportedType, short(t)+" inside of another type")
	}
	return mt, nil
}

func (g *Gate) pointer(t *types.Pointer) (*model.Type, *refusal) {
	elem := types.Unalias(t.Elem())
	switch u := elem.Underlying().(type) {
	case *types.Interface, *types.Chan, *types.Pointer:
		i, _ := u.(*types.Interface)
		anyValue := i != nil && i.Empty()
		if mt, _ := special(elem); mt == nil && !anyValue {
			if i != nil && i.IsMethodSet() && g.schema.Names.Writable(elem) {
				return g.variable(elem)
			}
			return nil, refuse(model.PointerType, "a pointer to "+short(elem))
		}
	case *types.Signature:
		if g.named(elem) == nil {
			return nil, refuse(model.PointerType, "a pointer to "+short(elem))
		}
	}
	mt, no := g.classify(elem, out)
	if no != nil {
		return nil, no
	}
	switch mt.Kind {
	case model.Object:
		return &model.Type{Kind: model.Object, Class: mt.Class, Pointer: true, Hidden: mt.Hidden}, nil
	case model.Opaque, model.Function:
		return nil, refuse(model.PointerType, "a pointer to "+short(elem))
	case model.Optional:
		return nil, refuse(model.PointerType, short(t))
	case model.BigInt, model.BigRat, model.BigFloat:
		return &model.Type{Kind: mt.Kind, Pointer: true}, nil
	}
	return &model.Type{Kind: model.Optional, Elem: mt, Hidden: mt.Hidden}, nil
}
