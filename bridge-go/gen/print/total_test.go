package print

import (
	"go/types"
	"testing"

	"usegolib.internal/gen/model"
)

// TestEveryKindIsPrinted asks the reader and the writer for every kind: a new one that either forgets panics here.
func TestEveryKindIsPrinted(t *testing.T) {
	pkg := types.NewPackage("example.test/p", "p")
	named := func(name string, u types.Type) types.Type {
		return types.NewNamed(types.NewTypeName(0, pkg, name, nil), u, nil)
	}
	number := &model.Type{Kind: model.Int, Go: types.Typ[types.Int]}
	class := &model.Class{Go: named("C", types.NewStruct(nil, nil)), Of: "struct", Value: number, HasLiteral: true}
	class.Type = &model.Type{Kind: model.ClassKind, Class: class, ID: 1}
	for i, kind := range model.Kinds {
		if kind == model.ClassKind {
			continue // a declaration: values have the kinds object, value, interface, opaque
		}
		f := &file{schema: &model.Schema{}, names: map[string]string{}}
		f.read(typeOf(kind, i, number, class, named))
		f.write(typeOf(kind, i, number, class, named), "x")
		f.codecs()
	}
}

func typeOf(kind model.Kind, id int, elem *model.Type, class *model.Class, named func(string, types.Type) types.Type) *model.Type {
	t := &model.Type{ID: id + 10, Kind: kind, Elem: elem, Key: elem, Class: class, Length: 2, Go: named("T", types.Typ[types.Int])}
	if kind == model.Record {
		t.Fields = []*model.RecordField{{Name: "A", Type: elem}}
	}
	return t
}
