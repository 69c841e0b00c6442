package gate

import (
	"go/types"
	"slices"

	"usegolib.internal/gen/model"
)

// extensions are what Go code asks of a value that it got as an io.Reader, or its like: whether it can do more.
var extensions = []struct {
	pkg, of, method string   // method is one that the interface has: packages are read only where they matter
	more            []string // interfaces of the same package
}{
	{"io", "Reader", "Read", []string{"WriterTo", "Seeker", "Closer"}},
	{"io", "Writer", "Write", []string{"StringWriter", "ReaderFrom", "Closer"}},
	{"io/fs", "FS", "Open", []string{"ReadFileFS", "ReadDirFS", "StatFS", "GlobFS", "SubFS"}},
	{"io/fs", "File", "Stat", []string{"ReadDirFile"}},
	{"net/http", "ResponseWriter", "WriteHeader", []string{"Flusher"}},
}

// mostOptional limits the optional methods of an interface: the bridge has a Go type for each set of them.
const mostOptional = 5

// bindOptional decides which methods an object of JavaScript may have besides those of its interface, so that Go sees
// them: those of the extensions, and those of the interfaces of a bound package that extend this one.
func (g *Gate) bindOptional(c *model.Class) {
	for _, row := range extensions {
		if method(c.Go, row.method) == nil {
			continue
		}
		p := g.find(row.pkg)
		if p == nil || !extends(c.Go, interfaceOf(p.Scope().Lookup(row.of))) {
			continue
		}
		for _, name := range row.more {
			g.addOptional(c, interfaceOf(p.Scope().Lookup(name)))
		}
	}
	if named, ok := c.Go.(*types.Named); ok && g.own[named.Obj().Pkg().Path()] {
		scope := named.Obj().Pkg().Scope()
		for _, name := range scope.Names() {
			if i := interfaceOf(scope.Lookup(name)); i != nil && scope.Lookup(name).Exported() && extends(i, c.Go) {
				g.addOptional(c, i)
			}
		}
	}
}

// interfaceOf is the interface that a type name stands for, nil for other objects.
func interfaceOf(obj types.Object) *types.Interface {
	if _, ok := obj.(*types.TypeName); !ok || isGeneric(obj.Type()) || isTypeSet(obj.Type()) {
		return nil
	}
	i, _ := obj.Type().Underlying().(*types.Interface)
	return i
}

// extends tells whether an interface has all methods of another one.
func extends(t, base types.Type) bool {
	return types.Implements(t, base.Underlying().(*types.Interface))
}

func (g *Gate) addOptional(c *model.Class, i *types.Interface) {
	for m := range i.Methods() {
		known := func(f *model.Func) bool { return f.Name == m.Name() }
		if !m.Exported() || method(c.Go, m.Name()) != nil || slices.ContainsFunc(c.Optional, known) || len(c.Optional) == mostOptional {
			continue
		}
		g.declareMember(c, m.Name())
		if f, sig, no := g.callback(m.Name(), m.Signature()); no == nil {
			f.Sig = sig
			c.Optional = append(c.Optional, f)
		}
	}
}

func method(t types.Type, name string) types.Object {
	obj, _, _ := types.LookupFieldOrMethod(t, false, nil, name)
	return obj
}
