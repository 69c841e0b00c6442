package gate

import (
	"go/types"
	"reflect"
	"strings"

	"usegolib.internal/gen/model"
)

// isRecord tells structs that are copied: all fields exported, no methods, does not contain itself, may be copied.
func (g *Gate) isRecord(t types.Type, s *types.Struct) bool {
	for f := range s.Fields() {
		if !f.Exported() {
			return false
		}
		if inner := flattens(f); inner != nil && !g.isRecord(f.Type(), inner) {
			return false // what it does not export would be lost by copying
		}
	}
	return !hasMethods(t) && !contains(s, t, map[types.Type]bool{}) && copyable(s)
}

// contains tells whether a type can be reached from the inside of another.
func contains(in, t types.Type, seen map[types.Type]bool) bool {
	in = types.Unalias(in)
	if seen[in] {
		return false
	}
	seen[in] = true
	switch u := in.(type) {
	case *types.Named:
		return types.Identical(u, t) || contains(u.Underlying(), t, seen)
	case *types.Pointer:
		return contains(u.Elem(), t, seen)
	case *types.Slice:
		return contains(u.Elem(), t, seen)
	case *types.Array:
		return contains(u.Elem(), t, seen)
	case *types.Map:
		return contains(u.Key(), t, seen) || contains(u.Elem(), t, seen)
	case *types.Struct:
		for f := range u.Fields() {
			if contains(f.Type(), t, seen) {
				return true
			}
		}
	}
	return false
}

// copyable tells values without a lock inside: what has Lock and Unlock on its pointer must not be copied.
func copyable(t types.Type) bool {
	if n, ok := types.Unalias(t).(*types.Named); ok {
		ms := types.NewMethodSet(types.NewPointer(n))
		if ms.Lookup(nil, "Lock") != nil && ms.Lookup(nil, "Unlock") != nil {
			return false
		}
		if p := n.Obj().Pkg(); p != nil && (p.Path() == "sync" || p.Path() == "sync/atomic") {
			return false
		}
	}
	switch u := t.Underlying().(type) {
	case *types.Struct:
		for f := range u.Fields() {
			if !copyable(f.Type()) {
				return false
			}
		}
	case *types.Array:
		return copyable(u.Elem())
	}
	return true
}

// record classifies a copied struct. A field that cannot cross is skipped alone.
func (g *Gate) record(t types.Type, s *types.Struct) (*model.Type, *refusal) {
	r := &model.Type{Kind: model.Record}
	n, isNamed := t.(*types.Named)
	if isNamed {
		r.Pkg, r.Name = g.pkg(n.Obj().Pkg()), n.Obj().Name()
	}
	names := newFieldNames(s)
	for f := range promoted(s) {
		if names.omitted(f) {
			continue
		}
		ft, no := g.element(f.Type(), in)
		if no != nil {
			if isNamed {
				g.skip(r.Pkg, r.Name+"."+f.Name(), f.Var, no)
			}
			continue
		}
		r.Fields = append(r.Fields, names.field(f, ft))
	}
	if isNamed {
		r.Ref = &model.Ref{
			Make: g.schema.AddFn(model.RefOp{Record: r, Op: "make"}),
			Get:  g.schema.AddFn(model.RefOp{Record: r, Op: "get"}),
			Set:  g.schema.AddFn(model.RefOp{Record: r, Op: "set"}),
		}
	}
	return r, nil
}

// structField is an exported field as a selector on the struct reaches it.
type structField struct {
	*types.Var
	tag string
	// deep: promoted from an embedded struct.
	deep bool
}

// promoted gives the exported fields that literals and copies name: embedded structs flatten as Go promotes them, except
// those behind a pointer, which stay one field.
func promoted(s *types.Struct) func(yield func(structField) bool) {
	return func(yield func(structField) bool) {
		taken := map[string]bool{}
		level := []*types.Struct{s}
		for depth := 0; len(level) > 0; depth++ {
			count := map[string]int{}
			var found []structField
			var next []*types.Struct
			for _, st := range level {
				for i := range st.NumFields() {
					f := st.Field(i)
					count[f.Name()]++
					if inner := flattens(f); inner != nil {
						next = append(next, inner)
						continue
					}
					found = append(found, structField{f, st.Tag(i), depth > 0})
				}
			}
			for _, f := range found {
				// A shallower name hides deeper ones; two of one depth hide each other.
				if !taken[f.Name()] && count[f.Name()] == 1 && f.Exported() && !yield(f) {
					return
				}
			}
			for name := range count {
				taken[name] = true
			}
			level = next
		}
	}
}

// flattens gives the struct of an embedded field whose fields are promoted by value.
func flattens(f *types.Var) *types.Struct {
	if !f.Embedded() {
		return nil
	}
	if mt, _ := special(types.Unalias(f.Type())); mt != nil {
		return nil
	}
	s, _ := f.Type().Underlying().(*types.Struct)
	return s
}

// fieldNames gives every field of one struct a key that no other has: msgpack tag, json tag, Go name.
type fieldNames struct{ taken map[string]bool }

func newFieldNames(s *types.Struct) *fieldNames {
	n := &fieldNames{taken: map[string]bool{}}
	for f := range promoted(s) {
		n.taken[f.Name()] = true
	}
	return n
}

// omitted tells fields whose tag leaves them out.
func (n *fieldNames) omitted(f structField) bool {
	tag := reflect.StructTag(f.tag)
	return tag.Get("msgpack") == "-" || tag.Get("msgpack") == "" && tag.Get("json") == "-"
}

func (n *fieldNames) field(f structField, t *model.Type) *model.RecordField {
	tag := reflect.StructTag(f.tag)
	rf := &model.RecordField{Name: f.Name(), Type: t}
	var keys []string
	for _, name := range []string{"msgpack", "json"} {
		k, opts, _ := strings.Cut(tag.Get(name), ",")
		if k != "" && k != "-" {
			keys = append(keys, safeKey(k))
		}
		if strings.Contains(","+opts+",", ",omitempty,") {
			rf.Omit = true
		}
	}
	if _, ptr := f.Type().Underlying().(*types.Pointer); ptr {
		rf.Omit = true
	}
	for _, k := range keys {
		switch {
		case n.taken[k]: // another field's Go name or tag: the Go name serves
		case rf.Key == "":
			rf.Key = k
			n.taken[k] = true
		default:
			rf.Aliases = append(rf.Aliases, k)
			n.taken[k] = true
		}
	}
	return rf
}

// safeKey renames the two keys that mean something else in JavaScript.
func safeKey(k string) string {
	if k == "__proto__" || k == "then" {
		return k + "_"
	}
	return k
}
