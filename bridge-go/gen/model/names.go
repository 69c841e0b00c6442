package model

import (
	"go/types"
	"slices"
	"strings"
)

// Names says under which name generated code, which stands in a module of its own, can write a named type: its own, or an
// exported alias of it in a package that can be imported.
type Names struct {
	aliases map[string]*types.TypeName
}

// Learn takes an exported alias. Of several in one package the one with the type's own name is best, then one that names the
// type itself and not another alias; else the first counts.
func (n *Names) Learn(alias *types.TypeName) {
	t, ok := types.Unalias(alias.Type()).(*types.Named)
	if !ok || t.TypeParams().Len() > t.TypeArgs().Len() {
		return
	}
	if a, ok := alias.Type().(*types.Alias); ok && a.TypeParams().Len() > a.TypeArgs().Len() {
		return // a generic alias names no type
	}
	if t.TypeArgs().Len() == 0 && Nameable(t.Obj()) {
		return // its own name is better
	}
	if n.aliases == nil {
		n.aliases = map[string]*types.TypeName{}
	}
	k := Key(t)
	if known := n.aliases[k]; known == nil || known.Pkg() == alias.Pkg() && rank(alias, t) > rank(known, t) {
		n.aliases[k] = alias
	}
}

func rank(alias *types.TypeName, t *types.Named) int {
	if alias.Name() == t.Obj().Name() {
		return 2
	}
	if a, ok := alias.Type().(*types.Alias); ok && a.Rhs() == t {
		return 1
	}
	return 0
}

// Of is the name of a type for generated code and for JavaScript, nil if it has none.
func (n *Names) Of(t *types.Named) *types.TypeName {
	if alias := n.Alias(t); alias != nil {
		return alias
	}
	if Nameable(t.Obj()) && n.fits(t) {
		return t.Obj()
	}
	return nil
}

// fits tells whether an instance of a generic type still satisfies its constraints where type parameters stand for the
// parts of its type arguments that have no name: of these only that they are comparable is known.
func (n *Names) fits(t *types.Named) bool {
	strict := false
	for p := range t.Origin().TypeParams().TypeParams() {
		constraint := p.Constraint().Underlying()
		strict = strict || !types.Identical(constraint, anyValue) && !types.Identical(constraint, comparable)
	}
	return !strict || !slices.ContainsFunc(slices.Collect(t.TypeArgs().Types()), func(arg types.Type) bool { return !n.Writable(arg) })
}

var (
	anyValue   = types.Universe.Lookup("any").Type().Underlying()
	comparable = types.Universe.Lookup("comparable").Type().Underlying()
)

// Alias is the alias that names a type which has no name of its own, or nil.
func (n *Names) Alias(t *types.Named) *types.TypeName { return n.aliases[Key(t)] }

// Writable tells whether generated code can write every name in a type's text.
func (n *Names) Writable(t types.Type) bool {
	return n.Hidden(t) == nil
}

// Hidden are the parts of a type that have no name.
func (n *Names) Hidden(t types.Type) (all []types.Type) {
	n.Spell(t, func(hidden types.Type) types.Type {
		all = append(all, hidden)
		return hidden
	})
	return all
}

// Spell gives a type as generated code can write it: with aliases in place of the names it cannot use, and with what hide
// makes of the parts that have no name at all.
func (n *Names) Spell(t types.Type, hide func(types.Type) types.Type) types.Type {
	return rewrite(t, func(t types.Type) (types.Type, bool) {
		switch t := t.(type) {
		case *types.Named:
			switch name := n.Of(t); {
			case name == nil:
				return hide(t), true
			case name != t.Obj():
				return name.Type(), true
			}
		case *types.Struct:
			for f := range t.Fields() {
				if !f.Exported() || f.Embedded() && !n.embeds(f) {
					return hide(t), true
				}
			}
		case *types.Interface:
			for m := range t.Methods() {
				if !m.Exported() {
					return hide(t), true
				}
			}
		}
		return nil, false
	})
}

// embeds tells whether an embedded field is still called the same when its type is written.
func (n *Names) embeds(f *types.Var) bool {
	t := types.Unalias(f.Type())
	if p, ok := t.(*types.Pointer); ok {
		t = types.Unalias(p.Elem())
	}
	named, ok := t.(*types.Named)
	if !ok {
		return false
	}
	name := n.Of(named)
	return name != nil && name.Name() == f.Name() && n.Writable(named)
}

// Nameable tells whether a type's own name can be written outside of its module.
func Nameable(obj *types.TypeName) bool {
	if obj.Pkg() == nil {
		return true
	}
	return obj.Exported() && Importable(obj.Pkg().Path()) && obj.Parent() == obj.Pkg().Scope()
}

// Importable tells whether any module may import a package.
func Importable(path string) bool {
	return !strings.Contains("/"+path+"/", "/internal/") && !strings.HasPrefix(path, "vendor/")
}
