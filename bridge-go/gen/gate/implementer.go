package gate

import (
	"go/types"
	"slices"

	"usegolib.internal/gen/model"
)

// implementers gives the type arguments with which types of the package implement the generic interfaces that a function
// takes: what Go would infer from such an argument. Everything else is any JavaScript value.
func implementers(obj *types.Func) (all [][]types.Type) {
	params := listed(obj.Signature().TypeParams())
	for v := range obj.Signature().Params().Variables() {
		wanted, ok := types.Unalias(v.Type()).(*types.Named)
		if !ok || !types.IsInterface(wanted) || wanted.TypeArgs().Len() == 0 {
			continue
		}
		scope := obj.Pkg().Scope()
		for _, name := range scope.Names() {
			t, ok := scope.Lookup(name).(*types.TypeName)
			if !ok || !t.Exported() || types.IsInterface(t.Type()) {
				continue
			}
			found := map[*types.TypeParam]types.Type{}
			if !infer(wanted, ofAnyValue(t.Type()), found) {
				continue
			}
			args, no := choose(obj.Signature().TypeParams(), model.Erased, nil)
			if no != nil {
				return nil
			}
			for i, p := range params {
				if found[p] != nil {
					args[i] = found[p]
				}
			}
			if slices.ContainsFunc(args, func(t types.Type) bool { return t != nil && isConcrete(t) }) && !slices.ContainsFunc(all, func(known []types.Type) bool { return slices.EqualFunc(known, args, types.Identical) }) {
				all = append(all, args)
			}
		}
	}
	return all
}

// ofAnyValue is a type, or the instance of a generic one for any JavaScript value.
func ofAnyValue(t types.Type) types.Type {
	if named, ok := t.(*types.Named); ok && isGeneric(t) {
		if inst, no := erasedInstance(named); no == nil {
			return inst
		}
	}
	return t
}

// infer finds the type parameters in the methods of an interface by those of a type that has them all.
func infer(wanted types.Type, t types.Type, found map[*types.TypeParam]types.Type) bool {
	for m := range wanted.Underlying().(*types.Interface).Methods() {
		obj, _, _ := types.LookupFieldOrMethod(t, true, m.Pkg(), m.Name())
		has, ok := obj.(*types.Func)
		if !ok || !unify(m.Signature().Params(), has.Signature().Params(), found) || !unify(m.Signature().Results(), has.Signature().Results(), found) {
			return false
		}
	}
	return true
}

func unify(wanted, has *types.Tuple, found map[*types.TypeParam]types.Type) bool {
	if wanted.Len() != has.Len() {
		return false
	}
	for i := range wanted.Len() {
		want, t := types.Unalias(wanted.At(i).Type()), has.At(i).Type()
		p, ok := want.(*types.TypeParam)
		switch {
		case !ok:
			if !types.Identical(want, t) {
				return false
			}
		case found[p] == nil:
			found[p] = t
		case !types.Identical(found[p], t):
			return false
		}
	}
	return true
}
