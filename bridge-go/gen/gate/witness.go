package gate

import (
	"go/types"
	"slices"

	"usegolib.internal/gen/model"
)

// witness remembers a function from whose type Go can infer the types without a name that it gives.
func (g *Gate) witness(w model.Witness) {
	for _, hidden := range g.schema.Names.Hidden(w.Sig.Results()) {
		if k := key(hidden); g.witnesses[k] == nil {
			g.witnesses[k] = &w
		}
	}
}

// bindHiddenMethod binds a method that mentions types without a name, on a receiver that has none or mentions some.
func (g *Gate) bindHiddenMethod(c *model.Class, name string, sig *model.Signature) (int, *refusal) {
	on := g.schema.Names.Hidden(c.Go)
	w := g.witnesses[key(on[0])]
	no := refuse(model.UnexportedType, "the method "+name+" mentions a type that cannot be written down")
	if w == nil || types.IsInterface(c.Go) {
		return 0, no
	}
	known := g.schema.Names.Hidden(w.Sig)
	for _, hidden := range append(on, g.schema.Names.Hidden(sig.Go)...) {
		if !slices.ContainsFunc(known, func(t types.Type) bool { return types.Identical(t, hidden) }) {
			return 0, no
		}
	}
	return g.schema.AddFn(model.CallHiddenMethod{Class: c, Name: name, Sig: sig, Witness: *w}), nil
}

// methodExpression is a method as a function of its receiver.
func methodExpression(c *model.Class, obj *types.Func) model.Witness {
	on := c.Go
	if !types.IsInterface(on) {
		on = types.NewPointer(on)
	}
	sig := obj.Signature()
	params := []*types.Var{types.NewParam(0, nil, "", on)}
	for v := range sig.Params().Variables() {
		params = append(params, types.NewParam(0, nil, "", v.Type()))
	}
	whole := types.NewSignatureType(nil, nil, nil, types.NewTuple(params...), sig.Results(), sig.Variadic())
	return model.Witness{Obj: obj, On: on, Sig: whole}
}
