// Package model is what stands between reading Go and printing the bridge: the schema with the Go types it came from.
// The JSON side is described in manifests/schema.ts; a small Go source and the schema it becomes:
//
//	func NewVersion(v string) (*Version, error)
//	{"name":"NewVersion","params":[{"name":"v","type":0}],"results":[{"type":5}],"throws":true,"fn":16}
package model

import "go/types"

// Schema is everything that is bound.
type Schema struct {
	Packages []*Package
	Types    []*Type
	// Fns are the wrappers to print: the dispatch table from FirstFn on.
	Fns []Fn
	// Names are what generated code calls the types.
	Names Names
	// Exact counts the instances for primitive values: made, and left out because the budget was used up.
	Exact struct{ Made, Left int }
}

// FirstFn is the number of the first wrapper; those below are the bridge's own (abi.json: firstSymbol).
const FirstFn = 16

// AddFn appends a wrapper and gives its number.
func (s *Schema) AddFn(f Fn) int {
	s.Fns = append(s.Fns, f)
	return FirstFn + len(s.Fns) - 1
}

// AddType appends a type and numbers it.
func (s *Schema) AddType(t *Type) *Type {
	t.ID = len(s.Types)
	s.Types = append(s.Types, t)
	return t
}

// Package is a Go package that is bound, or whose types are mentioned.
type Package struct {
	Index     int
	Path      string
	Name      string
	Bound     bool
	Functions []*Func
	Constants []Constant
	Variables []Variable
	Exports   []Export
	Skips     []Skip
}

// Func is a function or method.
type Func struct {
	Name     string
	Params   []Param
	Results  []Result
	Variadic bool
	Throws   bool
	// TypeParams are the type parameters of a function that are for any JavaScript value.
	TypeParams []string
	// Pointer: the method is not in the method set of T.
	Pointer bool
	Fn      int
	// Instance are the type arguments of a generic function's instance: "float64". Exact: it is one for values that the
	// first instance would take as well.
	Instance string
	Exact    bool
	// Documented is the function whose documentation this one has, if it is called otherwise.
	Documented string
	// More are type arguments that the build options could add an instance for.
	More string
	// Also are further instances of a generic function.
	Also []*Func
	// Fills: the first parameter is memory that the function fills, as io.Reader's does.
	Fills bool
	// Sig is the signature with its Go types.
	Sig *Signature
}

// Param is a parameter of a function.
type Param struct {
	Name string
	Type *Type
	// Shared: what JavaScript changes in this slice is copied back.
	Shared bool
}

// Result is a result of a function; Name may be empty.
type Result struct {
	Name string
	Type *Type
}

// Constant is an exported constant; Value is exact text.
type Constant struct {
	Name  string
	Type  *Type
	Value string
}

// Variable is an exported package variable; Set is 0 where it cannot be assigned.
type Variable struct {
	Name     string
	Type     *Type
	Get, Set int
}

// Export is the name of an exported type.
type Export struct {
	Name string
	Type *Type
}

// Kind is the discriminator of a Type.
type Kind string

// The kinds beyond the scalars, which are named as in Go.
const (
	Bool       Kind = "bool"
	String     Kind = "string"
	Int        Kind = "int"
	Int64      Kind = "int64"
	Float64    Kind = "float64"
	Bytes      Kind = "bytes"
	Error      Kind = "error"
	Time       Kind = "time"
	Duration   Kind = "duration"
	BigInt     Kind = "bigInt"
	BigRat     Kind = "bigRat"
	BigFloat   Kind = "bigFloat"
	JSON       Kind = "json"
	JSONNumber Kind = "jsonNumber"
	Text       Kind = "text"
	Any        Kind = "any"
	ErasedKind Kind = "erased"
	ByteArray  Kind = "byteArray"
	Numbers    Kind = "numbers"
	Slice      Kind = "slice"
	Array      Kind = "array"
	Map        Kind = "map"
	Optional   Kind = "optional"
	Named      Kind = "named"
	Instance   Kind = "instance"
	Record     Kind = "record"
	ClassKind  Kind = "class"
	Object     Kind = "object"
	Value      Kind = "value"
	Interface  Kind = "interface"
	Opaque     Kind = "opaque"
	Function   Kind = "func"
)

