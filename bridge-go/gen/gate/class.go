package gate

import (
	"go/types"

	"usegolib.internal/gen/model"
)

// class gives the class of a type whose values are not copied; its members are decided later, so types may refer to each
// other in circles.
func (g *Gate) class(t types.Type, of string) *model.Class {
	k := "class " + key(t)
	if mt := g.types[k]; mt != nil {
		return mt.Class
	}
	c := &model.Class{Go: t, Of: of, GoType: short(t)}
	if n, ok := t.(*types.Named); ok {
		c.Pkg, c.Name, c.Hidden, c.Own = g.pkg(n.Obj().Pkg()), n.Obj().Name(), !writable(n.Obj()), g.isOwn(n.Obj().Pkg())
	} else {
		c.Pkg, c.Name, c.Hidden, c.Own = g.pkg(nil), short(t), true, true
	}
	c.Type = g.schema.AddType(&model.Type{Kind: model.ClassKind, Class: c, Go: t, Pkg: c.Pkg, Name: c.Name})
	g.types[k] = c.Type
	if c.Own {
		g.todo = append(g.todo, c)
	} else {
		g.foreign = append(g.foreign, c)
	}
	return c
}

// bindMembers decides methods, fields, literal and what else a class offers.
func (g *Gate) bindMembers(c *model.Class) {
	g.bindMethods(c)
	ptr := types.NewPointer(c.Go)
	if types.IsInterface(c.Go) {
		ptr = nil
	} else {
		c.IsError = types.Implements(ptr, errorInterface)
	}
	if !c.Hidden {
		g.bindBody(c)
	}
	if ptr == nil {
		return
	}
	if hasSignature(ptr, "UnmarshalText", "func([]byte) error") && !c.Hidden && c.Of != "func" {
		c.TextFrom = g.schema.AddFn(model.FromText{Class: c})
	}
	switch {
	case hasSignature(ptr, "MarshalJSON", "func() ([]byte, error)"):
		c.JSON = "json"
	case hasSignature(ptr, "MarshalText", "func() ([]byte, error)"):
		c.JSON = "text"
	}
}

// errorInterface is the method set of error.
var errorInterface = types.Universe.Lookup("error").Type().Underlying().(*types.Interface)

// hasSignature tells whether a type has a method of this name and signature (parameter names left out).
func hasSignature(t types.Type, name, sig string) bool {
	obj, _, _ := types.LookupFieldOrMethod(t, false, nil, name)
	f, ok := obj.(*types.Func)
	return ok && signatureKey(f.Signature()) == sig
}

// bindBody binds what a type that can be written down has besides methods.
func (g *Gate) bindBody(c *model.Class) {
	switch u := c.Go.Underlying().(type) {
	case *types.Struct:
		g.bindFields(c, u)
		g.bindLiteral(c, u)
		c.Make = g.schema.AddFn(model.Make{Class: c})
	case *types.Slice:
		g.bindLive(c, nil, u.Elem())
	case *types.Map:
		g.bindLive(c, u.Key(), u.Elem())
	}
}

// bindFields makes accessors for every exported field that a selector on the struct reaches.
func (g *Gate) bindFields(c *model.Class, s *types.Struct) {
	names := newFieldNames(s)
	for f := range accessible(s) {
		t, no := g.classify(f.Type(), out)
		if no != nil {
			g.skip(c.Pkg, c.Name+"."+f.Name(), f.Var, no)
			continue
		}
		mf := &model.Field{Name: f.Name(), Type: t, Get: g.schema.AddFn(model.GetField{Class: c, Name: f.Name(), Type: t})}
		if _, no := g.classify(f.Type(), in); no == nil {
			mf.Set = g.schema.AddFn(model.SetField{Class: c, Name: f.Name(), Type: t})
		}
		if !f.deep && !f.Embedded() && !names.omitted(f) {
			rf := names.field(f, t)
			mf.Snap = rf.Name
			if rf.Key != "" {
				mf.Snap = rf.Key
			}
		}
		c.Fields = append(c.Fields, mf)
	}
	if anySnap(c.Fields) {
		c.Snapshot = g.schema.AddFn(model.Snapshot{Class: c})
	}
}

func anySnap(fields []*model.Field) bool {
	for _, f := range fields {
		if f.Snap != "" {
			return true
		}
	}
	return false
}

// accessible gives the exported fields of a struct and those promoted from embedded structs, behind pointers too. A name
// that is promoted twice at one depth is none.
func accessible(s *types.Struct) func(yield func(structField) bool) {
	return func(yield func(structField) bool) {
		taken := map[string]bool{}
		seen := map[*types.Struct]bool{}
		level := []*types.Struct{s}
		for depth := 0; len(level) > 0; depth++ {
			count := map[string]int{}
			var found []structField
			var next []*types.Struct
			for _, st := range level {
				if seen[st] {
					continue // embeds itself through a pointer: its names are taken
				}
				for i := range st.NumFields() {
					f := st.Field(i)
					count[f.Name()]++
					found = append(found, structField{f, st.Tag(i), depth > 0})
					if inner := embeddedStruct(f); inner != nil {
						next = append(next, inner)
					}
				}
			}
			for _, f := range found {
				if !taken[f.Name()] && count[f.Name()] == 1 && f.Exported() && !yield(f) {
					return
				}
			}
			for name := range count {
				taken[name] = true
			}
			for _, st := range level {
				seen[st] = true
			}
			level = next
		}
	}
}

// embeddedStruct gives the struct whose fields an embedded field promotes.
func embeddedStruct(f *types.Var) *types.Struct {
	if !f.Embedded() {
		return nil
	}
	t := types.Unalias(f.Type())
	if p, ok := t.(*types.Pointer); ok {
		t = p.Elem()
	}
	s, _ := t.Underlying().(*types.Struct)
	return s
}

// bindLiteral decides what `{ Name: value }` may name where this struct is wanted.
func (g *Gate) bindLiteral(c *model.Class, s *types.Struct) {
	c.HasLiteral = true
	names := newFieldNames(s)
	methods := types.NewMethodSet(types.NewPointer(c.Go))
	for f := range promoted(s) {
		if methods.Lookup(nil, f.Name()) != nil {
			continue // a method of the outer type hides the promoted field
		}
		if t, no := g.classify(f.Type(), in); no == nil {
			c.Literal = append(c.Literal, names.field(f, t))
		}
	}
}

// bindLive makes the operations of a named slice (key nil) or map.
func (g *Gate) bindLive(c *model.Class, key, elem types.Type) {
	l := &model.Live{}
	var no *refusal
	if l.Elem, no = g.element(elem, in); no != nil {
		g.skipMember(c, "elements", no)
		return
	}
	op := func(name string) int { return g.schema.AddFn(model.LiveOp{Class: c, Op: name}) }
	if key != nil {
		if l.Key, no = g.element(key, in); no != nil {
			g.skipMember(c, "keys", no)
			return
		}
		l.Delete = op("delete")
	}
	l.Size, l.Get, l.Set, l.All = op("size"), op("get"), op("set"), op("all")
	c.Live = l
	c.HasLiteral = true
	c.Make = g.schema.AddFn(model.Make{Class: c})
}

func (g *Gate) skipMember(c *model.Class, what string, no *refusal) {
	if n, ok := c.Go.(*types.Named); ok {
		g.skip(c.Pkg, c.Name+" "+what, n.Obj(), no)
	}
}
