// Package docs finds what Go's authors wrote about the symbols of a schema: the text of declaration files.
package docs

import (
	"cmp"
	"go/types"
	"sync"

	"usegolib.internal/gen/model"
)

// Of gives the documentation of packages by import path, of their symbols by the name the schema has (`Version`,
// `Version.Major`); the text of a package itself stands under the empty name. files gives the Go files of a package.
func Of(s *model.Schema, files func(path string) []string) map[string]map[string]string {
	f := &finder{files: files, indexes: map[string]*index{}, found: map[string]map[string]string{}}
	f.prefetch(s.Packages)
	for _, p := range s.Packages {
		if p.Bound {
			f.ofPackage(p)
		}
	}
	for _, t := range s.Types {
		switch {
		case t.Pkg == nil || t.Pkg.Path == "":
		case t.Kind == model.ClassKind:
			f.ofClass(t.Class)
		case t.Kind == model.Record:
			f.ofRecord(t)
		case t.Kind == model.Named:
			f.ofType(t.Pkg, t.Name, t.Go)
		}
	}
	return f.found
}

type finder struct {
	files   func(path string) []string
	indexes map[string]*index
	found   map[string]map[string]string
}

// prefetch reads the packages of the schema side by side; those that only lend a promoted method are read when it is met.
func (f *finder) prefetch(packages []*model.Package) {
	indexes := make([]*index, len(packages))
	var all sync.WaitGroup
	for i, p := range packages {
		all.Add(1)
		go func() {
			defer all.Done()
			indexes[i] = read(f.files(p.Path))
		}()
	}
	all.Wait()
	for i, p := range packages {
		f.indexes[p.Path] = indexes[i]
	}
}

func (f *finder) index(path string) *index {
	x := f.indexes[path]
	if x == nil {
		x = read(f.files(path))
		f.indexes[path] = x
	}
	return x
}

// note keeps the text that package `from` has under `as` for the symbol `name` of package p, if nothing is known of it yet.
func (f *finder) note(p *model.Package, name, from, as string) {
	if f.found[p.Path][name] != "" {
		return
	}
	text := f.index(from).text(as)
	if text == "" {
		return
	}
	if f.found[p.Path] == nil {
		f.found[p.Path] = map[string]string{}
	}
	f.found[p.Path][name] = text
}

func (f *finder) ofPackage(p *model.Package) {
	own := func(name string) { f.note(p, name, p.Path, name) }
	own("")
	for _, fn := range p.Functions {
		f.note(p, fn.Name, p.Path, cmp.Or(fn.Documented, fn.Name))
	}
	for _, c := range p.Constants {
		own(c.Name)
	}
	for _, v := range p.Variables {
		own(v.Name)
	}
	for _, e := range p.Exports {
		own(e.Name)
	}
}

// ofType notes what stands at a type's declaration: of the alias that names it, else of the type itself.
func (f *finder) ofType(p *model.Package, name string, t types.Type) {
	f.note(p, name, p.Path, name)
	if n, ok := t.(*types.Named); ok && n.Obj().Pkg() != nil {
		f.note(p, name, n.Obj().Pkg().Path(), n.Obj().Name())
	}
}

func (f *finder) ofClass(c *model.Class) {
	f.ofType(c.Pkg, c.Name, c.Go)
	for _, m := range c.Methods {
		f.ofMember(c.Pkg, c.Name, c.Go, m.Name)
	}
	for _, field := range c.Fields {
		f.ofMember(c.Pkg, c.Name, c.Go, field.Name)
	}
}

func (f *finder) ofRecord(t *model.Type) {
	f.ofType(t.Pkg, t.Name, t.Go)
	for _, field := range t.Fields {
		f.ofMember(t.Pkg, t.Name, t.Go, field.Name)
	}
}

// ofMember notes a method or field where it is declared: what is promoted has its text at the embedded type.
func (f *finder) ofMember(p *model.Package, class string, t types.Type, name string) {
	obj, path, _ := types.LookupFieldOrMethod(t, true, nil, name)
	var owner types.Type
	switch obj := obj.(type) {
	case *types.Func:
		owner = obj.Signature().Recv().Type()
	case *types.Var:
		owner = holder(t, path)
	}
	if n := named(owner); n != nil && n.Obj().Pkg() != nil {
		f.note(p, class+"."+name, n.Obj().Pkg().Path(), n.Obj().Name()+"."+name)
	}
}

// holder is the struct type that declares the field at the end of a path of embedded fields.
func holder(t types.Type, path []int) types.Type {
	for _, i := range path[:len(path)-1] {
		s, ok := below(t).Underlying().(*types.Struct)
		if !ok {
			return nil
		}
		t = s.Field(i).Type()
	}
	return t
}

func below(t types.Type) types.Type {
	t = types.Unalias(t)
	if p, ok := t.(*types.Pointer); ok {
		return types.Unalias(p.Elem())
	}
	return t
}

func named(t types.Type) *types.Named {
	if t == nil {
		return nil
	}
	n, _ := below(t).(*types.Named)
	return n
}
