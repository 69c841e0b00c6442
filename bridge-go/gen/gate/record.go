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
		if inner := g.flattens(f); inner != nil && !g.isRecord(f.Type(), inner) {
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
	written := t
	if isNamed {
		name := g.schema.Names.Of(n)
		r.Pkg, r.Name = g.pkg(name.Pkg()), g.nameOf(n, name)
		written, r.TypeParams = model.Generalize(n)
	}
	names := g.newFieldNames(t)
	defer g.restore(g.words)
	for f := range g.copied(t) {
		if names.omitted(f) {
			continue
		}
		if isNamed {
			g.declare(r.Pkg.Path, r.Name, f.Name())
		}
		ft, no := g.classify(f.Type(), in)
		if no != nil {
			if isNamed {
				g.skip(r.Pkg, r.Name, f.Name(), f.Var, no)
			}
			continue
		}
		r.Fields = append(r.Fields, names.field(f, g.written(writtenMember(written, f), ft)))
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

// fieldNames gives every field of one struct a key that no other has: msgpack tag, json tag, Go name.
type fieldNames struct{ taken map[string]bool }

func (g *Gate) newFieldNames(t types.Type) *fieldNames {
	n := &fieldNames{taken: map[string]bool{}}
	for f := range g.copied(t) {
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
