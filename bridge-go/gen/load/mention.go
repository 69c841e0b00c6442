package load

import "go/types"

// Mentioned calls visit for the package of every named type that the exported API of pkg mentions: in functions, variables,
// exported types, their exported methods and fields.
func Mentioned(pkg *types.Package, visit func(*types.Package)) {
	m := &mention{visit: visit, seen: map[types.Type]bool{}}
	scope := pkg.Scope()
	for _, name := range scope.Names() {
		obj := scope.Lookup(name)
		if !obj.Exported() {
			continue
		}
		if tn, ok := obj.(*types.TypeName); ok {
			m.declared(tn.Type())
			continue
		}
		m.typ(obj.Type())
	}
}

type mention struct {
	visit func(*types.Package)
	seen  map[types.Type]bool
}

// declared looks into a type of the package itself: its methods and exported fields are API.
func (m *mention) declared(t types.Type) {
	t = types.Unalias(t)
	ms := types.NewMethodSet(types.NewPointer(t))
	for i := range ms.Len() {
		if f := ms.At(i).Obj(); f.Exported() {
			m.typ(f.Type())
		}
	}
	m.typ(t.Underlying())
}

func (m *mention) typ(t types.Type) {
	if m.seen[t] {
		return
	}
	m.seen[t] = true
	switch t := t.(type) {
	case *types.Alias:
		m.typ(types.Unalias(t))
	case *types.Named:
		if p := t.Obj().Pkg(); p != nil {
			m.visit(p)
		}
		for i := range t.TypeArgs().Len() {
			m.typ(t.TypeArgs().At(i))
		}
	case *types.Pointer:
		m.typ(t.Elem())
	case *types.Slice:
		m.typ(t.Elem())
	case *types.Array:
		m.typ(t.Elem())
	case *types.Chan:
		m.typ(t.Elem())
	case *types.Map:
		m.typ(t.Key())
		m.typ(t.Elem())
	case *types.Signature:
		for v := range t.Params().Variables() {
			m.typ(v.Type())
		}
		for v := range t.Results().Variables() {
			m.typ(v.Type())
		}
	case *types.Struct:
		for f := range t.Fields() {
			if f.Exported() {
				m.typ(f.Type())
			}
		}
	case *types.Interface:
		for f := range t.Methods() {
			m.typ(f.Type())
		}
	}
}
