package gate

import (
	"go/types"

	"usegolib.internal/gen/model"
)

// Go's zero value of call.Erased is undefined, while "" and 0 are values like any other. A function that may look at zero
// values has instances for primitive values beside the one for any value: what it does with numbers is what Go does.
var primitive = append(concrete[:len(concrete):len(concrete)], types.Typ[types.Bool])

// exactBudget bounds how many instances for primitive values one library has, so that it stays small.
const exactBudget = 500

// exact gives the type arguments of a function's instances for primitive values.
func (g *Gate) exact(sig *types.Signature) (all [][]types.Type) {
	if !looksAtZero(sig) {
		return nil
	}
	for _, t := range primitive {
		if g.words.number && t == types.Typ[types.Int64] {
			continue // its values would come back as numbers
		}
		if args, no := choose(sig.TypeParams(), t, nil); no == nil {
			all = append(all, args)
		}
	}
	if g.schema.Exact.Made+len(all) > exactBudget {
		g.schema.Exact.Left += len(all)
		return nil
	}
	g.schema.Exact.Made += len(all)
	return all
}

// looksAtZero tells functions of one free type parameter T that may compare values with T's zero value, or give it: T is
// comparable, or a result. JavaScript must see T in the arguments, and no other generic type may depend on it.
func looksAtZero(sig *types.Signature) bool {
	var free *types.TypeParam
	for _, p := range listed(sig.TypeParams()) {
		switch {
		case coreOf(p) != nil:
		case free != nil || !types.Satisfies(model.Erased, p.Constraint().Underlying().(*types.Interface)):
			return false
		default:
			free = p
		}
	}
	if free == nil || mentionsInstance(sig) {
		return false
	}
	zero := free.Constraint().Underlying().(*types.Interface).IsComparable()
	for v := range sig.Results().Variables() {
		zero = zero || pointee(types.Unalias(v.Type())) == free
	}
	seen := false
	for v := range sig.Params().Variables() {
		seen = seen || holds(v.Type(), free)
	}
	return zero && seen
}

// holds tells whether values of a type hold some of p, which JavaScript can look at.
func holds(t types.Type, p *types.TypeParam) bool {
	switch t := types.Unalias(t).(type) {
	case *types.TypeParam:
		core := coreOf(t)
		return t == p || core != nil && holds(core, p)
	case *types.Map:
		return holds(t.Key(), p) || holds(t.Elem(), p)
	case interface{ Elem() types.Type }:
		return holds(t.Elem(), p)
	}
	return false
}

// mentionsInstance tells whether a signature has instances of a generic type in it.
func mentionsInstance(sig *types.Signature) bool {
	found := false
	model.Walk(types.NewSignatureType(nil, nil, nil, sig.Params(), sig.Results(), sig.Variadic()), func(t types.Type) bool {
		named, ok := t.(*types.Named)
		found = found || ok && named.TypeArgs().Len() > 0
		return true
	})
	return found
}
