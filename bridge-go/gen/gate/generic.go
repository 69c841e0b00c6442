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

// bindGeneric binds the instances of a generic function. JavaScript calls the first that takes the arguments, of those for
// primitive values the one for theirs; what the build options add has a name of its own as well.
func (g *Gate) bindGeneric(mp *model.Package, obj *types.Func) *refusal {
	var all []*model.Func
	lists, no := defaults(obj)
	bind := func(args []types.Type) *model.Func {
		f, why := g.bindInstance(obj, args)
		if why != nil {
			if no == nil || no.reason == model.Generic { // what keeps an instance that fits from crossing says more
				no = why
			}
			return nil
		}
		all = append(all, f)
		return f
	}
	apart := len(lists) == 1 || tellsApart(obj.Signature())
	for _, args := range lists {
		named := free(args)
		if f := bind(args); f != nil && !apart {
			g.nameInstance(mp, obj, f, named)
		}
	}
	if !apart {
		all = all[:min(len(all), 1)]
	}
	erased := len(all) > 0 && all[0].TypeParams != nil
	if erased {
		for _, args := range g.exact(obj.Signature()) {
			if f := bind(args); f != nil {
				f.Exact = true
			}
		}
	}
	for _, args := range g.configured(obj, obj.Signature().TypeParams()) {
		f, why := g.bindConfigured(mp, obj, args)
		if why != nil {
			g.fail(optionName(obj), why.detail)
			return nil
		}
		f.Exact = erased
		if apart || len(all) == 0 {
			all = append(all, f)
		}
	}
	if len(all) == 0 {
		return no.mendedBy(obj, obj.Signature().TypeParams())
	}
	all[0].Also = all[1:]
	if all[0].TypeParams == nil {
		all[0].More = suggestion(obj.Signature().TypeParams(), func(t types.Type) bool {
			return slices.ContainsFunc(all, func(f *model.Func) bool { return f.Instance == short(t) })
		})
	}
	mp.Functions = append(mp.Functions, all[0])
	return nil
}

// bindConfigured binds an instance that the build options add, under a name of its own too.
func (g *Gate) bindConfigured(mp *model.Package, obj *types.Func, args []types.Type) (*model.Func, *refusal) {
	named := free(args)
	f, no := g.bindInstance(obj, args)
	if no == nil {
		g.nameInstance(mp, obj, f, named)
	}
	return f, no
}

// free are the type arguments that do not follow from others.
func free(args []types.Type) []types.Type {
	return slices.DeleteFunc(slices.Clone(args), func(t types.Type) bool { return t == nil })
}

// nameInstance gives an instance a name of its own as well.
func (g *Gate) nameInstance(mp *model.Package, obj *types.Func, f *model.Func, named []types.Type) {
	own := *f
	own.Name, own.Instance = g.instanceName(obj, obj.Name(), named, key(obj.Type())+texts(named)), ""
	own.Documented = obj.Name()
	if slices.ContainsFunc(mp.Functions, func(f *model.Func) bool { return f.Name == own.Name }) {
		return // the build options name what is there by itself
	}
	mp.Functions = append(mp.Functions, &own)
}

// tellsApart reports whether the arguments of a call can tell instances apart: whether they mention a type parameter.
func tellsApart(sig *types.Signature) bool {
	for _, p := range listed(sig.TypeParams()) {
		if mentions(sig.Params(), p) {
			return true
		}
	}
	return false
}

// defaults are the type arguments that a function gets by itself: any values, and what implements the generic interfaces it
// takes; where a constraint does not allow any values, those that want an order or numbers.
func defaults(obj *types.Func) ([][]types.Type, *refusal) {
	params := obj.Signature().TypeParams()
	args, no := choose(params, model.Erased, nil)
	if no == nil {
		return append([][]types.Type{args}, implementers(obj)...), nil
	}
	var all [][]types.Type
	for _, t := range concrete {
		if args, no := choose(params, model.Erased, t); no == nil {
			all = append(all, args)
		}
	}
	return all, no
}

// bindInstance binds one instance under the function's own name.
func (g *Gate) bindInstance(obj *types.Func, args []types.Type) (*model.Func, *refusal) {
	one, no := instantiate(obj.Signature(), args)
	if no != nil {
		return nil, no
	}
	for _, arg := range one.args {
		if !g.schema.Names.Writable(arg) {
			return nil, refuse(model.UnexportedType, "its type argument "+short(arg)+" cannot be written down")
		}
	}
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

func listed(params *types.TypeParamList) (list []*types.TypeParam) {
	for p := range params.TypeParams() {
		list = append(list, p)
	}
	return list
}
