package gate

import (
	"go/types"
	"slices"
	"strings"

	"usegolib.internal/gen/model"
)

// instance is a generic function with types for its parameters.
type instance struct {
	sig  *types.Signature
	args []types.Type
	// written is the signature with names in its erased places, which are params.
	written *types.Signature
	params  []string
	// of are the arguments that were chosen: those that follow from others left out.
	of []types.Type
}

// bindGeneric binds a generic function: JavaScript calls the first of its instances that takes the arguments.
func (g *Gate) bindGeneric(mp *model.Package, obj *types.Func) *refusal {
	var first *model.Func
	var no *refusal
	bind := func(args []types.Type, exact bool) {
		one, why := instantiate(obj.Signature(), args)
		var f *model.Func
		if why == nil {
			f, why = g.bindInstance(obj, one)
		}
		switch {
		case why != nil:
			no = why
		case first == nil:
			first = f
		default:
			f.Exact = exact
			first.Also = append(first.Also, f)
		}
	}
	params := obj.Signature().TypeParams()
	args, why := choose(params, model.Erased, nil)
	if why == nil {
		bind(args, false)
		for _, args := range implementers(obj) {
			if slices.ContainsFunc(args, func(t types.Type) bool { return t != nil && isConcrete(t) }) {
				bind(args, false)
			}
		}
	} else {
		no = why
		for _, t := range concrete {
			if args, why := choose(params, model.Erased, t); why == nil {
				bind(args, false)
			}
		}
	}
	if first == nil {
		return no
	}
	for _, args := range g.exact(obj.Signature()) {
		bind(args, true)
	}
	mp.Functions = append(mp.Functions, first)
	return nil
}

// bindInstance binds one instance under the function's own name.
func (g *Gate) bindInstance(obj *types.Func, one *instance) (*model.Func, *refusal) {
	f, sig, no := g.signatureOf(obj.Name(), one.sig, false)
	if no != nil {
		return nil, no
	}
	f = g.writtenFunc(one.written, f)
	f.TypeParams, f.Instance = one.params, texts(one.of)
	f.Fn = g.schema.AddFn(model.CallFunc{Obj: obj, Sig: sig, Args: one.args})
	g.witness(model.Witness{Obj: obj, Args: one.args, Sig: one.sig})
	return f, nil
}

// instantiate gives a signature its type arguments; nil ones follow from the others.
func instantiate(sig *types.Signature, args []types.Type) (*instance, *refusal) {
	one := &instance{args: args}
	byParam, names := map[*types.TypeParam]types.Type{}, map[*types.TypeParam]types.Type{}
	for i, p := range listed(sig.TypeParams()) {
		switch t := args[i]; {
		case t == nil:
		case model.IsErased(t):
			one.params = append(one.params, p.Obj().Name())
			byParam[p] = t
			one.of = append(one.of, t)
		default:
			byParam[p], names[p] = t, model.Unnamed()
			one.of = append(one.of, t)
		}
	}
	for i, p := range listed(sig.TypeParams()) {
		if args[i] == nil {
			core := coreOf(p)
			args[i] = model.Substitute(core, byParam)
			names[p] = model.Substitute(core, names)
			if isIterator(args[i]) {
				return nil, refuse(model.Iterator, short(args[i]))
			}
		}
	}
	inst, err := types.Instantiate(nil, sig, args, true)
	if err != nil {
		return nil, refuse(model.Generic, "no type that JavaScript has fits: "+err.Error())
	}
	one.sig = inst.(*types.Signature)
	one.written = model.Substitute(types.NewSignatureType(nil, nil, nil, sig.Params(), sig.Results(), sig.Variadic()), names).(*types.Signature)
	return one, nil
}

// texts are type arguments as people and the configuration write them.
func texts(args []types.Type) string {
	all := make([]string, len(args))
	for i, t := range args {
		all[i] = short(t)
	}
	return strings.Join(all, ", ")
}

// erasedInstance instantiates a generic type for values of any kind.
func erasedInstance(t *types.Named) (types.Type, *refusal) {
	args, no := choose(t.TypeParams(), model.Erased, nil)
	if no != nil {
		return nil, no
	}
	return instanceOf(t, args)
}

// instanceOf gives a generic type its type arguments; nil ones follow from the others.
func instanceOf(t *types.Named, args []types.Type) (types.Type, *refusal) {
	byParam := map[*types.TypeParam]types.Type{}
	for i, p := range listed(t.TypeParams()) {
		if args[i] != nil {
			byParam[p] = args[i]
		}
	}
	for i, p := range listed(t.TypeParams()) {
		if args[i] == nil {
			args[i] = model.Substitute(coreOf(p), byParam)
		}
	}
	inst, err := types.Instantiate(nil, t.Origin(), args, true)
	if err != nil {
		return nil, refuse(model.Generic, err.Error())
	}
	return inst, nil
}

func listed(params *types.TypeParamList) (list []*types.TypeParam) {
	for p := range params.TypeParams() {
		list = append(list, p)
	}
	return list
}
