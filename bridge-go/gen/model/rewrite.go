package model

import "go/types"

// rewrite rebuilds a type with what replace puts in the place of its parts; aliases become the types they name.
func rewrite(t types.Type, replace func(types.Type) (types.Type, bool)) types.Type {
	t = types.Unalias(t)
	if r, ok := replace(t); ok {
		return r
	}
	inner := func(t types.Type) types.Type { return rewrite(t, replace) }
	switch t := t.(type) {
	case *types.Named:
		return rewriteInstance(t, inner)
	case *types.Pointer:
		return types.NewPointer(inner(t.Elem()))
	case *types.Slice:
		return types.NewSlice(inner(t.Elem()))
	case *types.Array:
		return types.NewArray(inner(t.Elem()), t.Len())
	case *types.Chan:
		return types.NewChan(t.Dir(), inner(t.Elem()))
	case *types.Map:
		return types.NewMap(inner(t.Key()), inner(t.Elem()))
	case *types.Tuple:
		return rewriteTuple(t, inner)
	case *types.Signature:
		return types.NewSignatureType(nil, nil, nil, rewriteTuple(t.Params(), inner), rewriteTuple(t.Results(), inner), t.Variadic())
	case *types.Struct:
		return rewriteStruct(t, inner)
	case *types.Interface:
		return rewriteInterface(t, inner)
	}
	return t
}

func rewriteInstance(t *types.Named, inner func(types.Type) types.Type) types.Type {
	if t.TypeArgs().Len() == 0 {
		return t
	}
	args := make([]types.Type, t.TypeArgs().Len())
	for i := range args {
		args[i] = inner(t.TypeArgs().At(i))
	}
	r, err := types.Instantiate(nil, t.Origin(), args, false)
	if err != nil {
		panic("internal error: " + err.Error()) // without validation only the number of arguments can be wrong
	}
	return r
}

func rewriteTuple(t *types.Tuple, inner func(types.Type) types.Type) *types.Tuple {
	vars := make([]*types.Var, t.Len())
	for i := range vars {
		v := t.At(i)
		vars[i] = types.NewVar(v.Pos(), v.Pkg(), v.Name(), inner(v.Type()))
	}
	return types.NewTuple(vars...)
}

func rewriteStruct(t *types.Struct, inner func(types.Type) types.Type) types.Type {
	fields := make([]*types.Var, t.NumFields())
	tags := make([]string, len(fields))
	for i := range fields {
		f := t.Field(i)
		fields[i], tags[i] = types.NewField(f.Pos(), f.Pkg(), f.Name(), inner(f.Type()), f.Embedded()), t.Tag(i)
	}
	return types.NewStruct(fields, tags)
}

// rewriteInterface writes embedded interfaces out; type sets, which no value has as its type, stay.
func rewriteInterface(t *types.Interface, inner func(types.Type) types.Type) types.Type {
	if !t.IsMethodSet() || t.NumMethods() == 0 {
		return t
	}
	methods := make([]*types.Func, t.NumMethods())
	for i := range methods {
		m := t.Method(i)
		methods[i] = types.NewFunc(m.Pos(), m.Pkg(), m.Name(), inner(m.Type()).(*types.Signature))
	}
	return types.NewInterfaceType(methods, nil).Complete()
}

// Walk visits a type and, where visit says so, its parts.
func Walk(t types.Type, visit func(types.Type) (parts bool)) {
	rewrite(t, func(part types.Type) (types.Type, bool) { return part, !visit(part) })
}
