package gate

import (
	"go/types"

	"usegolib.internal/gen/model"
)

// specials are the types of the standard library that have a JavaScript form of their own.
var specials = map[string]model.Kind{
	"time.Time":                model.Time,
	"time.Duration":            model.Duration,
	"math/big.Int":             model.BigInt,
	"math/big.Rat":             model.BigRat,
	"math/big.Float":           model.BigFloat,
	"encoding/json.RawMessage": model.JSON,
	"encoding/json.Number":     model.JSONNumber,
	"error":                    model.Error,
}

// special gives the kind of a type that is known by name, or the reason for which such a type does not cross.
func special(t types.Type) (*model.Type, *refusal) {
	named, ok := t.(*types.Named)
	if !ok {
		return nil, nil
	}
	if model.IsErased(t) {
		return &model.Type{Kind: model.ErasedKind}, nil
	}
	obj := named.Origin().Obj()
	name := obj.Name()
	if obj.Pkg() != nil {
		name = obj.Pkg().Path() + "." + name
	}
	if kind, ok := specials[name]; ok {
		return &model.Type{Kind: kind}, nil
	}
	switch name {
	case "context.Context":
		return nil, refuse(model.Context, "context.Context")
	case "iter.Seq", "iter.Seq2":
		return nil, refuse(model.Iterator, short(t))
	}
	return nil, nil
}

// sqlNulls are the structs of database/sql that mean a value or null, with the field that holds it.
var sqlNulls = map[string]string{
	"NullBool": "Bool", "NullByte": "Byte", "NullFloat64": "Float64", "NullInt16": "Int16", "NullInt32": "Int32",
	"NullInt64": "Int64", "NullString": "String", "NullTime": "Time",
}

// sqlNull classifies sql.NullString and its like as an optional value.
func (g *Gate) sqlNull(t *types.Named) *model.Type {
	obj := t.Obj()
	field, ok := sqlNulls[obj.Name()]
	if !ok || obj.Pkg() == nil || obj.Pkg().Path() != "database/sql" {
		return nil
	}
	f, _, _ := types.LookupFieldOrMethod(t, false, obj.Pkg(), field)
	elem, no := g.classify(f.Type(), out)
	if no != nil {
		return nil
	}
	return &model.Type{Kind: model.Optional, Elem: elem, SQL: field}
}
