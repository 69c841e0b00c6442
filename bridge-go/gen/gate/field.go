package gate

import (
	"go/types"
	"iter"
)

// structField is an exported field as a selector on the struct reaches it.
type structField struct {
	*types.Var
	tag string
	// behind: promoted through an embedded pointer, which may be nil.
	behind bool
}

// selectable gives the exported fields that a selector on a value of struct type t reaches, those promoted from embedded
// structs too, the shallow ones first. Whether a name means this field is Go's own rule: a shallower field or method hides
// deeper ones, two of one depth hide each other.
func (g *Gate) selectable(t types.Type) iter.Seq[structField] {
	return func(yield func(structField) bool) {
		seen := map[*types.Struct]bool{}
		for level := []*types.Struct{t.Underlying().(*types.Struct)}; len(level) > 0; {
			var next []*types.Struct
			for _, s := range level {
				if seen[s] {
					continue
				}
				seen[s] = true
				for i := range s.NumFields() {
					f := s.Field(i)
					if inner := g.embeddedStruct(f); inner != nil {
						next = append(next, inner)
					}
					obj, _, behind := types.LookupFieldOrMethod(t, true, f.Pkg(), f.Name())
					if obj == f && f.Exported() && !yield(structField{f, s.Tag(i), behind}) {
						return
					}
				}
			}
			level = next
		}
	}
}

// copied gives the fields that literals and copies name: structs embedded by value flatten as Go promotes their fields,
// those behind a pointer stay one field.
func (g *Gate) copied(t types.Type) iter.Seq[structField] {
	return func(yield func(structField) bool) {
		for f := range g.selectable(t) {
			if g.isCopied(f) && !yield(f) {
				return
			}
		}
	}
}

// isCopied tells fields that literals and copies name.
func (g *Gate) isCopied(f structField) bool {
	return !f.behind && g.flattens(f.Var) == nil
}

// embeddedStruct gives the struct whose fields an embedded field promotes.
func (g *Gate) embeddedStruct(f *types.Var) *types.Struct {
	t := pointee(types.Unalias(f.Type()))
	if !f.Embedded() || g.isTextual(t) {
		return nil
	}
	s, _ := t.Underlying().(*types.Struct)
	return s
}

// flattens gives the struct of an embedded field whose fields are promoted by value.
func (g *Gate) flattens(f *types.Var) *types.Struct {
	if !f.Embedded() || g.isTextual(types.Unalias(f.Type())) {
		return nil
	}
	if mt, _ := special(types.Unalias(f.Type())); mt != nil {
		return nil
	}
	s, _ := f.Type().Underlying().(*types.Struct)
	return s
}

// allocatable tells types that Go may make values of: not those that only stand for memory of C.
func allocatable(t types.Type) bool {
	if n, ok := types.Unalias(t).(*types.Named); ok && n.Obj().Name() == "NotInHeap" && n.Obj().Pkg().Path() == "internal/runtime/sys" {
		return false
	}
	switch u := t.Underlying().(type) {
	case *types.Struct:
		for f := range u.Fields() {
			if !allocatable(f.Type()) {
				return false
			}
		}
	case *types.Array:
		return allocatable(u.Elem())
	}
	return true
}
