package print

import (
	"fmt"
	"go/types"
	"strings"

	"usegolib.internal/gen/model"
)

// table prints the registration: the dispatch table and the types that can be recognised at run time.
func (f *file) table(hash string, opts model.Options) {
	f.printf("func init() {\ncall.Register(call.Library{\nSchemaHash: %q,\nDurationNS: %t,\nReplaceUTF8: %t,\nTypes: types,\nFuncs: funcs,\n})\n}\n\n",
		hash, opts.Duration == "ns", opts.UTF8 == "replace")
	f.printf("var types = []call.Type{\n")
	for _, t := range f.schema.Types {
		if t.Kind == model.ClassKind {
			f.row(t.Class)
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
}

// row describes a class to the bridge. Classes without a name cannot be met as a dynamic type.
func (f *file) row(c *model.Class) {
	named, ok := c.Go.(*types.Named)
	if !ok || c.Of == "func" {
		return
	}
	key := fmt.Sprintf("%q", named.Obj().Pkg().Path()+"."+named.Obj().Name())
	if named.TypeArgs().Len() > 0 {
		// Only the compiler knows how it spells the type arguments.
		key = fmt.Sprintf("reflect.TypeFor[%s]().PkgPath() + \".\" + reflect.TypeFor[%[1]s]().Name()", f.text(named))
		f.names["reflect"] = "reflect"
	}
	cols := []string{fmt.Sprintf("ID: %d", c.Type.ID), "Key: " + key}
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
