package model

import (
	"go/types"
	"slices"
)

// Erased is call.Erased, the type argument that stands for any JavaScript value.
var Erased types.Type = func() types.Type {
	pkg := types.NewPackage("usegolib.internal/bridge/call", "call")
	obj := types.NewTypeName(0, pkg, "Erased", nil)
	pkg.Scope().Insert(obj)
	return types.NewNamed(obj, types.NewInterfaceType(nil, nil).Complete(), nil)
}()

// IsErased tells whether a type is call.Erased.
func IsErased(t types.Type) bool { return types.Unalias(t) == Erased }

// Substitute puts types in the place of type parameters.
func Substitute(t types.Type, args map[*types.TypeParam]types.Type) types.Type {
	return rewrite(t, func(t types.Type) (types.Type, bool) {
		p, ok := t.(*types.TypeParam)
		if !ok || args[p] == nil {
			return nil, false
		}
		return args[p], true
	})
}

// Generalize puts a type parameter of its own into each place of an instance that is for any JavaScript value, and gives
// their names: those of the generic type's parameters.
func Generalize(t *types.Named) (types.Type, []string) {
	var names []string
	args := make([]types.Type, t.TypeArgs().Len())
	for i := range args {
		name := t.Origin().TypeParams().At(i).Obj().Name()
		args[i] = rewrite(t.TypeArgs().At(i), func(part types.Type) (types.Type, bool) {
			if !IsErased(part) {
				return nil, false
			}
			for slices.Contains(names, name) {
				name += "_"
			}
			names = append(names, name)
			return newParameter(name), true
		})
	}
	if names == nil {
		return t, nil
	}
	general, err := types.Instantiate(nil, t.Origin(), args, false)
	if err != nil {
		panic("internal error: " + err.Error()) // without validation only the number of arguments can be wrong
	}
	return general, names
}

// Parameters are the names of the type parameters in a type, in the order in which they are written; generic: it has some,
// with or without a name.
func Parameters(t types.Type) (names []string, generic bool) {
	rewrite(t, func(part types.Type) (types.Type, bool) {
		p, ok := part.(*types.TypeParam)
		if ok && p.Obj().Name() != "" {
			names = append(names, p.Obj().Name())
		}
		generic = generic || ok
		return part, ok
	})
	return names, generic
}

// AsAny puts any, which people read, in the place of Erased.
func AsAny(t types.Type) types.Type {
	return rewrite(t, func(part types.Type) (types.Type, bool) {
		return types.Universe.Lookup("any").Type(), IsErased(part)
	})
}

// Unnamed is a place of a generic declaration whose type is not any JavaScript value: a type parameter without a name.
func Unnamed() types.Type { return newParameter("") }

func newParameter(name string) types.Type {
	return types.NewTypeParam(types.NewTypeName(0, nil, name, nil), types.Universe.Lookup("any").Type())
}
