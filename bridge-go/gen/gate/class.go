package gate

import (
	"go/types"

	"usegolib.internal/gen/model"
)

// class gives the class of a type whose values are not copied; its members are decided later, so types may refer to each
// other in circles.
func (g *Gate) class(t types.Type, of string) *model.Class {
	k := "class " + g.keyHere(t)
	if mt := g.types[k]; mt != nil {
		return mt.Class
	}
	c := &model.Class{Go: t, Of: of, GoType: dynamicName(t)}
	if n, ok := t.(*types.Named); ok {
		name := g.symbolOf(n)
		c.Hidden = !g.schema.Names.Writable(n)
		c.Pkg, c.Name, c.Own = g.pkg(name.Pkg()), g.nameOf(n, name), g.isOwn(n)
		c.Written, c.TypeParams = model.Generalize(n)
	} else {
		c.Pkg, c.Name, c.Hidden, c.Own, c.Written = g.pkg(nil), short(t), true, true, t
		g.literals[c] = g.words
	}
	c.Type = g.schema.AddType(&model.Type{Kind: model.ClassKind, Class: c, Go: t, Pkg: c.Pkg, Name: c.Name})
	g.types[k] = c.Type
	if of == "interface" {
		g.interfaces = append(g.interfaces, c)
	}
	if c.Own {
		g.todo = append(g.todo, c)
	} else {
		g.foreign = append(g.foreign, c)
	}
	return c
}

// symbolOf is the name under which a type is bound: an alias where it has no other, of a hidden type the one it has in Go.
func (g *Gate) symbolOf(t *types.Named) *types.TypeName {
	if name := g.schema.Names.Of(t); name != nil {
		return name
	}
	return t.Obj()
}

// bindMembers decides methods, fields, literal and what else a class offers.
func (g *Gate) bindMembers(c *model.Class) {
	g.bindMethods(c)
	ptr := types.NewPointer(c.Go)
	if types.IsInterface(c.Go) {
		ptr = nil
		g.bindImplementation(c)
	} else {
		c.IsError = types.Implements(ptr, errorInterface)
	}
	if !c.Hidden {
		g.bindBody(c)
	}
	if ptr == nil {
		return
	}
	if unmarshals(c.Go) && !c.Hidden && c.Of != "func" {
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
		g.bindFields(c)
		g.bindLiteral(c)
		c.Make = g.schema.AddFn(model.Make{Class: c})
	case *types.Slice:
		g.bindLive(c, nil, u.Elem())
	case *types.Map:
		g.bindLive(c, u.Key(), u.Elem())
	}
}

// bindFields makes accessors for every exported field that a selector on the struct reaches.
func (g *Gate) bindFields(c *model.Class) {
	names := g.newFieldNames(c.Go)
	for f := range g.selectable(c.Go) {
		g.declareMember(c, f.Name())
		t, no := g.classify(f.Type(), out)
		if no != nil {
			g.skip(c.Pkg, c.Name, f.Name(), f.Var, no)
			continue
		}
		mf := &model.Field{Name: f.Name(), Type: g.written(writtenMember(c.Written, f), t), Get: g.schema.AddFn(model.GetField{Class: c, Name: f.Name(), Type: t})}
		if _, no := g.classify(f.Type(), in); no == nil {
			mf.Set = g.schema.AddFn(model.SetField{Class: c, Name: f.Name(), Type: t})
		}
		if g.isCopied(f) && !names.omitted(f) {
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

// bindLiteral decides what `{ Name: value }` may name where this struct is wanted.
func (g *Gate) bindLiteral(c *model.Class) {
	c.HasLiteral = true
	names := g.newFieldNames(c.Go)
	for f := range g.copied(c.Go) {
		g.declareMember(c, f.Name())
		if t, no := g.classify(f.Type(), in); no == nil {
			c.Literal = append(c.Literal, names.field(f, g.written(writtenMember(c.Written, f), t)))
		}
	}
}

// bindLive makes the operations of a named slice (key nil) or map.
func (g *Gate) bindLive(c *model.Class, key, elem types.Type) {
	g.declareMember(c)
	l := &model.Live{}
	var no *refusal
	if l.Elem, no = g.element(elem, in); no != nil {
		g.skipMember(c, "elements", no)
		return
	}
	l.Elem = g.written(c.Written.Underlying().(interface{ Elem() types.Type }).Elem(), l.Elem)
	op := func(name string) int { return g.schema.AddFn(model.LiveOp{Class: c, Op: name}) }
	if key != nil {
		if l.Key, no = g.element(key, in); no != nil {
			g.skipMember(c, "keys", no)
			return
		}
		l.Key = g.written(c.Written.Underlying().(*types.Map).Key(), l.Key)
		l.Delete = op("delete")
	}
	l.Size, l.Get, l.Set, l.All = op("size"), op("get"), op("set"), op("all")
	c.Live = l
	c.HasLiteral = true
	c.Make = g.schema.AddFn(model.Make{Class: c})
}

func (g *Gate) skipMember(c *model.Class, what string, no *refusal) {
	if n, ok := c.Go.(*types.Named); ok {
		g.skip(c.Pkg, "", c.Name+" "+what, n.Obj(), no)
	}
}
