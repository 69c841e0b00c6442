package gate

import "go/types"

// producedFuncs collects the function types that the API hands out: as results of functions and methods, or as package
// variables. A value of such a type can travel Go → JS → Go, so a parameter of the type can be satisfied.
func producedFuncs(bound []*types.Package) map[string]bool {
	p := producer{}
	for _, pkg := range bound {
		scope := pkg.Scope()
		for _, name := range scope.Names() {
			obj := scope.Lookup(name)
			if !obj.Exported() {
				continue
			}
			switch obj := obj.(type) {
			case *types.Func:
				p.results(obj.Type().(*types.Signature))
			case *types.Var:
				p.add(obj.Type())
			case *types.TypeName:
				ms := types.NewMethodSet(types.NewPointer(obj.Type()))
				if types.IsInterface(obj.Type()) {
					ms = types.NewMethodSet(obj.Type())
				}
				for i := range ms.Len() {
					if f := ms.At(i).Obj(); f.Exported() {
						p.results(f.Type().(*types.Signature))
					}
				}
			}
		}
	}
	return p
}

type producer map[string]bool

func (p producer) results(sig *types.Signature) {
	if sig.TypeParams().Len() > 0 {
		return
	}
	for v := range sig.Results().Variables() {
		p.add(v.Type())
	}
}

func (p producer) add(t types.Type) {
	switch u := types.Unalias(t).Underlying().(type) {
	case *types.Signature:
		p[key(t)] = true
	case *types.Slice:
		p.add(u.Elem())
	case *types.Array:
		p.add(u.Elem())
	case *types.Map:
		p.add(u.Elem())
	}
}
