package gate

import (
	"go/types"
	"slices"

	"usegolib.internal/gen/model"
)

// A type parameter stands for call.Erased where its constraint allows any type: any JavaScript value, which Go only carries.
// Where a constraint wants an order or numbers, the function has an instance for each of these types.
var concrete = []types.Type{types.Typ[types.Float64], types.Typ[types.String], types.Typ[types.Int64]}

// choose gives each type parameter its argument: erasable where the constraint allows any type, other (nil: none) where it
// does not. What follows from the other arguments is left nil.
func choose(params *types.TypeParamList, erasable, other types.Type) ([]types.Type, *refusal) {
	args := make([]types.Type, params.Len())
	for i, p := range listed(params) {
		constraint := p.Constraint().Underlying().(*types.Interface)
		switch {
		case coreOf(p) != nil:
		case types.Satisfies(model.Erased, constraint):
			args[i] = erasable
		case mentions(constraint, p):
			return nil, refuse(model.Generic, "the constraint of "+p.Obj().Name()+" wants methods that mention "+p.Obj().Name()+" itself")
		case constraint.IsMethodSet() && types.Satisfies(p.Constraint(), constraint):
			args[i] = methodsOf(p.Constraint()) // any value with the methods
		case other != nil:
			args[i] = other
		default:
			return nil, refuse(model.Generic, "the constraint of "+p.Obj().Name()+" does not allow every type")
		}
	}
	return args, nil
}

// methodsOf is an interface as other modules can write it: without a name of its own, by its methods.
func methodsOf(t types.Type) types.Type {
	if named, ok := types.Unalias(t).(*types.Named); ok && !model.Nameable(named.Obj()) {
		return named.Underlying()
	}
	return t
}

// mentions tells whether a type is made of another.
func mentions(t, part types.Type) (found bool) {
	model.Walk(t, func(t types.Type) bool {
		found = found || t == part
		return !found
	})
	return found
}

// suggestion is a list of type arguments that the constraints name and that no instance has yet; empty where there are none.
func suggestion(params *types.TypeParamList, taken func(t types.Type) bool) string {
	var all []types.Type
	for _, p := range listed(params) {
		constraint := p.Constraint().Underlying().(*types.Interface)
		switch {
		case coreOf(p) != nil:
		case types.Satisfies(model.Erased, constraint):
			all = append(all, model.Erased)
		default:
			named := slices.DeleteFunc(terms(constraint), taken)
			if len(named) == 0 {
				return ""
			}
			all = append(all, named[0])
		}
	}
	return texts(all)
}

// terms are the types that a constraint names.
func terms(constraint *types.Interface) (all []types.Type) {
	for t := range constraint.EmbeddedTypes() {
		union, ok := types.Unalias(t).(*types.Union)
		if !ok {
			union = types.NewUnion([]*types.Term{types.NewTerm(false, t)})
		}
		for term := range union.Terms() {
			if i, ok := term.Type().Underlying().(*types.Interface); ok {
				all = append(all, terms(i)...)
			} else {
				all = append(all, term.Type())
			}
		}
	}
	return all
}

// coreOf is the one type that a constraint such as ~[]E allows; nil for others.
func coreOf(p *types.TypeParam) types.Type {
	i := p.Constraint().Underlying().(*types.Interface)
	if i.NumEmbeddeds() != 1 || i.NumMethods() > 0 {
		return nil
	}
	t := types.Unalias(i.EmbeddedType(0))
	if u, ok := t.(*types.Union); ok && u.Len() == 1 {
		t = types.Unalias(u.Term(0).Type())
	}
	switch t.(type) {
	case *types.Slice, *types.Map, *types.Signature, *types.Pointer, *types.Array:
		return t
	}
	return nil
}

// isIterator tells a function of the form of iter.Seq and iter.Seq2.
func isIterator(t types.Type) bool {
	sig, ok := t.(*types.Signature)
	if !ok || sig.Params().Len() != 1 || sig.Results().Len() != 0 {
		return false
	}
	yield, ok := sig.Params().At(0).Type().Underlying().(*types.Signature)
	return ok && yield.Results().Len() == 1 && types.Identical(yield.Results().At(0).Type(), types.Typ[types.Bool])
}
