package call

import (
	"reflect"
	"sync"
)

// A Library is what generated code registers: everything the bridge must know of the bound modules.
type Library struct {
	SchemaHash  string          // 16 hexadecimal digits
	Funcs       []Func          // Funcs[i] is function abi.FirstSymbol+i
	Types       []Type          // what dynamic types can be recognised
	Function    func(n int) any // the function of the module that Funcs calls under this number, as a value; nil for others
	DurationNS  bool            // durations travel as int64 nanoseconds
	ReplaceUTF8 bool            // strings of dynamic types that are not UTF-8 are mended instead of refused
}

// A Type is one row of the schema that a dynamic type can be. Nil functions: the type does not have what they do.
type Type struct {
	ID      int                         // schema type id
	Key     string                      // PkgPath + "." + Name of the non-pointer type, as reflect gives them; "": see Func
	Write   func(c *Call, v any)        // writes the copied form of v, a T (or *T for records); nil: a live object
	Read    func(c *Call) any           // decodes into a T; nil: a live object
	Is      func(v any) (any, bool)     // interfaces: the assertion
	As      func(err error) (any, bool) // error types: errors.As
	Textual bool                        // is text to JavaScript; its methods are there where an interface holds it
	Func    any                         // func types: a nil *T, since they need not have a name
}

var library Library

// types finds rows by id, by key and, once seen, by dynamic type.
var types struct {
	byID  map[int]*Type
	byKey map[string]*Type
	seen  sync.Map // reflect.Type → *Type; nil for a type that is not bound
}

// Register makes lib the library of this process. Generated code calls it once, from init.
func Register(lib Library) {
	library = lib
	types.byID = make(map[int]*Type, len(lib.Types))
	types.byKey = make(map[string]*Type, len(lib.Types))
	types.seen.Clear()
	for i := range lib.Types {
		row := &lib.Types[i]
		types.byID[row.ID] = row
		if row.Func != nil {
			types.seen.Store(reflect.TypeOf(row.Func).Elem(), row)
		} else {
			types.byKey[row.Key] = row
		}
	}
}

// SchemaHash identifies the schema that the library was built from.
func SchemaHash() string { return library.SchemaHash }

// typeOf is the row of a dynamic type, or of what it points to; nil when it is not bound.
func typeOf(t reflect.Type) *Type {
	if row, ok := types.seen.Load(t); ok {
		return row.(*Type)
	}
	named := t
	if t.Kind() == reflect.Pointer {
		named = t.Elem()
	}
	var row *Type
	if named.Name() != "" {
		row = types.byKey[named.PkgPath()+"."+named.Name()]
	}
	types.seen.Store(t, row)
	return row
}
