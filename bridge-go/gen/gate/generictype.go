package gate

import (
	"go/types"
	"strings"

	"usegolib.internal/gen/model"
)

// bindGenericType binds the instance of a generic type for any values under its own name. Where its constraints do not allow
// all, the instances have names of their own, as those have that the build options add.
func (g *Gate) bindGenericType(mp *model.Package, t *types.Named) *refusal {
	obj := t.Obj()
	of, why := erasedInstance(t)
	if why == nil {
		why = g.export(mp, obj.Name(), of)
	} else {
		why = g.concreteInstances(mp, t, why)
	}
	for _, args := range g.configured(obj, t.TypeParams()) {
		of, no := instanceOf(t, args)
		if no == nil {
			no = g.export(mp, "", of)
		}
		if no != nil {
			g.fail(optionName(obj), no.detail)
		}
	}
	return why
}

// concreteInstances binds those for numbers and strings, and says which there are.
func (g *Gate) concreteInstances(mp *model.Package, t *types.Named, no *refusal) *refusal {
	before := len(mp.Exports)
	for _, other := range concrete {
		args, why := choose(t.TypeParams(), model.Erased, other)
		if why != nil {
			continue
		}
		if of, why := instanceOf(t, args); why == nil {
			g.export(mp, "", of)
		}
	}
	var names []string
	for _, e := range mp.Exports[before:] {
		names = append(names, e.Name)
	}
	if names != nil {
		no = refuse(no.reason, no.detail+": use "+strings.Join(names, ", "))
	}
	return no.mendedBy(t.Obj(), t.TypeParams())
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
