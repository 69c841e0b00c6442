package print

import (
	"go/types"
	"testing"

	"usegolib.internal/gen/model"
)

// TestEveryKindIsPrinted asks the reader and the writer for every kind: a new one that either forgets panics here.
func TestEveryKindIsPrinted(t *testing.T) {
	number := &model.Type{Kind: model.Int, Go: types.Typ[types.Int]}
	class := &model.Class{Go: named("C", types.NewStruct(nil, nil)), Of: "struct", Value: number, HasLiteral: true}
	class.Calls = []*model.Func{{Sig: &model.Signature{Go: types.NewSignatureType(nil, nil, nil, nil, nil, false)}}}
	class.Type = &model.Type{Kind: model.ClassKind, Class: class, ID: 1}
	for i, kind := range model.Kinds {
		if kind == model.ClassKind || kind == model.Instance {
			continue // a declaration: values have the kinds object, value, interface, opaque; another name of a type
		}
		mt := &model.Type{
			ID: i + 10, Kind: kind, Elem: number, Key: number, Class: class, Length: 2, Go: named("T", types.Typ[types.Int]),
		}
		if kind == model.Record {
			mt.Fields = []*model.RecordField{{Name: "A", Type: number}}
		}
		f := newFile(&model.Schema{})
		f.read(mt)
		f.write(mt, "x")
		f.codecs()
	}
}

// TestEveryHiddenKindIsPrinted does the same for the types that may contain one without a name.
func TestEveryHiddenKindIsPrinted(t *testing.T) {
	inner := types.NewNamed(types.NewTypeName(0, types.NewPackage("example.test/p", "p"), "hidden", nil), types.NewStruct(nil, nil), nil)
	class := &model.Class{Go: inner, Of: "struct", Hidden: true}
	object := &model.Type{Kind: model.Object, Class: class, Go: inner, Hidden: true, ID: 1}
	class.Type = &model.Type{Kind: model.ClassKind, Class: class}
	for i, mt := range []*model.Type{
		object,
		{Kind: model.Opaque, Class: class, Go: types.NewSignatureType(nil, nil, nil, types.NewTuple(types.NewVar(0, nil, "", inner)), nil, false)},
		{Kind: model.Slice, Elem: object, Go: types.NewSlice(inner)},
		{Kind: model.Array, Elem: object, Length: 3, Go: types.NewArray(inner, 3)},
		{Kind: model.Map, Key: object, Elem: object, Go: types.NewMap(inner, inner)},
		{Kind: model.Optional, Elem: object, Go: types.NewPointer(inner)},
		{Kind: model.Named, Elem: &model.Type{Kind: model.Slice, Elem: object, Go: types.NewSlice(inner), Hidden: true}, Go: named("L", types.NewSlice(inner))},
	} {
		mt.ID, mt.Hidden = i+10, true
		f := newFile(&model.Schema{})
		f.readInto(mt, "x")
		f.write(mt, "x")
		f.codecs()
	}
}

// named declares a type that generated code can name.
func named(name string, under types.Type) types.Type {
	pkg := types.NewPackage("example.test/p", "p")
	obj := types.NewTypeName(0, pkg, name, nil)
	pkg.Scope().Insert(obj)
	return types.NewNamed(obj, under, nil)
}
