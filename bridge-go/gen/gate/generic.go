package gate

import (
	"go/types"

	"usegolib.internal/gen/model"
)

// A type parameter stands for call.Erased where its constraint allows any type: any JavaScript value, which Go only carries.
// Where a constraint wants an order or numbers, the function has an instance for each of these types.
var concrete = []types.Type{types.Typ[types.Float64], types.Typ[types.String], types.Typ[types.Int64]}

// instances gives the signatures under which JavaScript can call a generic function, the first that fits its arguments.
func (g *Gate) instances(sig *types.Signature) ([]instance, *refusal) {
	var found []instance
	var last *refusal
	for _, ordered := range append([]types.Type{nil}, concrete...) {
		args, no := arguments(sig.TypeParams(), ordered)
		if no != nil {
			last = no
			continue
		}
		inst, err := types.Instantiate(nil, sig, args, true)
		if err != nil {
			last = refuse(model.Generic, "no type that JavaScript has fits: "+err.Error())
			continue
		}
		found = append(found, instance{inst.(*types.Signature), args})
		if ordered == nil {
			break // it takes everything
		}
	}
	if len(found) == 0 {
		return nil, last
	}
	return found, nil
}

type instance struct {
	sig  *types.Signature
	args []types.Type
}

// arguments chooses a type argument for each parameter: ordered (nil: none) where Erased does not satisfy the constraint.
func arguments(params *types.TypeParamList, ordered types.Type) ([]types.Type, *refusal) {
	args := make([]types.Type, params.Len())
	byParam := map[*types.TypeParam]types.Type{}
	for i := range args {
		p := params.At(i)
		constraint := p.Constraint().Underlying().(*types.Interface)
		switch {
		case coreOf(constraint) != nil:
			continue // it follows from the others
		case types.Satisfies(model.Erased, constraint):
			args[i] = model.Erased
		case constraint.IsMethodSet() && types.Satisfies(p.Constraint(), constraint):
			args[i] = p.Constraint() // any value with the methods
		case ordered != nil:
			args[i] = ordered
		default:
			return nil, refuse(model.Generic, "the constraint of "+p.Obj().Name()+" does not allow every type")
		}
		byParam[p] = args[i]
	}
	for i := range args {
		if args[i] == nil {
			args[i] = model.Substitute(coreOf(params.At(i).Constraint().Underlying().(*types.Interface)), byParam)
		}
	}
	return args, nil
}

// erasedInstance instantiates a generic type for values of any kind.
func erasedInstance(t *types.Named) (types.Type, *refusal) {
	args, no := arguments(t.TypeParams(), nil)
	if no != nil {
		return nil, no
	}
	inst, err := types.Instantiate(nil, t.Origin(), args, true)
	if err != nil {
		return nil, refuse(model.Generic, err.Error())
	}
	return inst, nil
}

// bindGeneric binds a generic function: JavaScript tries its instances one after the other.
func (g *Gate) bindGeneric(mp *model.Package, obj *types.Func) *refusal {
	found, no := g.instances(obj.Signature())
	if no != nil {
		return no
	}
	var first *model.Func
	for _, one := range found {
		f, sig, why := g.signatureOf(obj.Name(), one.sig, false)
		if why != nil {
			no = why
			continue
		}
		f.Generic = true
		f.Fn = g.schema.AddFn(model.CallFunc{Obj: obj, Sig: sig, Args: one.args})
		if first == nil {
			first = f
		} else {
			first.Also = append(first.Also, f)
		}
	}
	if first == nil {
		return no
	}
	mp.Functions = append(mp.Functions, first)
	return nil
}

// coreOf is the one slice or map type that a constraint such as ~[]E allows; nil for others.
func coreOf(i *types.Interface) types.Type {
	if i.NumEmbeddeds() != 1 {
		return nil
	}
	t := types.Unalias(i.EmbeddedType(0))
	if u, ok := t.(*types.Union); ok && u.Len() == 1 {
		t = u.Term(0).Type()
	}
	switch t.(type) {
	case *types.Slice, *types.Map:
		return t
	}
	return nil
}
