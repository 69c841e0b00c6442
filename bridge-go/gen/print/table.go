package print

import (
	"fmt"
	"go/types"
	"slices"
	"strings"

	"usegolib.internal/gen/model"
)

// table prints the registration: the dispatch table and the types that can be recognised at run time.
func (f *file) table(hash string, opts model.Options) {
	f.printf("func init() {\ncall.Register(call.Library{\nSchemaHash: %q,\nDurationNS: %t,\nReplaceUTF8: %t,\nTypes: types,\nFunction: function,\nFuncs: funcs,\n})\n}\n\n",
		hash, opts.Duration == "ns", opts.UTF8["*"] == "replace")
	f.printf("var types = []call.Type{\n")
	carriesAny := slices.ContainsFunc(f.schema.Types, func(t *model.Type) bool { return t.Kind == model.Any })
	for _, t := range f.schema.Types {
		switch {
		case t.Kind == model.ClassKind:
			f.row(t.Class)
		case carriesAny && !t.Hidden && t.Name != "" && (t.Kind == model.Record || t.Kind == model.Named):
			f.copiedRow(t)
		}
	}
	f.printf("}\n\nvar funcs = []call.Func{\n")
	for i := range f.schema.Fns {
		f.printf("f%d,", model.FirstFn+i)
		if i%16 == 15 {
			f.printf("\n")
		}
	}
	f.printf("\n}\n\n")
	f.functions()
}

// functions prints the functions of the module as values, for those that JavaScript hands in.
func (f *file) functions() {
	f.printf("func function(n int) any {\nswitch n {\n")
	for i, fn := range f.schema.Fns {
		if fn, ok := fn.(model.CallFunc); ok {
			f.printf("case %d:\nreturn %s%s\n", model.FirstFn+i, f.symbol(fn.Obj), f.arguments(fn.Args))
		}
	}
	f.printf("}\nreturn nil\n}\n\n")
}

// key is what the bridge finds a dynamic type by.
func (f *file) key(t *types.Named) string {
	if t.TypeArgs().Len() == 0 {
		return fmt.Sprintf("%q", t.Obj().Pkg().Path()+"."+t.Obj().Name())
	}
	// Only the compiler knows how it spells the type arguments.
	reflect := f.pkg(types.NewPackage("reflect", "reflect"))
	return fmt.Sprintf("%s.TypeFor[%s]().PkgPath() + \".\" + %[1]s.TypeFor[%[2]s]().Name()", reflect, f.text(t))
}

// copiedRow describes a record or a named type without methods, for values of any type.
func (f *file) copiedRow(t *model.Type) {
	if named, ok := t.Go.(*types.Named); ok {
		textual := ""
		if t.Kind == model.Named && t.Elem.Kind == model.Text {
			textual = "Textual: true, "
		}
		f.printf("{ID: %d, Key: %s, %sWrite: func(c *call.Call, v any) { %s }, Read: func(c *call.Call) any { return %s }},\n",
			t.ID, f.key(named), textual, f.write(t, fmt.Sprintf("call.ValueOf[%s](v)", f.text(named))), f.read(t))
	}
}

// row describes a class to the bridge. Classes without a name cannot be met as a dynamic type, but for functions.
func (f *file) row(c *model.Class) {
	if c.Of == "func" && f.schema.Names.Writable(c.Go) {
		f.printf("{ID: %d, Func: (*%s)(nil)},\n", c.Type.ID, f.text(c.Go))
		return
	}
	named, ok := c.Go.(*types.Named)
	if !ok || c.Of == "func" || c.Of == "variable" || named.TypeArgs().Len() > 0 && c.Hidden {
		return
	}
	cols := []string{fmt.Sprintf("ID: %d", c.Type.ID), "Key: " + f.key(named)}
	switch {
	case c.Hidden:
	case c.Of == "interface":
		cols = append(cols, fmt.Sprintf("Is: call.IsInterface[%s]", f.text(c.Go)))
	case c.Value != nil:
		text := f.text(c.Go)
		cols = append(cols,
			fmt.Sprintf("Write: func(c *call.Call, v any) { %s }", f.write(c.Value, fmt.Sprintf("(%s)(call.ValueOf[%s](v))", f.text(c.Value.Go), text))),
			fmt.Sprintf("Read: func(c *call.Call) any { return %s(%s) }", text, f.read(c.Value)))
	}
	if c.IsError && !c.Hidden {
		as := "AsPointer"
		if types.Implements(c.Go, types.Universe.Lookup("error").Type().Underlying().(*types.Interface)) {
			as = "AsValue"
		}
		cols = append(cols, fmt.Sprintf("As: call.%s[%s]", as, f.text(c.Go)))
	}
	f.printf("{%s},\n", strings.Join(cols, ", "))
}