// Kinds are all of them, for the test that asks every printer.
var Kinds = []Kind{
	Bool, String, Int, "int8", "int16", "int32", Int64, "uint", "uint8", "uint16", "uint32", "uint64", "uintptr",
	"float32", Float64, "complex64", "complex128", Bytes, Error, Time, Duration, BigInt, BigRat, BigFloat, JSON, JSONNumber, Text, Any, ErasedKind,
	ByteArray, Numbers, Slice, Array, Map, Optional, Named, Instance, Record, ClassKind, Object, Value, Interface, Opaque, Function,
}

// Type is one entry of the schema's type table, with the Go type it describes.
type Type struct {
	ID   int
	Kind Kind
	// Go is the type as Go code writes it; nil only for a class, whose Class.Go it is.
	Go types.Type
	// Hidden: Go cannot be written down outside of its package; code must infer it.
	Hidden bool
	// Elem is the element, the underlying type of a named one, or the element kind's type of numbers.
	Elem, Key *Type
	Length    int
	// Class of object, value, interface, opaque; and of the class itself.
	Class   *Class
	Pointer bool // object: *T
	// Number: an int64, uint64 or uintptr that is a number in JavaScript. Replace: a string whose bytes that are not UTF-8 are
	// replaced.
	Number, Replace bool
	// Zero gives the text of a textual type's zero value.
	Zero int
	// SQL: an optional that is a sql.Null* struct; the name of its value field.
	SQL  string
	Pkg  *Package
	Name string
	// TypeParams are the type parameters of a record or named type that are for any JavaScript value.
	TypeParams []string
	// Written: the type as a generic declaration writes it. Param is what an erased place is called, Args are the type
	// parameters that stand for those of a class, record or named type, Call is a signature of these names. It travels as Plain.
	// List: a slice of numbers that is an array in JavaScript as slices of a type parameter are.
	List  bool
	Param string
	Args  []string
	Call  *Func
	Plain *Type
	// Record:
	Fields []*RecordField
	Ref    *Ref
}

// AtRunTime is the type without the names of type parameters.
func (t *Type) AtRunTime() *Type {
	if t.Plain != nil {
		return t.Plain
	}
	return t
}

// Ref are the wrappers behind ref(m.T) of a named record.
type Ref struct{ Make, Get, Set int }

// RecordField is a field of a record, or of a literal: Path selects it in Go (promoted fields have one name too).
type RecordField struct {
	Name    string
	Key     string
	Aliases []string
	Type    *Type
	Omit    bool
}

// Class is a Go type whose values are live objects, value objects, interfaces or opaque.
type Class struct {
	Type   *Type // the class's own entry
	Go     types.Type
	Pkg    *Package
	Name   string
	Of     string
	GoType string
	Hidden bool
	// TypeParams are those that are for any JavaScript value; Written is Go with their names in the place of Erased.
	TypeParams []string
	Written    types.Type
	// Own: declared in a bound module; its members may name further types.
	Own        bool
	Value      *Type
	Methods    []*Func
	Fields     []*Field
	Literal    []*RecordField
	HasLiteral bool
	Make       int
	Snapshot   int
	TextFrom   int
	JSON       string
	IsError    bool
	Live       *Live
	// Calls are the signatures that JavaScript may implement: of a func type its own, of an interface its methods in their
	// order. Nil where it cannot.
	Calls []*Func
	// Optional are methods that an object of JavaScript may have besides those of the interface; Go then sees them too.
	Optional []*Func
	// Sealed says why JavaScript cannot implement an interface.
	Sealed string
}

// Field is an accessor of an object.
type Field struct {
	Name     string
	Type     *Type
	Get, Set int
	Snap     string
}

// Live are the operations of a named slice or map with methods; Key and Delete are a map's.
type Live struct {
	Key, Elem                   *Type
	Size, Get, Set, Delete, All int
}
