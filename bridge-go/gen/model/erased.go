package model

import "go/types"

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
